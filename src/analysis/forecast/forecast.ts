import { InputError } from "../../errors.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { customersAt } from "../customers/customers-at.ts";
import { purchaseGaps } from "../retention/purchase-gaps.ts";
import { type Timelines, timelinesOf } from "../retention/timelines.ts";
import { type Random, randomFrom } from "../statistics/random.ts";
import { chooseModel, type JudgedModel, type ModelChoice } from "./choose-model.ts";
import { discountedOrders } from "./discount.ts";
import { checkOrigins, guardOfChecks, originDays } from "./earlier-origins.ts";
import type { ValueModel } from "./gamma-gamma.ts";
import type { Guard } from "./guards.ts";
import { type HistoriesOn, historiesOn } from "./histories-on.ts";
import { type HistoryCover, historyCover, refuseShortHistory, refuseSilence } from "./history-cover.ts";
import { probabilityAlive } from "./models/alive.ts";
import type { FittedModel } from "./models/fit-model.ts";
import { type OrderSpread, orderSpread } from "./models/order-distribution.ts";
import { expectedOrders } from "./models/prediction.ts";
import { noOrderValues, type OrderValues, orderValues } from "./order-values.ts";
import { bestRule, type OriginCheck } from "./origin-check.ts";
import { drawModels } from "./parameter-draws.ts";
import { historyOf, predictByModel } from "./predict-by-model.ts";
import { predictByRules, type RuleName, type RulePrediction } from "./rules.ts";
import { seedOf } from "./seed.ts";
import { type ForecastTotal, type SimulationOptions, totalOf } from "./totals.ts";
import { type UsualGaps, usualGaps } from "./usual-gaps.ts";

/** Parameters that were fitted earlier, or elsewhere. */
export interface FrozenParameters {
  readonly model: FittedModel;
  readonly values: ValueModel | null;
}

export interface ForecastOptions {
  /** The last day that is known; a civil day number. */
  readonly asOf: number;
  /** How many days after it are foretold, ≥ 1. */
  readonly days: number;
  /** The chance with which an interval holds, 0 … 1. Default 0.8. */
  readonly interval?: number | undefined;
  /** By how much money is worth less a year later, a fraction; without it nothing is discounted. */
  readonly discount?: number | undefined;
  /** On how many earlier days the forecast is tested, where the history is long enough. Default 2. */
  readonly origins?: number | undefined;
  /** What the random numbers of intervals begin with. Default: made from the data. */
  readonly seed?: number | undefined;
  readonly frozen?: FrozenParameters | undefined;
}

/** What the figures come from: a model, or a rule where a guard speaks against every model. */
export type ForecastSource =
  | { readonly kind: "model"; readonly model: FittedModel; readonly isFrozen: boolean }
  | { readonly kind: "rule"; readonly prediction: RulePrediction; readonly guard: Guard };

/** One entry a customer in every column. Missing is NaN, or −1 in whole numbers. */
export interface ForecastColumns {
  readonly orderProbability: Float64Array;
  readonly expectedOrders: Float64Array;
  readonly ordersLow: Int32Array;
  readonly ordersHigh: Int32Array;
  readonly variance: Float64Array;
  /** Money in 1/10,000 of a currency unit. */
  readonly orderValue: Float64Array;
  readonly expectedSpend: Float64Array;
  readonly discountedSpend: Float64Array | null;
  /** NaN where a rule is used: rules do not know. */
  readonly aliveProbability: Float64Array;
}

/** What the customers of a day will do in the days after it. */
export interface Forecast {
  readonly asOf: number;
  readonly days: number;
  readonly interval: number;
  readonly discount: number | null;
  readonly cover: HistoryCover;
  /** Indexes into the order table's keys, in the order of the customers' ids; the columns' order. */
  readonly customers: Int32Array;
  readonly histories: HistoriesOn["histories"];
  readonly source: ForecastSource;
  /** All models that were fitted, with what is wrong with them. */
  readonly judged: readonly JudgedModel[];
  readonly values: OrderValues;
  /** How the same forecast did on earlier days, the newest first. */
  readonly checks: readonly OriginCheck[];
  readonly gaps: UsualGaps;
  readonly columns: ForecastColumns;
  readonly total: ForecastTotal;
  /** The sums of some of the customers: places in the columns. */
  readonly totalOf: (members: Int32Array) => ForecastTotal;
}

/**
 * Forecasts every customer's orders. Before any number is shown, the same forecast is made on earlier days and compared with
 * what then happened, beside rules that need no model; where a guard speaks against the models, the best rule's figures stand
 * instead.
 *
 * @throws EmptyInputError where nothing was bought by the as-of date
 * @throws InputError where the history is too short for the horizon, the as-of date lies in the middle of missing days, or
 * nobody has ever ordered on a second day
 */
export function forecastOrders(orders: OrderTable, options: ForecastOptions): Forecast {
  const { customer } = customersAt(orders, { asOf: options.asOf });
  const hasMoney = orders.hasMoney !== false;
  return forecastTimelines(timelinesOf(orders, options.asOf), customer, { ...options, hasMoney });
}

