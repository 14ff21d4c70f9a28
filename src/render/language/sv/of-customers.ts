import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** What is said where only sums of the customers are known, in place of sentences that speak of single orders or of refunds. */
export function swedishOfCustomers({
  day,
  money,
  plural,
  customers,
  orders,
}: SwedishGrammar): Catalogue["ofCustomers"] {
  return {
    leftOut:
      "Tabellen har en rad per kund, så retention, kohorter, återköp, grupper över tid och flyttar mellan segment är utelämnade: för dem behövs enskilda beställningar.",
    used: (used) =>
      `${plural(used.rows, "rad använd", "rader använda")}, en per kund: ${orders(used.orders)}${used.spent === null ? "" : `, köp för ${used.spent}`}.`,
    report: {
      covers: (from) => `Den första beställningen är från ${day(from)}.`,
      more: "Med --full: poäng, gränsvärden och hur kunderna fördelar sig på dem. Med -o report.html: sidan.",
    },
    sums: (own) =>
      `Tabellen har ${orders(own.orders)}${own.spend === null ? "" : ` värda ${money(own.spend)}`}: ${own.first === null ? "" : `den första ${day(own.first)}, `}den senaste ${day(own.last)}. Enskilda beställningar är inte kända.`,
    newAndGone: (found) =>
      `bara i den senare tabellen: ${customers(found.added)}, bara i den tidigare: ${customers(found.gone)}`,
    compare: {
      backLegend: "Åter: hade beställt tidigare, men finns inte i den tidigare tabellen.",
      lapsedLegend: "Inaktiv: finns inte i den senare tabellen.",
      raisedByOthers: (amount) =>
        `Även med samma senaste beställning steg poängsumman för ${customers(amount)}: gränsvärdena ändrades, eller tabellen räknar beställningar eller köp på ett annat sätt.`,
    },
    gone: "inte kvar i tabellen",
    quiet: { untold: "Tabellen kan inte visa vilka som har slutat beställa" },
    order: ["Beställning", "Det som tabellen räknar som en."],
    money: {
      report: {
        revenue: "Intäkter enligt tabellen",
        negativeCustomers: (amount) => `${customers(amount)} med köp under 0.`,
        noRevenue: "Det finns inga intäkter att fördela: alla kunders köp blir tillsammans 0 eller mindre.",
      },
      finding: {
        totals: (amount, placed, worth) => `${customers(amount)} har gjort ${orders(placed)} för ${worth}`,
      },
      lead: {
        what: (from, to, amount, placed, worth) =>
          `Från ${day(from)} till ${day(to)} gjorde ${customers(amount)} ${orders(placed)} för ${worth}.`,
        noRevenue: "Alla kunders köp blir tillsammans 0 eller mindre, så inga andelar av dem går att räkna ut.",
      },
      latest: { revenue: "Intäkter", customers: "Kunder" },
      first: { none: "Ingen grupp har gett några intäkter, så ingen kan sättas först." },
      grid: { noRevenueTitle: "Pengar efter båda poängen" },
      concentration: {
        none: "Alla kunders köp blir tillsammans 0 eller mindre: det finns inga intäkter att ta en andel av.",
      },
      top: { caption: "Efter vad de har handlat för." },
      howMuch: {
        total: "hur mycket de har handlat för",
        average: "hur mycket de har handlat för per beställning",
      },
      caption: {
        total: "Kunder efter vad de har handlat för (köpvärde).",
        average: "Kunder efter vad de har handlat för per beställning (köpvärde).",
      },
      terms: {
        monetary: ["Köpvärde", "Vad en kund har handlat för enligt tabellen."],
        monetaryAverage: ["Köpvärde", "Vad en kund har handlat för enligt tabellen, delat med frekvensen."],
      },
      refunds: "enligt tabellen",
    },
    figures: {
      orders: ["Beställningar", "Så som tabellen räknar dem."],
      revenue: ["Intäkter", "Vad kunderna har handlat för enligt tabellen."],
      firstDay: [
        "Första beställning",
        "Den tidigaste första beställningen hos en kund; tomt när tabellen inte har någon.",
      ],
      lastDay: [
        "Senaste beställning",
        "Den nyaste senaste beställningen hos en kund, eller den dag som dagarna sedan dess räknas till.",
      ],
    },
    columns: {
      orders: ["Beställningar", "Så som tabellen räknar dem."],
      revenue: ["Intäkter", "Vad kunderna har handlat för enligt tabellen."],
      monetary_value: ["Köp", "Som i tabellen; med --monetary average per beställning."],
    },
  };
}
