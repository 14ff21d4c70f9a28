import type { Catalogue } from "../../en/index.ts";
import type { GermanGrammar } from "../grammar.ts";

/** The page's spread of measures, who brings the revenue, and who spent most. */
export function germanPageSpend({
  soFar,
  count,
  number,
  share,
  days,
  plural,
  customers,
  customersDative,
}: GermanGrammar): Pick<Catalogue["page"], "spread" | "concentration" | "top"> {
  return {
    spread: {
      heading: "Wie verschieden Kunden sind",
      intro:
        "Wo die Kunden in jedem der drei Maße stehen. Gestrichelte Linien sind die Grenzwerte zwischen einem Score und dem nächsten; die Scores stehen darüber.",
      titles: {
        recency: (median) => `Bei der Hälfte der Kunden ist die letzte Bestellung höchstens ${days(median)} her`,
        frequency: (median) =>
          median <= 1
            ? "Mindestens die Hälfte der Kunden hat nur einmal bestellt"
            : `Die Hälfte der Kunden hat höchstens ${number(median)} Bestellungen`,
        monetary: (median) => `Die Hälfte der Kunden hat höchstens ${median} ausgegeben`,
      },
      captions: {
        recency: "Kunden nach ganzen Tagen von ihrer letzten Bestellung bis zum letzten Tag des Berichts (Aktualität).",
        frequency: "Kunden nach der Zahl ihrer Bestellungen (Häufigkeit).",
        monetary: "Kunden nach dem, was sie nach Erstattungen ausgegeben haben (Kaufwert).",
      },
      columns: {
        recency: "Tage seit der letzten Bestellung",
        frequency: "Bestellungen",
        monetary: "Ausgaben",
      },
      hint: (value, amount) => `${value}: ${customers(amount)}`,
      short: { orMore: (value) => `${value}+`, orLess: (value) => `≤ ${value}` },
      orMore: (value) => `${value} oder mehr`,
      orLess: (value) => `${value} oder weniger`,
      over: (value) => `über ${value}`,
      between: (from, to) => `${from} – ${to}`,
      overUpTo: (over, to) => `über ${over} bis ${to}`,
      describe: (title, bins) => `Balkendiagramm mit ${plural(bins, "Klasse", "Klassen")}. ${title}.`,
      sameTitle: {
        recency: "Alle Kunden haben am selben Tag zuletzt bestellt",
        frequency: "Alle Kunden haben gleich viele Bestellungen",
        monetary: "Alle Kunden haben gleich viel ausgegeben",
      },
      same: (value, amount) => `${value} (${customers(amount)}): Da ist nichts zu zeichnen.`,
      noLines:
        "Es ist keine Linie gezeichnet: Die Scores kommen vom Rang jedes Kunden unter den anderen, nicht von festen Grenzwerten.",
    },
    concentration: {
      heading: "Wie viel die besten Kunden bringen",
      title: (part, revenuePart) => `${share(part)} der Kunden bringen ${share(revenuePart)} des Umsatzes`,
      caption:
        "Kunden von dem, der am meisten ausgegeben hat, bis zu dem, der am wenigsten ausgegeben hat, und der Anteil am Umsatz, den sie zusammen bringen. Die gestrichelte Linie zeigt, wie es wäre, wenn alle gleich viel ausgegeben hätten.",
      half: (amount, part) =>
        `Die Hälfte des Umsatzes kommt von ${customersDative(amount)}, ${share(part)} aller Kunden.`,
      negative: (amount, peak, since) =>
        `${plural(amount, "Kunde hat", "Kunden haben")}${since === null ? "" : ` ${soFar(since)}`} mehr zurückbekommen als gezahlt${peak === null ? "" : `: Die Linie steigt auf ${share(peak)} und fällt über diesen Kunden auf ${share(1)}`}.`,
      describe: (title) => `Steigende Kurve. ${title}.`,
      axis: (part) => `${part} der Kunden`,
      columns: {
        customers: "Kunden mit den höchsten Ausgaben",
        part: "aller Kunden",
        revenue: "bringen",
        revenuePart: "des Umsatzes",
      },
      noneTitle: "Der Anteil der besten Kunden lässt sich nicht berechnen",
      none: "Die Erstattungen sind so hoch wie die Käufe oder höher: Es gibt keinen Umsatz zu verteilen.",
      one: "Es gibt nur einen Kunden, der alles bringt.",
    },
    top: {
      heading: "Die Kunden mit den höchsten Ausgaben",
      title: (amount, part) =>
        `${amount === 1 ? "Ein Kunde bringt" : `${count(amount)} Kunden bringen`} ${share(part)} des Umsatzes`,
      plainTitle: (amount) => `Die ${count(amount)} mit den höchsten Ausgaben`,
      caption: "Nach dem, was sie nach Erstattungen ausgegeben haben.",
      masked: "E-Mail-Adressen sind gekürzt; --show-customers zeigt sie vollständig.",
      customer: "Kunde",
      orders: "Bestellungen",
      spent: "Ausgaben",
      last: "Letzte Bestellung",
      scores: "Scores",
    },
  };
}
