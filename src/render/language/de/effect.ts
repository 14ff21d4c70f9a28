import type { ShareFact } from "../en/effect.ts";
import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What `rfm effect` says. */
export function germanEffect({
  count,
  oneDecimal,
  share,
  day,
  daysDative,
  plural,
  listed,
  percentagePointsDative,
}: GermanGrammar): Catalogue["effect"] {
  const signed = (difference: number): string => oneDecimal(difference * 100);
  const compared = ({ treated, treatedShare, control, controlShare, days: length }: ShareFact): string =>
    `Von ${count(treated)} Angesprochenen haben ${share(treatedShare)} innerhalb von ${daysDative(length)} bestellt, von den ${count(control)} der Kontrollgruppe ${share(controlShare)}`;
  const interval = ({ difference, low, high }: ShareFact): string =>
    `Der Unterschied von ${percentagePointsDative(difference)} (95\u00A0%: ${signed(low)} bis ${signed(high)})`;
  return {
    title: (since, until) => `Hat die Kampagne gewirkt? ${day(since)} bis ${day(until)}`,
    columns: {
      measure: "Maß",
      treated: "Angesprochene",
      control: "Kontrolle",
      difference: "Unterschied",
      interval: "95-%-Intervall",
      p_value: "p-Wert",
      extra: "zusätzlich insgesamt",
      smallest_difference: "kleinster sichtbarer",
    },
    measures: {
      ordered: "hat bestellt",
      orders: "Bestellungen pro Person",
      revenue: "Nettoumsatz pro Person",
      margin: "Marge pro Person",
      ordered_before: "hatte vorher bestellt",
    },
    points: (difference) => `${signed(difference)}\u00A0%-Pkt.`,
    range: (low, high) => `${low} bis ${high}`,
    people: (extra) => plural(Math.round(extra), "Person", "Personen"),
    worked: (fact) =>
      `Sie hat gewirkt: ${compared(fact)}. ${interval(fact)} ist durch Zufall allein nicht zu erklären.`,
    harm: (fact) =>
      `Sie hat geschadet: ${compared(fact)}. ${interval(fact)} ist durch Zufall allein nicht zu erklären.`,
    unknown: (fact) =>
      `Ob sie gewirkt hat, lässt sich nicht sagen: ${compared(fact)}. ${interval(fact)} kann Zufall sein.`,
    tooEarly: (until, countedTo) =>
      `Noch zu früh: Die Tage der Kampagne enden am ${day(until)}, die Daten am ${day(countedTo)}. Warten Sie, bis sie vorbei sind: Wer jeden Tag nachsieht und aufhört, wenn es gut aussieht, misst den Zufall.`,
    notAlike: (fact) =>
      `Die Gruppen sind nicht vergleichbar: In den ${daysDative(fact.days)} vor der Kampagne hatten ${share(fact.treatedShare)} der Angesprochenen und ${share(fact.controlShare)} der Kontrollgruppe bestellt, ein Unterschied, der durch Zufall in weniger als einer von hundert Ziehungen entsteht. Die Kontrollgruppe wurde nicht zufällig aus denselben Personen gezogen, daher lässt sich ein Unterschied danach nicht der Kampagne zuschreiben.`,
    extra: (fact) =>
      `Das sind etwa ${fact.people}, die sonst nicht bestellt hätten (95\u00A0%: ${fact.low} bis ${fact.high}).`,
    fewer: (fact) =>
      `Das sind etwa ${fact.people}, die ohne sie bestellt hätten (95\u00A0%: ${fact.low} bis ${fact.high}).`,
    smallest: (difference, treated, control) =>
      `Gruppen von ${count(treated)} und ${count(control)} zeigen einen Unterschied von ${percentagePointsDative(difference)} in vier von fünf Fällen, einen kleineren seltener.`,
    tooSmall: (treated, control) =>
      `In Gruppen von ${count(treated)} und ${count(control)} ist kein Unterschied zu sehen.`,
    money: ({ difference, low, high, amount, total }) =>
      difference === 0
        ? `Nettoumsatz pro Person: kein Unterschied (95\u00A0%: ${low} bis ${high}).`
        : `Nettoumsatz pro Person: ${amount} ${difference < 0 ? "weniger" : "mehr"} (95\u00A0%: ${low} bis ${high}), insgesamt etwa ${total} ${difference < 0 ? "weniger" : "mehr"}.`,
    fewOrders: "Für ein Intervall der Beträge haben zu wenige bestellt.",
    otherControl: (people, list) =>
      `${plural(people, "Person", "Personen")} der Kontrollgruppe ${people === 1 ? "wurde" : "wurden"} aus anderen Listen als ${list} zurückgehalten und ${people === 1 ? "wird" : "werden"} nicht mitgezählt`,
    repeated: (rows) =>
      `${plural(rows, "Zeile", "Zeilen")} der Listen ${rows === 1 ? "nennt" : "nennen"} jemanden ein zweites Mal; jede Person zählt einmal`,
    groups: (names) => `Gelesene Listen: ${listed(names)}`,
  };
}
