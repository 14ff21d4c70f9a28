import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { differenceOfShares } from "../statistics/difference-of-shares.ts";
import { fisherExact } from "../statistics/hypergeometric-test.ts";
import { steadyDigits } from "../steady-digits.ts";
import { type Campaign, campaignOutcomes, type GroupOutcome } from "./campaign.ts";
import { differenceOfMeans } from "./difference-of-means.ts";
import { smallestDifference, smallestMeanDifference } from "./sample-size.ts";

/**
 * What is compared: the share who ordered, orders per person, net revenue (and margin) per person, and the share who had
 * ordered in as many days before the campaign, which no campaign can change.
 */
export type EffectMeasureName = "ordered" | "orders" | "revenue" | "margin" | "ordered_before";

/** One measure in both groups. Revenue and margin are in currency units per person, shares are fractions. */
export interface EffectMeasure {
  readonly measure: EffectMeasureName;
  /** People in the group. */
  readonly treated: number;
  readonly treatedValue: number;
  readonly control: number;
  readonly controlValue: number;
  readonly difference: number;
  /** The 95 % interval of the difference; `null` where too few people ordered. */
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided: how probable a difference at least as large is where the campaign changes nothing. */
  readonly pValue: number | null;
  /** The difference times the people treated; `null` of what came before the campaign. */
  readonly extra: number | null;
  /** What groups of these sizes show four times out of five. */
  readonly smallestDifference: number | null;
}

/**
 * `too early` as long as the days of the campaign are not over: who stops looking when it looks good finds chance. `not
 * alike` where the groups differed before the campaign by more than chance does once in a hundred draws.
 */
export type Verdict = "worked" | "did harm" | "cannot be told" | "too early" | "not alike";

export interface Effect {
  readonly measures: readonly EffectMeasure[];
  readonly verdict: Verdict;
  readonly since: number;
  readonly until: number;
  /** The last day that the data counts, at most `until`. */
  readonly countedTo: number;
}

/** Below this a difference is taken for more than chance. */
const SIGNIFICANT = 0.05;
/** Groups that differ beforehand with less than this probability were not drawn by chance from the same people. */
const ALIKE = 0.01;

/**
 * Whether a campaign changed what people do, from a group that got it and one that did not.
 *
 * One measure decides, the share who ordered: of several that are looked at, one would find something by chance too often.
 * A verdict needs both Newcombe's interval on one side of 0 and Fisher's p-value below 5 %.
 *
 * @param asOf the last day that the data counts; not before `campaign.since`
 */
export function campaignEffect(orders: OrderTable, campaign: Campaign, asOf: number): Effect {
  const countedTo = Math.min(asOf, campaign.until);
  const { treated, control } = campaignOutcomes(orders, { ...campaign, until: countedTo });
  const shares = (measure: EffectMeasureName, of: (group: GroupOutcome) => Float64Array): EffectMeasure =>
    shareMeasure(measure, of(treated), of(control));
  const means = (measure: EffectMeasureName, of: (group: GroupOutcome) => Float64Array | null): EffectMeasure[] => {
    const [first, second] = [of(treated), of(control)];
    const scale = measure === "orders" ? 1 : AMOUNT_SCALE;
    return first === null || second === null ? [] : [meanMeasure(measure, first, second, scale)];
  };
  const ordered = shares("ordered", (group) => group.ordered);
  const before = { ...shares("ordered_before", (group) => group.orderedBefore), extra: null };
  return {
    measures: [
      ordered,
      ...means("orders", (group) => group.orders),
      ...(orders.hasMoney === false ? [] : means("revenue", (group) => group.revenue)),
      ...means("margin", (group) => group.margin),
      before,
    ],
    verdict: (before.pValue ?? 1) < ALIKE ? "not alike" : asOf < campaign.until ? "too early" : verdictOf(ordered),
    since: campaign.since,
    until: campaign.until,
    countedTo,
  };
}

function verdictOf({ low, high, pValue }: EffectMeasure): Verdict {
  if (low === null || high === null || pValue === null || pValue >= SIGNIFICANT) return "cannot be told";
  if (low > 0) return "worked";
  return high < 0 ? "did harm" : "cannot be told";
}

function shareMeasure(measure: EffectMeasureName, first: Float64Array, second: Float64Array): EffectMeasure {
  const [hits, otherHits] = [sumOf(first), sumOf(second)];
  const { difference, low, high } = differenceOfShares(
    { successes: hits, trials: first.length },
    { successes: otherHits, trials: second.length },
  );
  const pooled = (hits + otherHits) / (first.length + second.length);
  const pValue = fisherExact({ hits, drawn: first.length }, { hits: otherHits, drawn: second.length });
  return {
    measure,
    treated: first.length,
    treatedValue: hits / first.length,
    control: second.length,
    controlValue: otherHits / second.length,
    difference,
    low,
    high,
    pValue: steadyDigits(pValue),
    extra: difference * first.length,
    smallestDifference: smallestDifference(pooled, first.length, second.length),
  };
}

/** @param scale how many of the values' units are one unit of the measure */
function meanMeasure(
  measure: EffectMeasureName,
  first: Float64Array,
  second: Float64Array,
  scale: number,
): EffectMeasure {
  const found = differenceOfMeans(first, second, seedOf(first, second));
  const scaled = (value: number | null): number | null => (value === null ? null : steadyDigits(value / scale));
  const mean = (group: Float64Array): number => sumOf(group) / group.length / scale;
  return {
    measure,
    treated: first.length,
    treatedValue: mean(first),
    control: second.length,
    controlValue: mean(second),
    difference: found.difference / scale,
    low: scaled(found.low),
    high: scaled(found.high),
    pValue: found.pValue,
    extra: (found.difference * first.length) / scale,
    smallestDifference: found.standardError === 0 ? null : smallestMeanDifference(found.standardError / scale),
  };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** A whole number made from the data, so that the same data draws the same people: FNV-1a over sizes and values. */
function seedOf(...groups: readonly Float64Array[]): number {
  let hash = 0x811c9dc5;
  for (const group of groups) {
    for (const number of [group.length, ...group.filter((value) => value !== 0)]) {
      hash = Math.imul(hash ^ (number | 0), 0x01000193);
    }
  }
  return hash >>> 0;
}
