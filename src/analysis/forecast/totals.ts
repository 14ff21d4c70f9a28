import type { Random } from "../statistics/random.ts";
import { expectedOrderValue, type ValueModel } from "./gamma-gamma.ts";
import type { FittedModel } from "./models/fit-model.ts";
import type { PurchaseModel } from "./models/model-names.ts";
import { expectedOrders } from "./models/prediction.ts";
import { type OrderValues, valueSpread } from "./order-values.ts";
import { drawModels } from "./parameter-draws.ts";
import { historyOf } from "./predict-by-model.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** What customers together are expected to do. Money is in 1/10,000 of a currency unit. */
export interface ForecastTotal {
  readonly customers: number;
  /** How many of them are expected to order at all. */
  readonly expectedBuyers: number;
  readonly expectedOrders: number;
  readonly expectedSpend: number;
  readonly discountedSpend: number | null;
  /** Between these the total lies with the chance of the interval; `null` where no model says. */
  readonly ordersLow: number | null;
  readonly ordersHigh: number | null;
  readonly spendLow: number | null;
  readonly spendHigh: number | null;
}

/** The columns that are summed, one entry a customer. */
export interface SummedColumns {
  readonly orderProbability: Float64Array;
  readonly expectedOrders: Float64Array;
  /** The variance of the customer's orders; NaN where no model says. */
  readonly variance: Float64Array;
  readonly expectedSpend: Float64Array;
  readonly discountedSpend: Float64Array | null;
}

/** How the totals' intervals are made. */
export interface SimulationOptions {
  readonly model: FittedModel;
  readonly values: OrderValues;
  readonly histories: PurchaseHistories;
  readonly days: number;
  /** The chance that is left out below and above. */
  readonly tail: number;
  readonly random: Random;
}

/** The sums of some customers; without a simulation their intervals are `null`. */
export function totalOf(
  members: Int32Array,
  columns: SummedColumns,
  simulation: SimulationOptions | null = null,
): ForecastTotal {
  const sum = (values: Float64Array): number => members.reduce((total, index) => total + (values[index] as number), 0);
  const [orders, spend] = [sum(columns.expectedOrders), sum(columns.expectedSpend)];
  const sums = {
    customers: members.length,
    expectedBuyers: sum(columns.orderProbability),
    expectedOrders: orders,
    expectedSpend: spend,
    discountedSpend: columns.discountedSpend === null ? null : sum(columns.discountedSpend),
  };
  const none = { ordersLow: null, ordersHigh: null, spendLow: null, spendHigh: null };
  if (simulation === null || members.length === 0 || !(orders > 0)) return { ...sums, ...none };
  return {
    ...sums,
    ...intervals(members, columns, { ...simulation, orders, spend, ordersVariance: sum(columns.variance) }),
  };
}

/** So many sets of parameters are drawn, and so many totals with each. */
const DRAWS = 200;
const TOTALS_EACH = 10;

/** How the expected total depends on the parameters is seen on so many of the customers. */
const ENOUGH_CUSTOMERS = 400;

/**
 * The points of the total's distribution, by simulation: parameters are drawn, which moves the expected total, and around that
 * a total is drawn from the gamma distribution with the variance that the customers' orders have between them.
 */
function intervals(
  members: Int32Array,
  columns: SummedColumns,
  options: SimulationOptions & { readonly orders: number; readonly spend: number; readonly ordersVariance: number },
): Pick<ForecastTotal, "ordersLow" | "ordersHigh" | "spendLow" | "spendHigh"> {
  const { model, values, random, orders, spend, tail } = options;
  const step = Math.ceil(members.length / ENOUGH_CUSTOMERS);
  const sample = members.filter((_, index) => index % step === 0);
  const base = sampleTotals(sample, model, values.model, options);
  const isSpendKnown = values.fault === null && values.model !== null && spend > 0;
  const spendVariance = isSpendKnown ? varianceOfSpend(members, columns, options) : 0;
  const drawn = { orders: [] as number[], spend: [] as number[] };
  for (const draw of drawModels(model, DRAWS, random)) {
    const moved = sampleTotals(sample, draw, drawnValues(values, random), options);
    for (let total = 0; total < TOTALS_EACH; total += 1) {
      drawn.orders.push((moved.orders / base.orders) * scattered(orders, options.ordersVariance, random));
      if (isSpendKnown) drawn.spend.push((moved.spend / base.spend) * scattered(spend, spendVariance, random));
    }
  }
  const at = (numbers: readonly number[], chance: number): number | null =>
    numbers.toSorted((a, b) => a - b)[Math.floor(chance * numbers.length)] ?? null;
  return {
    ordersLow: at(drawn.orders, tail),
    ordersHigh: at(drawn.orders, 1 - tail),
    spendLow: at(drawn.spend, tail),
    spendHigh: at(drawn.spend, 1 - tail),
  };
}

/** A number with this mean and variance that is never below 0. */
function scattered(mean: number, variance: number, random: Random): number {
  return variance > 0 ? random.gamma((mean * mean) / variance) * (variance / mean) : mean;
}

/** Parameters of the order values that are as well possible as the fitted ones; only their mean moves a total. */
function drawnValues({ model, fault }: OrderValues, random: Random): ValueModel | null {
  if (model === null || fault !== null || model.standardErrors === null) return null;
  const { p, q, v } = model.parameters;
  const relative = model.meanError * random.normal();
  return { ...model, parameters: { p, q, v: v * Math.exp(relative) } };
}

function sampleTotals(
  sample: Int32Array,
  model: PurchaseModel,
  values: ValueModel | null,
  { histories, days }: SimulationOptions,
): { readonly orders: number; readonly spend: number } {
  let [orders, spend] = [0, 0];
  for (const index of sample) {
    const own = expectedOrders(model, historyOf(histories, index), days);
    orders += own;
    if (values === null) continue;
    const [x, spent] = [histories.repeats[index] as number, histories.repeatSpend[index] as number];
    spend += own * expectedOrderValue(values.parameters, x, spent);
  }
  return { orders, spend };
}

/** Σ of E[Y]·(variance of an order around the customer's mean) + Var[Y]·mean² + E[Y]²·(variance of the mean). */
function varianceOfSpend(
  members: Int32Array,
  columns: SummedColumns,
  { values, histories }: SimulationOptions,
): number {
  const { model, keptShare, expected } = values;
  if (model === null) return 0;
  let sum = 0;
  for (const index of members) {
    const [x, spent] = [histories.repeats[index] as number, histories.repeatSpend[index] as number];
    const { within, between } = valueSpread(model.parameters, x, spent);
    const [orders, value] = [columns.expectedOrders[index] as number, expected[index] as number];
    const scatter = orders * within + orders * orders * between;
    sum += keptShare * keptShare * scatter + (columns.variance[index] as number) * value * value;
  }
  return sum;
}
