import type { Dimension } from "../../../analysis/scores/dimension.ts";
import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** What the score of a measure is called. */
const SCORES: Readonly<Record<Dimension, string>> = {
  recency: "Aktualitäts-Score",
  frequency: "Häufigkeits-Score",
  monetary: "Kaufwert-Score",
};

/** Notes on scores, schemes and models. */
export function germanScoring({
  count,
  share,
  day,
  plural,
  customers,
  customersDative,
  cells,
  listed,
  dimensions,
  days,
}: GermanGrammar): Catalogue["scoring"] {
  return {
    fewCustomers: (amount) => `Nur ${customers(amount)}: Ihre Scores vergleichen sie miteinander und sagen sonst wenig`,
    fewValues: (measures) => {
      const each = measures.map(
        ({ dimension, distinct }) =>
          `${dimensions[dimension]} ${distinct === 1 ? "ist bei allen Kunden gleich" : `hat nur ${distinct} verschiedene Werte`}`,
      );
      return `${listed(each)}: Die Scores dazu sagen wenig`;
    },
    ties: (dimension, tied) => {
      const many = share(tied.share);
      const what = {
        recency: `${many} der Kunden haben ${days(tied.value)} vor dem Stichtag zuletzt gekauft`,
        frequency:
          tied.value === 1
            ? `${many} der Kunden haben einmal gekauft`
            : `${many} der Kunden haben ${count(tied.value)}-mal gekauft`,
        monetary: `${many} der Kunden haben gleich viel ausgegeben`,
      }[dimension];
      return `${what}: ${dimensions[dimension]} hat nur ${tied.isOneScore ? "den Score" : "die Scores"} ${tied.scores}`;
    },
    oneLarge: (fraction, option) =>
      `Ein Kunde bringt ${share(fraction)} des Umsatzes (rfm score --sort -monetary_value zeigt, welcher); Mitarbeiter und Großhandel lassen sich mit ${option} auslassen`,
    outsideWindow: (amount) =>
      `${plural(amount, "Kunde hat", "Kunden haben")} nur vor dem Zeitfenster gekauft und ${amount === 1 ? "wird" : "werden"} nicht bewertet`,
    unreachable: (segments, scheme) =>
      `Mit diesen Stufen kann kein Kunde in ${segments.join(", ")} des Schemas ${scheme} sein`,
    empty: (measures, remedy) => {
      const which = measures.map(
        ({ dimension, scores }) => `${SCORES[dimension]}${scores.length === 1 ? "" : "s"} ${scores.join(", ")}`,
      );
      return `Kein Kunde hat ${which.join(" oder ")}${remedy.length === 0 ? "" : `; damit kein Score leer bleibt: ${remedy.join("  oder  ")}`}`;
    },
    ntile: (measures) =>
      `ntile macht gleich große Gruppen nach ${listed(measures.map((one) => dimensions[one]))}: Kunden mit gleichen Werten können verschiedene Scores bekommen; bei Gleichstand entscheidet die Kunden-ID`,
    nested: (measures) =>
      `${listed(measures.map((one) => dimensions[one]))} ${measures.length === 1 ? "ist" : "sind"} verschachtelt: Jede Zelle hat eigene Grenzwerte, daher bedeutet derselbe Score in verschiedenen Zellen verschiedene Werte`,
    onlyGrow:
      "Ohne Zeitfenster wachsen Häufigkeit und Ausgaben nur, daher fallen ihre Scores mit festen Grenzwerten selten: mit einem --window, das lang genug ist, um zu zeigen, wer ausbleibt, können sie fallen",
    frozen: (scheme, amount, asOf) =>
      `Fest sind die Grenzwerte und das Schema ${scheme}: entstanden aus ${customersDative(amount)} am ${day(asOf)}`,
    modelWithoutCurrency: (currency) => `Das Modell nennt keine Währung, und die Bestellungen sind in ${currency}`,
    exportsWithoutCurrency: (currency) =>
      `Das Geld des Modells ist in ${currency}, und die Bestellungen nennen keine Währung`,
    saved: (file) => `Modell in ${file} geschrieben; --model ${file} bewertet damit andere Daten`,
    ambiguous: (scheme, amount, named, file) =>
      `Schema ${scheme}: Zwei Segmente beanspruchen ${cells(amount)} (${named}), und das erste gewinnt; rfm schemes check ${file} zeigt, welche`,
    neverReached: (scheme, segments) =>
      `Schema ${scheme}: Kein Kunde kann in ${segments.join(", ")} sein, weil frühere Segmente alle Zellen davon abdecken`,
    preview: (shown, all) => `Die ersten ${count(shown)} von ${customersDative(all)}; -o scores.csv schreibt alle`,
  };
}
