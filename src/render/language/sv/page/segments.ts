import type { Catalogue } from "../../en/index.ts";
import { joinedBy, withSmallInitial } from "../../phrasing.ts";
import type { SwedishGrammar } from "../grammar.ts";

/** The page's groups of customers and the grid of scores. */
export function swedishPageSegments({
  share,
  days,
  customers,
  orders,
}: SwedishGrammar): Pick<Catalogue["page"], "segments" | "grid"> {
  return {
    segments: {
      heading: "Vilka dina kunder är",
      intro: (money) =>
        `Varje kund är i exakt en grupp (ett segment), efter tre saker: hur nyligen de senast beställde, hur ofta de beställer och ${money}.`,
      howMuch: "hur mycket de har handlat för efter återbetalningar",
      byCustomers: (segment, part) => `Största gruppen: ${segment}, ${share(part)} av kunderna`,
      byRevenue: (segment, part) => `Mest intäkter: ${segment}, ${share(part)}`,
      oneGroup: (segment, amount) =>
        amount === 1 ? `Den enda kunden är i ”${segment}”.` : `Alla ${customers(amount)} är i en grupp: ${segment}.`,
      oneGroupTitle: "Det finns bara en grupp",
      mapCaption:
        "Varje stapel är gruppens andel av alla kunder eller av intäkterna; båda har samma skala. Gruppen med mest intäkter står först.",
      perCustomer: "Köp per kund",
      silence: "Dagar utan beställning (median)",
      legend: "Färg och form: typen av grupp, så som indelningen anger den",
      families: {
        best: "bästa",
        growing: "växande",
        cooling: "svalnande",
        slipping: "på glid",
        quiet: "tysta",
      },
      fifthsLegend:
        "Färg och form: den femtedel av kunderna, efter senaste beställning, som gruppens typiska kund är i",
      fifths: ["senaste femtedelen", "andra", "mittersta", "fjärde", "äldsta femtedelen"],
      tableHeading: "Vad du ska göra med varje grupp",
      tableIntro: "Gruppen med mest intäkter först. Typisk betyder medianen: hälften har mindre, hälften har mer.",
      typical: (amount, placed) => `beställde senast för ${days(amount)} sedan, ${orders(placed)}`,
      typicalCustomer: "Typisk kund",
      avoid: (text) => `Undvik ${withSmallInitial(text)}`,
      watch: (text) => `Följ: ${withSmallInitial(text)}`,
      outsideWindow: (amount) =>
        `${customers(amount)} har bara beställt före rapportens tidsfönster och är inte i någon grupp.`,
      empty: (segments) => `Grupper utan kunder: ${segments}.`,
    },
    grid: {
      heading: "Hur nyligen och hur ofta de beställer",
      intro: (recencyLevels, frequencyLevels) =>
        `Varje kund har en poäng för hur nyligen den senast beställde (1 till ${recencyLevels}) och en för hur ofta (1 till ${frequencyLevels}). Högst är bäst. Värdena bakom varje poäng:`,
      customersTitle: (amount, part) =>
        amount === 0
          ? "Ingen kund har bästa poäng i båda"
          : `${customers(amount)} (${share(part)}) har bästa poäng i båda`,
      revenueTitle: (part) => `Kunderna med bästa poäng i båda ger ${share(part)} av intäkterna`,
      noRevenueTitle: "Pengar efter återbetalningar, efter båda poängen",
      caption:
        "Efter aktualitetspoäng (lodrätt) och frekvenspoäng (vågrätt); ju fler, desto starkare färg. Tjocka linjer skiljer grupperna åt: formen och namnet är de för den grupp som flest kunder i en cell är i.",
      show: "Visa",
      views: { customers: "Kunder", revenue: "Intäkter", average: "Intäkter per kund" },
      emptyColumns: (scores) =>
        `Ingen kund har frekvenspoängen ${joinedBy(scores, "eller")}: så många kunder har lika många beställningar att de tillsammans fyller ${scores.length === 1 ? "ett helt steg" : "flera steg"} på skalan, och alla får samma poäng.`,
      recency: (score) => `Aktualitet ${score}`,
      frequency: (score) => `Frekvens ${score}`,
      corner: "Aktualitet ↓ Frekvens →",
    },
  };
}
