import { windowStart } from "../../basics/calendar/span.ts";
import type { Timelines } from "../retention/timelines.ts";
import type { Prediction } from "./evaluation.ts";
import { floatColumn } from "./float-column.ts";
import { type HistoriesOn, historiesOn } from "./histories-on.ts";
import { outcomesIn } from "./purchase-histories.ts";
import { type ClassRates, learnClasses, quietThreshold } from "./rule-classes.ts";

/**
 * Rules that need no model. `hiatus`: who has been silent for less than so many days will order, the number being the shop's
 * own best. `last-period`: everybody does again what they did in the last period of the same length. `last-year`: … in the same
 * days of last year.
 */
export const RULE_NAMES = ["hiatus", "last-period", "last-year"] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** What a rule foretells, and the points between which a customer's orders will lie. */
export interface RulePrediction extends Prediction {
  readonly rule: RuleName;
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The hiatus rule's threshold in days; `null` for the others. */
  readonly hiatusDays: number | null;
}

export interface RuleOptions {
  /** The day of the forecast: nothing after it is looked at. */
  readonly asOf: number;
  /** How many days are foretold. */
  readonly days: number;
  /** The first day of the history. */
  readonly firstDay: number;
  /** The chance that is left out below and above an interval, 0 … ½. */
  readonly tail: number;
}

/**
 * What the rules foretell, those that the history is long enough for.
 *
 * Each rule puts customers into classes and gives each class the share that ordered and the orders a head that were seen after
 * an earlier day. That day lies `days` before the forecast's, or a third of the history, if that is less; what was seen is then
 * scaled to `days`.
 */
export function predictByRules(
  timelines: Timelines,
  now: HistoriesOn,
  options: RuleOptions,
): readonly RulePrediction[] {
  const { asOf, days, firstDay } = options;
  const learnedDays = Math.max(1, Math.min(days, Math.floor((asOf - firstDay + 1) / 3)));
  const then = historiesOn(timelines, now.customers, asOf - learnedDays);
  if (then.customers.length === 0) return [];
  const outcome = outcomesIn(timelines, { customers: then.customers, from: then.asOf + 1, to: asOf }).purchaseDays;
  const context: Context = { timelines, now, then, outcome, ratio: days / learnedDays, options };
  return [hiatusRule(context), lastPeriodRule(context), ...lastYearRule(context)];
}

interface Context {
  readonly timelines: Timelines;
  readonly now: HistoriesOn;
  readonly then: HistoriesOn;
  readonly outcome: Int32Array;
  readonly ratio: number;
  readonly options: RuleOptions;
}

function hiatusRule(context: Context): RulePrediction {
  const { now, then, outcome } = context;
  const threshold = quietThreshold(silences(then), outcome);
  const classes = (on: HistoriesOn): Int32Array => silences(on).map((days) => (days <= threshold ? 1 : 0));
  const rates = learnClasses(classes(then), outcome, context.options.tail);
  const own = classes(now);
  const expected = floatColumn(own.length, (index) => rateOf(rates, own[index] as number).orders * context.ratio);
  return { rule: "hiatus", ...prediction(context, rates, own), expectedOrders: expected, hiatusDays: threshold };
}

function lastPeriodRule(context: Context): RulePrediction {
  const { days } = context.options;
  const countsOn = (on: HistoriesOn): Int32Array => countsIn(context, on, on.asOf - days + 1, on.asOf);
  return { rule: "last-period", ...byCounts(context, countsOn) };
}

/** Only where two years are covered, and the year before the earlier day too. */
function lastYearRule(context: Context): readonly RulePrediction[] {
  const { asOf, days, firstDay } = context.options;
  const yearBefore = (day: number): number => windowStart(day, { count: 1, unit: "years" });
  const isCovered =
    firstDay <= windowStart(asOf, { count: 2, unit: "years" }) && firstDay <= yearBefore(context.then.asOf);
  if (!isCovered) return [];
  const countsOn = (on: HistoriesOn): Int32Array =>
    countsIn(context, on, yearBefore(on.asOf), yearBefore(on.asOf) + days - 1);
  return [{ rule: "last-year", ...byCounts(context, countsOn) }];
}

/** Customers do what they did once; how probable any order is the share of those with the same number says. */
function byCounts(context: Context, countsOn: (on: HistoriesOn) => Int32Array): Omit<RulePrediction, "rule"> {
  const [now, then] = [countsOn(context.now), countsOn(context.then)];
  const classOf = (count: number): number => Math.min(count, MOST_COUNTED);
  const rates = learnClasses(then.map(classOf), context.outcome, context.options.tail);
  const own = now.map(classOf);
  return { ...prediction(context, rates, own), expectedOrders: Float64Array.from(now), hiatusDays: null };
}

/** Customers with this many orders and those with more make one class. */
const MOST_COUNTED = 3;

function prediction(
  { ratio }: Context,
  rates: readonly ClassRates[],
  classes: Int32Array,
): Pick<RulePrediction, "orderProbability" | "low" | "high"> {
  const scaled = rates.map(({ share, low, high }) => ({
    probability: 1 - (1 - share) ** ratio,
    low: Math.round(low * ratio),
    high: Math.round(high * ratio),
  }));
  return {
    orderProbability: floatColumn(classes.length, (index) => scaled[classes[index] as number]?.probability ?? 0),
    low: classes.map((one) => scaled[one]?.low ?? 0),
    high: classes.map((one) => scaled[one]?.high ?? 0),
  };
}

function rateOf(rates: readonly ClassRates[], one: number): ClassRates {
  return rates[one] ?? { share: 0, orders: 0, low: 0, high: 0 };
}

function silences({ histories }: HistoriesOn): Int32Array {
  return histories.ageDays.map((age, index) => age - (histories.lastDays[index] as number));
}

function countsIn({ timelines }: Context, { customers }: HistoriesOn, from: number, to: number): Int32Array {
  return outcomesIn(timelines, { customers, from, to }).purchaseDays;
}