function forecastTimelines(
  timelines: Timelines,
  customers: Int32Array,
  options: ForecastOptions & { readonly hasMoney: boolean },
): Forecast {
  const { asOf, days, interval = 0.8, discount } = options;
  const cover = historyCover(timelines, asOf);
  refuseSilence(cover, asOf);
  refuseShortHistory(cover, asOf, days);
  const on = historiesOn(timelines, customers, asOf);
  refuseOneTimeBuyers(on);
  const { firstDay } = cover;
  const frozen = options.frozen?.model ?? null;
  const origins = originDays({ asOf, days, firstDay, origins: options.origins ?? 2 });
  const checks = checkOrigins(timelines, origins, { customers, days, firstDay, frozen }).map(({ check }) => check);
  const choice = frozen === null ? chooseModel(on.histories) : { chosen: frozen, judged: [], guard: null };
  const tail = (1 - interval) / 2;
  const rules = predictByRules(timelines, on, { asOf, days, firstDay, tail });
  const source = sourceOf(choice, { cover, checks, rules, isFrozen: frozen !== null });
  const values = options.hasMoney
    ? orderValues(on.histories, options.frozen?.values ?? null)
    : noOrderValues(on.histories.length);
  const random = randomFrom(options.seed ?? seedOf(on.histories));
  const columns = columnsOf(source, { ...options, histories: on.histories, values, tail, random });
  const simulation: SimulationOptions | null =
    source.kind === "model" ? { model: source.model, values, histories: on.histories, days, tail, random } : null;
  const { lapseGap } = purchaseGaps(timelines);
  const sum = (members: Int32Array): ForecastTotal => totalOf(members, columns, simulation);
  return {
    asOf,
    days,
    interval,
    discount: discount ?? null,
    cover,
    customers: on.customers,
    histories: on.histories,
    source,
    judged: choice.judged,
    values,
    checks,
    gaps: usualGaps(timelines, { customers: on.customers, asOf, lapseGap }),
    columns,
    total: sum(Int32Array.from(on.customers.keys())),
    totalOf: sum,
  };
}

function refuseOneTimeBuyers({ histories }: HistoriesOn): void {
  if (histories.repeats.some((x) => x > 0)) return;
  throw new InputError("no customer has ordered on a second day yet: the exports cannot show who will, or when", {
    hint: "rfm segments still tells customers apart by recency and spend",
  });
}

function sourceOf(
  choice: ModelChoice,
  context: {
    readonly cover: HistoryCover;
    readonly checks: readonly OriginCheck[];
    readonly rules: readonly RulePrediction[];
    readonly isFrozen: boolean;
  },
): ForecastSource {
  const { cover, checks, rules, isFrozen } = context;
  const missing: Guard | null =
    cover.missingMonths.length > 0 ? { kind: "missing months", months: cover.missingMonths } : null;
  const guard = missing ?? choice.guard ?? (choice.chosen === null ? null : guardOfChecks(checks, choice.chosen));
  if (guard === null && choice.chosen !== null) return { kind: "model", model: choice.chosen, isFrozen };
  const best = bestRule(checks)?.rule ?? ("hiatus" satisfies RuleName);
  const prediction = rules.find(({ rule }) => rule === best) ?? rules[0];
  if (prediction === undefined || guard === null) throw new InputError("the history is too short to forecast from");
  return { kind: "rule", prediction, guard };
}

interface ColumnContext extends ForecastOptions {
  readonly histories: HistoriesOn["histories"];
  readonly values: OrderValues;
  readonly tail: number;
  readonly random: Random;
}

function columnsOf(source: ForecastSource, context: ColumnContext): ForecastColumns {
  const { histories, values, discount, days } = context;
  const orders = source.kind === "model" ? ordersByModel(source.model, context) : ordersByRule(source.prediction);
  const spend = orders.expectedOrders.map((expected, index) => expected * (values.expected[index] as number));
  const discounted = (index: number, yearlyRate: number): number => {
    const expectedUntil =
      source.kind === "model"
        ? (until: number) => expectedOrders(source.model, historyOf(histories, index), until)
        : (until: number) => ((orders.expectedOrders[index] as number) * until) / days;
    return discountedOrders(expectedUntil, { days, yearlyRate }) * (values.expected[index] as number);
  };
  return {
    ...orders,
    orderValue: values.expected,
    expectedSpend: spend,
    discountedSpend: discount === undefined ? null : spend.map((_, index) => discounted(index, discount)),
  };
}

type OrderColumns = Omit<ForecastColumns, "orderValue" | "expectedSpend" | "discountedSpend">;

function ordersByRule(prediction: RulePrediction): OrderColumns {
  const unknown = new Float64Array(prediction.expectedOrders.length).fill(Number.NaN);
  return {
    orderProbability: prediction.orderProbability,
    expectedOrders: prediction.expectedOrders,
    ordersLow: prediction.low,
    ordersHigh: prediction.high,
    variance: unknown,
    aliveProbability: unknown,
  };
}

/** Sets of parameters over which a customer's interval is averaged: fewer where the many customers leave them little room. */
const MANY_CUSTOMERS = 50_000;
const DRAWS = { few: 24, many: 4 } as const;

function ordersByModel(model: FittedModel, { histories, days, tail, random }: ColumnContext): OrderColumns {
  const { length } = histories;
  const draws = drawModels(model, length > MANY_CUSTOMERS ? DRAWS.many : DRAWS.few, random);
  const [ordersLow, ordersHigh] = [new Int32Array(length), new Int32Array(length)];
  const [variance, alive] = [new Float64Array(length), new Float64Array(length)];
  const ofOneTimeBuyers: OrderSpread[] = []; // by their age: they are many, and their ages few
  for (let index = 0; index < length; index += 1) {
    const history = historyOf(histories, index);
    const known = history.repeats === 0 ? ofOneTimeBuyers[history.ageDays] : undefined;
    const spread = known ?? orderSpread(draws, { history, days, tail });
    if (history.repeats === 0) ofOneTimeBuyers[history.ageDays] = spread;
    ordersLow[index] = spread.low;
    ordersHigh[index] = spread.high;
    variance[index] = spread.variance;
    alive[index] = probabilityAlive(model, history);
  }
  return { ...predictByModel(model, histories, days), ordersLow, ordersHigh, variance, aliveProbability: alive };
}
