import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";
import { PERIODS } from "./grammar.ts";

/** What `rfm cohorts` says. */
export function germanCohorts({
  count,
  number,
  money,
  percentagePoints,
  customers,
  cohorts,
  stepOne,
  stepFirst,
}: GermanGrammar): Catalogue["cohorts"] {
  return {
    columns: { cohort: "Kohorte", size: "Größe", payback: "Amortisation" },
    average: "Durchschnitt",
    cohortsInIt: "Kohorten darin",
    noValue: (column) => `(${column} fehlt)`,
    withoutColumn: "(ohne Wert)",
    noData: "keine Daten",
    notYet: "noch nicht",
    atK: (k) => `k = ${k}`,
    measures: (measure, by, isOrLater) => {
      const step = typeof by === "number" ? stepOne(by) : "Zeitraum";
      const when = isOrLater ? `im k-ten ${step} oder später` : `im k-ten ${step}`;
      return {
        customers: `Kunden einer Kohorte, die ${when} gekauft haben`,
        rate: `Anteil der Kunden einer Kohorte, die ${when} gekauft haben`,
        revenue: `Umsatz einer Kohorte im k-ten ${step} nach Erstattungen`,
        "revenue-per-customer": `Umsatz im k-ten ${step} pro Kunde der Kohorte`,
        cumulative: `Umsatz von der ersten Bestellung bis zum k-ten ${step} pro Kunde der Kohorte`,
        orders: `Bestellungen einer Kohorte im k-ten ${step}`,
      }[measure];
    },
    averageSentence: (measure, figures, step) => {
      const said = figures.map((one) => `${one.value} bei k = ${one.k} (${cohorts(one.cohorts)})`);
      const counted = typeof step === "number" ? stepOne(step) : PERIODS[step].many;
      return `${measure}: im Durchschnitt ${said.join("; ")}. k zählt die ${counted} nach ${stepFirst(step)}; dort ist k = 0.`;
    },
    nothingYet: (amount, cohortCount, step) =>
      `${customers(amount)} in ${cohorts(cohortCount)}; nach ${stepFirst(step)} ist noch nichts vollständig bekannt.`,
    ownWindow: (step) =>
      `Jede Zelle zählt nur Kunden, ${typeof step === "number" ? `deren eigenes k-tes ${stepOne(step)}` : "deren eigener k-ter Zeitraum"} abgelaufen ist; leer: bei keinem.`,
    leftOut: (name) =>
      `Die Durchschnitte lassen die erste Kohorte, ${name}, aus: Sie kann Kunden enthalten, die schon vor Beginn der Daten bestellt hatten.`,
    onlyFirst: (amount, cohortCount, step) =>
      `${customers(amount)} in ${cohorts(cohortCount)}; nach ${stepFirst(step)} ist nur die erste Kohorte vollständig bekannt, daher gibt es noch keinen Durchschnitt.`,
    partial: (kind) =>
      `* unvollständig: Die Daten decken nicht ${PERIODS[kind].entire} ab; daher nicht in den Durchschnitten.`,
    blank: "Leer: noch nicht beobachtbar.",
    lastColumnsFall:
      "Die letzten Spalten enthalten nur noch den letzten Zeitraum und fallen daher, was Kunden auch tun: Vergleichen Sie frühere Spalten.",
    payback: (payback) => {
      const cost = money(payback.cost);
      const onAverage =
        payback.soFar === null
          ? `Es ist zu früh zu sagen, ob ein durchschnittlicher Kunde die ${cost} seiner Gewinnung eingebracht hat`
          : payback.k === null
            ? `Im Durchschnitt hat ein Kunde die ${cost} seiner Gewinnung noch nicht eingebracht (${payback.soFar} bis k = ${payback.lastK})`
            : `Im Durchschnitt hat ein Kunde die ${cost} seiner Gewinnung ${payback.k === 0 ? `schon in ${stepFirst(payback.step)}` : `bis k = ${payback.k}`} eingebracht`;
      return `${onAverage}; das gilt für ${count(payback.reached)} von ${cohorts(payback.cohorts)}. Das ist Umsatz, keine Marge: Waren und Versand sind nicht abgezogen.`;
    },
    outsizedFirst: (cohort, size, times) =>
      `Die erste Kohorte, ${cohort}, hat ${customers(size)}, ${number(times)}-mal so viele wie die anderen im Mittel: Vermutlich mischt sie alte Kunden mit neuen, und ihre Anteile sind nicht die neuer Kunden`,
    tiny: (amount, named, fewest) =>
      `${cohorts(amount)}${named.length === 0 ? "" : ` (${named.join(", ")})`} mit weniger als ${fewest} Kunden: Ein Kunde mehr oder weniger verschiebt die Anteile um mehr als ${percentagePoints(1 / fewest)}`,
    withoutValue: "ohne Wert",
    largestShown: (shown, all) => `Die ${count(shown)} größten von ${cohorts(all)}; --format csv enthält alle`,
    partialLeftOut: "Zellen unvollständiger Zeiträume sind mit --wide leer; die lange Form enthält sie",
  };
}
