import type { Catalogue } from "../../en/index.ts";
import type { SwedishGrammar } from "../grammar.ts";

/** The page's spread of measures, who brings the revenue, and who spent most. */
export function swedishPageSpend({
  soFar,
  count,
  number,
  share,
  days,
  plural,
  customers,
}: SwedishGrammar): Pick<Catalogue["page"], "spread" | "concentration" | "top"> {
  return {
    spread: {
      heading: "Hur olika kunderna är",
      intro:
        "Var kunderna ligger på vart och ett av de tre måtten. Streckade linjer är gränsvärdena mellan en poäng och nästa; poängen står ovanför.",
      titles: {
        recency: (median) => `Hälften av kunderna beställde senast inom ${days(median)}`,
        frequency: (median) =>
          median <= 1
            ? "Minst hälften av kunderna har bara beställt en gång"
            : `Hälften av kunderna har högst ${number(median)} beställningar`,
        monetary: (median) => `Hälften av kunderna har handlat för högst ${median}`,
      },
      captions: {
        recency: "Kunder efter hela dagar från sin senaste beställning till rapportens sista dag (aktualitet).",
        frequency: "Kunder efter antal beställningar (frekvens).",
        monetary: "Kunder efter vad de har handlat för efter återbetalningar (köpvärde).",
      },
      columns: {
        recency: "Dagar sedan senaste beställningen",
        frequency: "Beställningar",
        monetary: "Handlat för",
      },
      hint: (value, amount) => `${value}: ${customers(amount)}`,
      short: { orMore: (value) => `${value}+`, orLess: (value) => `≤ ${value}` },
      orMore: (value) => `${value} eller mer`,
      orLess: (value) => `${value} eller mindre`,
      over: (value) => `över ${value}`,
      between: (from, to) => `${from} – ${to}`,
      overUpTo: (over, to) => `över ${over}, högst ${to}`,
      describe: (title, bins) => `Stapeldiagram med ${plural(bins, "intervall", "intervall")}. ${title}.`,
      sameTitle: {
        recency: "Alla kunder beställde senast samma dag",
        frequency: "Alla kunder har lika många beställningar",
        monetary: "Alla kunder har handlat för lika mycket",
      },
      same: (value, amount) => `${value} (${customers(amount)}): det finns inget att rita.`,
      noLines: "Ingen linje ritas: poängen kommer av varje kunds plats bland andra, inte av fasta gränsvärden.",
    },
    concentration: {
      heading: "Hur mycket de bästa kunderna ger",
      title: (part, revenuePart) => `${share(part)} av kunderna ger ${share(revenuePart)} av intäkterna`,
      caption:
        "Kunder från den som har handlat för mest till den som har handlat för minst, och den andel av intäkterna som de ger tillsammans. Den streckade linjen visar hur det vore om alla hade handlat för lika mycket.",
      half: (amount, part) => `Hälften av intäkterna kommer från ${customers(amount)}, ${share(part)} av alla.`,
      negative: (amount, peak, since) =>
        `${customers(amount)} har${since === null ? "" : ` ${soFar(since)}`} fått tillbaka mer än de betalade${peak === null ? "" : `: linjen stiger till ${share(peak)} och faller till ${share(1)} över dem`}.`,
      describe: (title) => `Stigande kurva. ${title}.`,
      axis: (part) => `${part} av kunderna`,
      columns: {
        customers: "Kunder som har handlat för mest",
        part: "av alla kunder",
        revenue: "ger",
        revenuePart: "av intäkterna",
      },
      noneTitle: "De bästa kundernas andel går inte att räkna ut",
      none: "Återbetalningarna är lika stora som köpen eller större: det finns inga intäkter att ta en andel av.",
      one: "Det finns bara en kund, som ger allt.",
    },
    top: {
      heading: "Kunderna som har handlat för mest",
      title: (amount, part) =>
        `${amount === 1 ? "En kund ger" : `${count(amount)} kunder ger`} ${share(part)} av intäkterna`,
      plainTitle: (amount) => `De ${count(amount)} som har handlat för mest`,
      caption: "Efter vad de har handlat för efter återbetalningar.",
      masked: "E-postadresser är förkortade; --show-customers visar dem i sin helhet.",
      customer: "Kund",
      orders: "Beställningar",
      spent: "Handlat för",
      last: "Senaste beställning",
      scores: "Poäng",
    },
  };
}
