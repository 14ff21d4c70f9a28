import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { keyCount } from "../../orders/order-table.ts";
import type { BestCustomers } from "./best-customers.ts";
import type { AttributeValue, OrderAttribute } from "./order-attribute.ts";

/** The prior weighs as much as this many observations, shared out as the values are in both groups together. */
export const PRIOR_WEIGHT = 500;

/** A value is shown where it occurs so often. */
const FEWEST_OCCURRENCES = 20;

/** How much more of their orders the best give to a value than the rest do. */
export interface OddsRow {
  readonly attribute: string;
  readonly value: AttributeValue;
  /** Orders of the best with it, and of the rest. */
  readonly best: number;
  readonly rest: number;
  /** The difference of the log-odds; above 0 where the best give it more of their orders. */
  readonly delta: number;
  /** `delta` in its standard errors. */
  readonly z: number;
}

/**
 * What the best buy more of than the rest over their whole history, up to a day: the log-odds of each value with an
 * informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, Political Analysis 16, 372–403, equations 16, 20 and 22). An
 * order counts once for each of its values. The prior draws rare values towards no difference, so that they do not fill
 * the top of the list by chance.
 *
 * @returns the greatest |z| first, for each attribute by itself; values that occur fewer than 20 times are left out
 */
export function historyOdds(
  orders: OrderTable,
  attributes: readonly OrderAttribute[],
  { customers, asOf }: { readonly customers: BestCustomers; readonly asOf: number },
): readonly OddsRow[] {
  const group = new Int8Array(keyCount(orders)).fill(-1);
  for (let row = 0; row < customers.customer.length; row += 1) {
    group[customers.customer[row] as number] = customers.isBest[row] as number;
  }
  const purchases: number[] = [];
  for (let order = 0; order < orders.length; order += 1) {
    const counts = (orders.amount[order] as number) > 0 && (orders.day[order] as number) <= asOf;
    if (counts && group[orders.customer[order] as number] !== -1) purchases.push(order);
  }
  return attributes.flatMap((attribute) => {
    const counts = { best: new Float64Array(attribute.values.length), rest: new Float64Array(attribute.values.length) };
    for (const order of purchases) {
      const own = group[orders.customer[order] as number] === 1 ? counts.best : counts.rest;
      for (const value of attribute.valuesOf(order)) own[value] = (own[value] as number) + 1;
    }
    return oddsOf(attribute, counts);
  });
}

function oddsOf(
  { attribute, values }: OrderAttribute,
  { best, rest }: { readonly best: Float64Array; readonly rest: Float64Array },
): readonly OddsRow[] {
  const [allBest, allRest] = [sumOf(best), sumOf(rest)];
  const met = best.filter((count, index) => count + (rest[index] as number) > 0).length;
  if (allBest === 0 || allRest === 0 || met < 2) return [];
  const rows = values.flatMap((value, index): readonly OddsRow[] => {
    const [own, other] = [best[index] as number, rest[index] as number];
    if (own + other < FEWEST_OCCURRENCES) return [];
    const { delta, z } = logOddsRatio([own, allBest], [other, allRest]);
    return [{ attribute, value, best: own, rest: other, delta, z }];
  });
  return rows.sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || compareCodeUnits(a.value.value, b.value.value));
}

/**
 * The difference of the log-odds of one value in two groups, each given as occurrences of the value and of all values, and
 * that difference in its standard errors. The prior is {@link PRIOR_WEIGHT} times the value's share in both together.
 */
export function logOddsRatio(
  [own, allOwn]: readonly [occurrences: number, all: number],
  [other, allOther]: readonly [occurrences: number, all: number],
): { readonly delta: number; readonly z: number } {
  const prior = (PRIOR_WEIGHT * (own + other)) / (allOwn + allOther);
  const logOdds = (count: number, all: number): number =>
    Math.log((count + prior) / (all + PRIOR_WEIGHT - count - prior));
  const delta = logOdds(own, allOwn) - logOdds(other, allOther);
  return { delta, z: delta / Math.sqrt(1 / (own + prior) + 1 / (other + prior)) };
}

function sumOf(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
