import type { Catalogue } from "../../en/index.ts";
import type { SwedishGrammar } from "../grammar.ts";

/** The page's account of how its numbers were made. */
export function swedishPageMethod({ day, plural }: SwedishGrammar): Pick<Catalogue["page"], "method"> {
  return {
    method: {
      heading: "Så togs siffrorna fram",
      moreFiles: (more) => `och ${plural(more, "fil", "filer")} till; JSON-rapporten har alla.`,
      intro: "Allt ovan går att räkna fram igen ur filerna som nämns här.",
      moves: (from) =>
        `Flyttarna mellan grupper sedan ${day(from)} använder den här rapportens gränsvärden för båda dagarna, liksom rfm compare; rfm compare --cut-points-of from använder dem från ${day(from)}, och siffrorna blir andra.`,
      unfold: "Definitioner, val, gränsvärden, vad som lästes, filer",
      words: "Vad orden betyder",
      terms: {
        order: [
          "Beställning",
          "Alla rader i en export med samma ordernummer. Den räknas när dess status räknas och den är värd mer än 0.",
        ],
        refund: [
          "Återbetalning",
          "Pengar som har lämnats tillbaka. De minskar vad en kund har handlat för, men aldrig när eller hur ofta.",
        ],
        recency: [
          "Aktualitet",
          "Hela dagar från en kunds senaste beställning till rapportens sista dag. Färre är bättre.",
        ],
        frequency: ["Frekvens", "Hur många beställningar en kund har gjort."],
        frequencyDays: ["Frekvens", "Hur många olika dagar en kund har beställt."],
        monetary: ["Köpvärde", "Vad en kund har handlat för: beställningar minus återbetalningar."],
        monetaryMargin: [
          "Köpvärde",
          "Vad en kunds beställningar har gett: deras marginal, minus återbetalningar. Intäkter är som överallt vad kunderna har handlat för.",
        ],
        monetaryMarginAverage: [
          "Köpvärde",
          "Vad en kunds beställningar har gett (deras marginal, minus återbetalningar), delat med frekvensen. Intäkter är som överallt vad kunderna har handlat för.",
        ],
        monetaryAverage: [
          "Köpvärde",
          "Vad en kund har handlat för (beställningar minus återbetalningar), delat med frekvensen.",
        ],
        score: [
          "Poäng",
          "Platsen bland alla kunder i varje mått, från 1 och uppåt; högst är bäst. Tre poäng bredvid varandra, som 543, är aktualitet, frekvens och köpvärde.",
        ],
        segment: ["Grupp (segment)", "Kunder med liknande poäng. Varje kund är i exakt en."],
        median: ["Median", "Det mittersta: hälften har mindre, hälften har mer."],
        asOf: [
          "Avstämningsdag",
          "Den sista dagen som räknas. Det är den senaste dagen i data om ingen annan har valts.",
        ],
      },
      choices: "Gjorda val",
      choice: {
        scheme: "Segmentindelning",
        window: "Tidsfönster",
        allHistory: "all historik",
        windowFrom: (from, to) => `${day(from)} till ${day(to)}`,
        windowFor: "tidsfönstret begränsar bara frekvens och pengar",
        refunds: "Återbetalningar",
        refundsNet: "avdragna",
        refundsIgnored: "utelämnade",
        version: "Program",
      },
      cutPoints: "Gränsvärden",
      cutPointsIntro:
        "Vilka värden som ger vilken poäng. Ett värde precis på gränsen hör till det intervall som slutar där.",
      ledger: "Vad som lästes",
      files: "Filer",
      file: "Fil",
      rows: "Rader",
      bytes: "Byte",
      sha256: "SHA-256",
      filesIntro: "SHA-256 är filens fingeravtryck: en annan fil med samma är likadan in i minsta byte.",
      notes: "Anmärkningar",
      noNotes: "Inga.",
      warning: "Varning:",
      madeBy: (version) =>
        `Gjord med rfm ${version}. Sidan är en enda fil: den innehåller inga skript och hämtar inget från nätet.`,
    },
  };
}
