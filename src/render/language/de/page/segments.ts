import type { Catalogue } from "../../en/index.ts";
import { joinedBy } from "../../phrasing.ts";
import type { GermanGrammar } from "../grammar.ts";

/** The page's groups of customers and the grid of scores. */
export function germanPageSegments({
  share,
  plural,
  customers,
  orders,
  daysDative,
}: GermanGrammar): Pick<Catalogue["page"], "segments" | "grid"> {
  return {
    segments: {
      heading: "Wer Ihre Kunden sind",
      intro: (money) =>
        `Jeder Kunde ist in genau einer Gruppe (einem Segment), nach drei Dingen: wann Kunden zuletzt bestellt haben, wie oft sie bestellen und ${money}.`,
      howMuch: "wie viel sie nach Erstattungen ausgegeben haben",
      byCustomers: (segment, part) => `Größte Gruppe: ${segment}, ${share(part)} der Kunden`,
      byRevenue: (segment, part) => `Am meisten Umsatz: ${segment}, ${share(part)}`,
      oneGroup: (segment, amount) =>
        amount === 1
          ? `Der einzige Kunde ist in „${segment}“.`
          : `Alle ${customers(amount)} sind in einer Gruppe: ${segment}.`,
      oneGroupTitle: "Es gibt nur eine Gruppe",
      mapCaption:
        "Jeder Balken ist der Anteil der Gruppe an allen Kunden oder am Umsatz; beide haben dieselbe Skala. Die Gruppe mit dem meisten Umsatz steht oben.",
      perCustomer: "Ausgaben pro Kunde",
      silence: "Tage ohne Bestellung (Median)",
      legend: "Farbe und Form: die Art der Gruppe, wie das Schema sie festlegt",
      families: {
        best: "beste",
        growing: "wachsende",
        cooling: "abkühlende",
        slipping: "abwandernde",
        quiet: "stille",
      },
      fifthsLegend:
        "Farbe und Form: das Fünftel der Kunden, nach letzter Bestellung, in dem der typische Kunde der Gruppe ist",
      fifths: ["neuestes Fünftel", "zweites", "mittleres", "viertes", "ältestes Fünftel"],
      tableHeading: "Was mit jeder Gruppe zu tun ist",
      tableIntro:
        "Die Gruppe mit dem meisten Umsatz zuerst. Typisch bedeutet der Median: Die Hälfte hat weniger, die Hälfte mehr.",
      typical: (days, amount) => `letzte Bestellung vor ${daysDative(days)}, ${orders(amount)}`,
      typicalCustomer: "Typischer Kunde",
      avoid: (text) => `Vermeiden: ${text}`,
      watch: (text) => `Beobachten: ${text}`,
      outsideWindow: (amount) =>
        `${plural(amount, "Kunde hat", "Kunden haben")} nur vor dem Zeitfenster dieses Berichts bestellt und ${amount === 1 ? "ist" : "sind"} in keiner Gruppe.`,
      empty: (segments) => `Gruppen ohne Kunden: ${segments}.`,
    },
    grid: {
      heading: "Wann zuletzt und wie oft bestellt wird",
      intro: (recencyLevels, frequencyLevels) =>
        `Jeder Kunde hat einen Score dafür, wann er zuletzt bestellt hat (1 bis ${recencyLevels}), und einen dafür, wie oft (1 bis ${frequencyLevels}). Der höchste ist der beste. Die Werte hinter jedem Score:`,
      customersTitle: (amount, part) =>
        amount === 0
          ? "Kein Kunde hat in beiden den besten Score"
          : `${plural(amount, "Kunde", "Kunden")} (${share(part)}) ${amount === 1 ? "hat" : "haben"} in beiden den besten Score`,
      revenueTitle: (part) => `Die Kunden mit dem besten Score in beiden bringen ${share(part)} des Umsatzes`,
      noRevenueTitle: "Geld nach Erstattungen, nach beiden Scores",
      caption:
        "Nach dem Score der Aktualität (senkrecht) und der Häufigkeit (waagrecht); je mehr, desto kräftiger die Farbe. Dicke Linien trennen die Gruppen: Form und Name sind die der Gruppe, in der die meisten Kunden einer Zelle sind.",
      show: "Anzeigen",
      views: { customers: "Kunden", revenue: "Umsatz", average: "Umsatz pro Kunde" },
      emptyColumns: (scores) =>
        `Kein Kunde hat den Häufigkeits-Score ${joinedBy(scores, "oder")}: So viele Kunden haben gleich viele Bestellungen, dass sie zusammen ${scores.length === 1 ? "eine ganze Stufe" : "mehrere Stufen"} der Skala füllen, und alle bekommen denselben Score.`,
      recency: (score) => `Aktualität ${score}`,
      frequency: (score) => `Häufigkeit ${score}`,
      corner: "Aktualität ↓ Häufigkeit →",
    },
  };
}
