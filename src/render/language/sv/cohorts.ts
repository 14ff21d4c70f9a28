import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";
import { PERIODS } from "./grammar.ts";

/** What `rfm cohorts` says. */
export function swedishCohorts({
  count,
  number,
  money,
  percentagePoints,
  customers,
  cohorts,
  stepOne,
  stepDefinite,
  stepFirst,
}: SwedishGrammar): Catalogue["cohorts"] {
  return {
    columns: { cohort: "kohort", size: "storlek", payback: "återbetalningstid" },
    average: "genomsnitt",
    cohortsInIt: "antal kohorter",
    noValue: (column) => `(${column} saknas)`,
    withoutColumn: "(värde saknas)",
    noData: "inga data",
    notYet: "inte ännu",
    atK: (k) => `k = ${k}`,
    measures: (measure, by, isOrLater) => {
      const at = typeof by === "number" ? `i det k:te ${stepDefinite(by)}` : "i den k:te perioden";
      const upTo =
        typeof by === "number" ? `till och med det k:te ${stepDefinite(by)}` : "till och med den k:te perioden";
      const when = isOrLater ? `${at} eller senare` : at;
      return {
        customers: `Kunder i en kohort som köpte ${when}`,
        rate: `Andel av en kohorts kunder som köpte ${when}`,
        revenue: `En kohorts intäkter ${at} efter återbetalningar`,
        "revenue-per-customer": `Intäkter ${at} per kund i kohorten`,
        cumulative: `Intäkter från första beställningen ${upTo} per kund i kohorten`,
        orders: `En kohorts beställningar ${at}`,
      }[measure];
    },
    averageSentence: (measure, figures, step) => {
      const said = figures.map((one) => `${one.value} vid k = ${one.k} (${cohorts(one.cohorts)})`);
      const counted = typeof step === "number" ? stepOne(step) : PERIODS[step].many;
      return `${measure}: i genomsnitt ${said.join("; ")}. k räknar ${counted} efter ${stepFirst(step)}, som är 0.`;
    },
    nothingYet: (amount, cohortCount, step) =>
      `${customers(amount)} i ${cohorts(cohortCount)}; efter ${stepFirst(step)} är ännu inget helt känt.`,
    ownWindow: (step) =>
      `Varje cell räknar bara kunder vars eget k:te ${stepOne(step)} har löpt ut; tom: ingens har gjort det.`,
    leftOut: (name) =>
      `Genomsnitten utelämnar den första kohorten, ${name}: den kan innehålla kunder som redan hade beställt innan underlaget börjar.`,
    onlyFirst: (amount, cohortCount, step) =>
      `${customers(amount)} i ${cohorts(cohortCount)}; efter ${stepFirst(step)} är bara den första kohorten helt känd, så det finns inget genomsnitt ännu.`,
    partial: (kind) =>
      `* ofullständig: underlaget täcker inte ${PERIODS[kind].entire}, så den ingår inte i genomsnitten.`,
    blank: "Tomt: går ännu inte att se.",
    lastColumnsFall:
      "De sista kolumnerna innehåller bara den sista perioden och sjunker därför vad kunderna än gör: jämför tidigare kolumner.",
    payback: (payback) => {
      const cost = money(payback.cost);
      const onAverage =
        payback.soFar === null
          ? `Det är för tidigt att säga om en genomsnittlig kund har dragit in de ${cost} som det kostade att värva den`
          : payback.k === null
            ? `I genomsnitt har en kund ännu inte dragit in de ${cost} som det kostade att värva den (${payback.soFar} till och med k = ${payback.lastK})`
            : `I genomsnitt har en kund dragit in de ${cost} som det kostade att värva den ${payback.k === 0 ? `redan under ${stepFirst(payback.step)}` : `vid k = ${payback.k}`}`;
      return `${onAverage}; det gäller ${count(payback.reached)} av ${cohorts(payback.cohorts)}. Detta är intäkter, inte marginal: varor och frakt är inte avdragna.`;
    },
    outsizedFirst: (cohort, size, times) =>
      `den första kohorten, ${cohort}, har ${customers(size)}, ${number(times)} gånger medelvärdet av de andra: troligen blandar den gamla kunder med nya, och dess andelar är inte nya kunders`,
    tiny: (amount, named, fewest) =>
      `${cohorts(amount)}${named.length === 0 ? "" : ` (${named.join(", ")})`} med färre än ${fewest} kunder: en kund mer eller mindre ändrar andelarna med mer än ${percentagePoints(1 / fewest)}`,
    withoutValue: "utan värde",
    largestShown: (shown, all) => `de ${count(shown)} största av ${cohorts(all)}; --format csv har alla`,
    partialLeftOut: "celler för ofullständiga perioder är tomma med --wide; den långa formen har dem",
  };
}
