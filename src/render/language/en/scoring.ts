import type { Dimension } from "../../../analysis/scores/dimension.ts";
import { joinedBy } from "../phrasing.ts";
import type { EnglishGrammar, Names } from "./grammar.ts";

/** A measure of which the customers have few different values. */
export interface FewValues {
  readonly dimension: Dimension;
  readonly distinct: number;
}

/** Notes on scores, schemes and models. */
export function englishScoring({ count, share, day, plural, customers, listed, dimensions }: EnglishGrammar) {
  return {
    fewCustomers: (amount: number) =>
      `only ${customers(amount)}: their scores compare them with each other and say little more`,
    fewValues: (measures: readonly FewValues[]) => {
      const each = measures.map(
        ({ dimension, distinct }) =>
          `${dimensions[dimension]} ${distinct === 1 ? "is the same for every customer" : `has only ${distinct} different values`}`,
      );
      return `${listed(each)}: ${each.length === 1 ? "its" : "their"} scores say little`;
    },
    /** “51.0% of customers bought once: frequency uses scores 1, 3, 4, 5”. */
    ties: (dimension: Dimension, tied: { share: number; value: number; scores: string; isOneScore: boolean }) => {
      const many = share(tied.share);
      const what = {
        recency: `${many} of customers last bought ${plural(tied.value, "day")} before the as-of date`,
        frequency:
          tied.value === 1
            ? `${many} of customers bought once`
            : `${many} of customers bought ${count(tied.value)} times`,
        monetary: `${many} of customers spent the same`,
      }[dimension];
      return `${what}: ${dimensions[dimension]} uses ${tied.isOneScore ? "score" : "scores"} ${tied.scores}`;
    },
    /** @param option what leaves customers out, as it is typed */
    oneLarge: (fraction: number, option: string) =>
      `one customer brings ${share(fraction)} of the revenue (rfm score --sort -monetary_value shows which); staff and wholesale can be left out with ${option}`,
    outsideWindow: (amount: number) =>
      `${customers(amount)} bought only before the window and ${amount === 1 ? "is" : "are"} not scored`,
    unreachable: (segments: Names, scheme: string) =>
      `with these levels no customer can be in ${segments.join(", ")} of the ${scheme} scheme`,
    /** @param remedy options as they are typed; empty where there are none */
    empty: (measures: readonly { dimension: Dimension; scores: readonly number[] }[], remedy: Names) => {
      const which = measures.map(
        ({ dimension, scores }) => `${dimension} ${scores.length === 1 ? "score" : "scores"} ${scores.join(", ")}`,
      );
      return `no customer has ${which.join(" or ")}${remedy.length === 0 ? "" : `; to leave no score empty: ${remedy.join("  or  ")}`}`;
    },
    ntile: (measures: readonly Dimension[]) =>
      `ntile makes groups of equal size by ${measures.join(", ")}: customers with equal values may get different scores, with ties broken by customer id`,
    nested: (measures: readonly Dimension[]) =>
      `${joinedBy(measures, "and")} ${measures.length === 1 ? "is" : "are"} nested: each cell has its own cut points, so the same score means different values in different cells`,
    onlyGrow:
      "without a window, frequency and spend only grow, so under frozen cut points their scores rarely fall: a --window that is long enough to show who stays away lets them fall",
    frozen: (scheme: string, amount: number, asOf: number) =>
      `cut points and the ${scheme} scheme are frozen: made from ${customers(amount)} as of ${day(asOf)}`,
    modelWithoutCurrency: (currency: string) => `the model names no currency and the orders are in ${currency}`,
    exportsWithoutCurrency: (currency: string) => `the model's money is ${currency} and the orders name no currency`,
    saved: (file: string) => `model written to ${file}; --model ${file} scores other data with it`,
    ambiguous: (scheme: string, cells: number, named: string, file: string) =>
      `scheme ${scheme}: two segments claim ${plural(cells, "cell")} (${named}), and the first wins; rfm schemes check ${file} shows which`,
    neverReached: (scheme: string, segments: Names) =>
      `scheme ${scheme}: no customer can be in ${segments.join(", ")}, because earlier segments cover all their cells`,
    preview: (shown: number, all: number) => `the first ${shown} of ${customers(all)}; -o scores.csv writes them all`,
  };
}
