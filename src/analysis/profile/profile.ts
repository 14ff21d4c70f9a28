import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import { qValues } from "../statistics/benjamini-hochberg.ts";
import { differenceOfShares } from "../statistics/difference-of-shares.ts";
import { fisherExact } from "../statistics/hypergeometric-test.ts";
import type { BestCustomers } from "./best-customers.ts";
import type { AttributeValue, OrderAttribute } from "./order-attribute.ts";

/** A value is shown where so many customers began with it. */
export const FEWEST_CUSTOMERS = 20;

/** The largest q-value that counts as a finding. */
export const FINDING = 0.05;

/** One value of one attribute, among the first orders of the best and of the rest. */
export interface ProfileRow {
  readonly attribute: string;
  readonly value: AttributeValue;
  /** How many of the best began with it. */
  readonly best: number;
  readonly bestShare: number;
  readonly rest: number;
  readonly restShare: number;
  /** The share among the best divided by the share among all customers; 1 where both groups are alike. */
  readonly lift: number;
  /** `bestShare` − `restShare`, with the 95 % interval of Newcombe. */
  readonly difference: number;
  readonly differenceLow: number;
  readonly differenceHigh: number;
  /** Fisher's exact test, two-sided, of this value alone. */
  readonly pValue: number;
  /** Benjamini & Hochberg over all rows. */
  readonly qValue: number;
}

/** What became of an attribute: how many values it has among the first orders, and how many of them are shown. */
export interface AttributeExtent {
  readonly attribute: string;
  readonly values: number;
  /** Those with at least {@link FEWEST_CUSTOMERS} customers. */
  readonly shown: number;
  /** The one value that all customers share; `null` where there are several. */
  readonly only: AttributeValue | null;
}

export interface Profile {
  readonly best: number;
  readonly rest: number;
  /** Least q-value first; of equal ones the larger difference, then by attribute and value. */
  readonly rows: readonly ProfileRow[];
  readonly extents: readonly AttributeExtent[];
}

/**
 * Compares what the best customers began with and what the rest did. Only values that {@link FEWEST_CUSTOMERS} customers
 * began with are compared, and none that every customer has.
 *
 * @param first the entry of each customer's first order, by customer key
 */
export function profileFirstOrders(
  attributes: readonly OrderAttribute[],
  { customers, first }: { readonly customers: BestCustomers; readonly first: Int32Array },
): Profile {
  const { best, rest } = customers;
  const counted = attributes.map((attribute) => countValues(attribute, customers, first));
  const tested = counted.flatMap(({ attribute, counts }) => testedRows(attribute, counts, { best, rest }));
  const adjusted = qValues(tested.map(({ pValue }) => pValue));
  const rows = tested.map((row, index) => ({ ...row, qValue: adjusted[index] as number }));
  return {
    best,
    rest,
    rows: rows.sort(byEvidence),
    extents: counted.map(({ attribute, counts }) => extentOf(attribute, counts, best + rest)),
  };
}

/** How many of the best and of the rest have each value. */
interface ValueCounts {
  readonly best: Int32Array;
  readonly rest: Int32Array;
}

function countValues(
  attribute: OrderAttribute,
  { customer, isBest }: BestCustomers,
  first: Int32Array,
): { readonly attribute: OrderAttribute; readonly counts: ValueCounts } {
  const length = attribute.values.length;
  const counts = { best: new Int32Array(length), rest: new Int32Array(length) };
  for (let row = 0; row < customer.length; row += 1) {
    const order = first[customer[row] as number] as number;
    if (order < 0) continue;
    const group = isBest[row] === 1 ? counts.best : counts.rest;
    for (const value of attribute.valuesOf(order)) group[value] = (group[value] as number) + 1;
  }
  return { attribute, counts };
}

function testedRows(
  { attribute, values }: OrderAttribute,
  counts: ValueCounts,
  { best: allBest, rest: allRest }: { readonly best: number; readonly rest: number },
): readonly Omit<ProfileRow, "qValue">[] {
  return values.flatMap((value, index) => {
    const [best, rest] = [counts.best[index] as number, counts.rest[index] as number];
    if (best + rest < FEWEST_CUSTOMERS || best + rest === allBest + allRest) return [];
    const shares = [
      { successes: best, trials: allBest },
      { successes: rest, trials: allRest },
    ] as const;
    const { difference, low, high } = differenceOfShares(...shares);
    const row = {
      ...{ attribute, value, best, rest, difference },
      bestShare: best / allBest,
      restShare: rest / allRest,
      lift: best / allBest / ((best + rest) / (allBest + allRest)),
      differenceLow: low,
      differenceHigh: high,
      pValue: fisherExact({ hits: best, drawn: allBest }, { hits: rest, drawn: allRest }),
    };
    return [row];
  });
}

function extentOf(
  { attribute, values }: OrderAttribute,
  { best, rest }: ValueCounts,
  customers: number,
): AttributeExtent {
  const counts = values.map((_, index) => (best[index] as number) + (rest[index] as number));
  const met = values.filter((_, index) => (counts[index] as number) > 0);
  const everybodys = values.find((_, index) => counts[index] === customers);
  return {
    attribute,
    values: met.length,
    shown: counts.filter((count) => count >= FEWEST_CUSTOMERS && count < customers).length,
    only: met.length === 1 ? (everybodys ?? null) : null,
  };
}

function byEvidence(a: ProfileRow, b: ProfileRow): number {
  return (
    a.qValue - b.qValue ||
    a.pValue - b.pValue ||
    Math.abs(b.difference) - Math.abs(a.difference) ||
    compareCodeUnits(a.attribute, b.attribute) ||
    compareCodeUnits(a.value.value, b.value.value)
  );
}
