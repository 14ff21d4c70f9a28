import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What `rfm explain` says. */
export function germanExplain({
  count,
  money,
  day,
  orders,
  days,
  plural,
  customersDative,
}: GermanGrammar): Catalogue["explain"] {
  const cellRead = ({ cell, read, levels }: { cell: string; read: string | null; levels: number }): string =>
    read === null ? `Zelle ${cell}` : `Zelle ${cell} (vom Schema mit seinen ${levels} Stufen als ${read} gelesen)`;
  return {
    title: (id, segment, asOf) => `${id} ist am ${day(asOf)} im Segment „${segment}“`,
    orders: "Bestellungen",
    scores: "Scores",
    why: "Warum dieses Segment",
    whatWouldChange: "Was es ändern würde, mit den heutigen Grenzwerten",
    columns: {
      day: "Tag",
      amount: "Betrag",
      refunded: "erstattet",
      measure: "Maß",
      value: "Wert",
      score: "Score",
      lower: "tieferer Score",
      higher: "höherer Score",
    },
    refund: "Erstattung",
    doesNotCount: (reason) => `zählt nicht: ${reason}`,
    earlier: (amount) => `und ${count(amount)} frühere`,
    ordersSentence: (facts) => {
      const span =
        facts.first === facts.last ? `am ${day(facts.first)}` : `vom ${day(facts.first)} bis ${day(facts.last)}`;
      const off = facts.takenOff === 0n ? "" : ` nach Abzug von ${money(facts.takenOff)}, die darauf erstattet wurden`;
      const back =
        facts.refunds === 0
          ? ""
          : `, abzüglich ${plural(facts.refunds, "späterer Erstattung", "späterer Erstattungen")} von ${money(facts.refunded)}`;
      return `${orders(facts.orders)} ${span}, Wert ${money(facts.worth)}${off}${back}.`;
    },
    notCounted: (amount, each) =>
      `${plural(amount, "weitere Bestellung oder Erstattung zählt", "weitere Bestellungen oder Erstattungen zählen")} nicht: ${each.join(", ")}.`,
    notCountedFor: (reason, amount, worth) => `${reason}: ${count(amount)}${worth === 0n ? "" : ` (${money(worth)})`}`,
    scoreOf: (score, levels) => `${score} von ${levels}`,
    byRank: "nach Rang",
    days,
    ordersMeasure: orders,
    over: (value) => `über ${value}`,
    upTo: (value) => `bis ${value}`,
    fitsRule: (rule) =>
      `${cellRead(rule)} erfüllt die Regel von „${rule.segment}“: ${rule.rule} (Schema ${rule.scheme}).`,
    oneOfCells: (rule) =>
      `${cellRead(rule)} ist ${rule.cells.length === 1 ? "die eine Zelle" : `eine der ${rule.cells.length} Zellen`} von „${rule.segment}“: ${rule.cells.join(" ")} (Schema ${rule.scheme}).`,
    horizon: (checked) =>
      `Geprüft: eine Bestellung an jedem Tag vom ${day(checked.from)} bis ${day(checked.orders)} (${days(checked.orderDays)}) und gar keine Bestellung bis ${day(checked.silence)}.`,
    orderEvent: (band, by, outcome) => {
      const what = band?.ofMargin === true ? "eine Bestellung mit einer Marge von" : "eine Bestellung von";
      if (band === null) return `eine Bestellung in beliebiger Höhe bis ${day(by)}: ${outcome}`;
      if (band.atMost === null) return `${what} ${money(band.atLeast)} oder mehr bis ${day(by)}: ${outcome}`;
      return `${what} ${money(band.atLeast)} bis ${money(band.atMost)}, bis ${day(by)}: ${outcome}`;
    },
    silenceEvent: (outcome, from, to) =>
      from === to
        ? `keine Bestellung: ${outcome} am ${day(from)}`
        : `keine Bestellung: ${outcome} vom ${day(from)} bis ${day(to)}`,
    stays: (segment) => `weiterhin ${segment}`,
    notScored: "nicht bewertet, kein Kauf im Zeitfenster",
    noCutPoints: "Nicht bekannt: ntile bringt Kunden in eine Rangfolge, daher ist kein Grenzwert zu erreichen.",
    nothingChanges: "Weder eine Bestellung noch zwei Jahre ohne eine würden es ändern.",
    restsOnFew: (amount) =>
      `Die Grenzwerte stammen von nur ${customersDative(amount)}: Einige Kunden mehr würden sie verschieben, und diese Antworten auch.`,
  };
}
