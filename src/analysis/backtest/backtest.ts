/*
 * Backtest: scores customers as of an earlier day and looks at what became of them. return-table.ts counts who came back,
 * gains.ts and stability.ts say how well the scores told it.
 */
import { keyCount, type OrderTable } from "../../orders/order-table.ts";
import { customersAt } from "../customers/customers-at.ts";
import { originDays } from "../forecast/earlier-origins.ts";
import { floatColumn } from "../forecast/float-column.ts";
import { type HistoryCover, historyCover, refuseShortHistory, refuseSilence } from "../forecast/history-cover.ts";
import { backtestDays } from "../forecast/horizon.ts";
import type { CheckedOrigin } from "../forecast/origin-check.ts";
import { checkOrigin, type OriginCheck } from "../forecast/origin-check.ts";
import { outcomesIn } from "../forecast/purchase-histories.ts";
import { type Timelines, timelinesOf } from "../retention/timelines.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import { type SegmentOptions, segmentCustomers } from "../segments/segment-customers.ts";
import { type Gain, gainsOf } from "./gains.ts";
import { type ReturnRow, returnTable } from "./return-table.ts";
import { type Stability, stabilityOf } from "./stability.ts";
import { type WrongOrder, wrongOrders } from "./wrong-order.ts";

export interface BacktestOptions extends SegmentOptions {
  /** How many days customers are followed for after they were scored, ≥ 1. Default: a quarter of the history, at most 6 months. */
  readonly days?: number | undefined;
  /** On how many earlier days, each `days` before the next, where the history is long enough. Default 1. */
  readonly origins?: number | undefined;
}

/** Customers as they were scored on an earlier day, and what became of them. */
export interface BacktestOrigin {
  /** The day that they were scored on, and the first and last day of the horizon. */
  readonly scoredOn: number;
  readonly from: number;
  readonly to: number;
  readonly segmented: SegmentedCustomers;
  readonly rows: readonly ReturnRow[];
  readonly gains: readonly Gain[];
  /** `null` where there are too few customers, or too short a history. */
  readonly stability: Stability | null;
  readonly wrongOrders: readonly WrongOrder[];
  /** How the forecast of that day and the simple rules did. */
  readonly check: OriginCheck;
}

/** Whether scores told who comes back. */
export interface Backtest {
  readonly asOf: number;
  readonly days: number;
  readonly cover: HistoryCover;
  /** The newest first. */
  readonly origins: readonly BacktestOrigin[];
}

/**
 * Scores customers as of earlier days, knowing nothing of what came later, and looks at what they then did.
 *
 * @throws EmptyInputError where nothing was bought by the as-of date
 * @throws InputError where the history is too short for the horizon, or the as-of date lies in the middle of missing days
 */
export function backtestOrders(orders: OrderTable, options: BacktestOptions): Backtest {
  const { asOf } = options;
  const timelines = timelinesOf(orders, asOf);
  const cover = historyCover(timelines, asOf);
  const days = options.days ?? backtestDays(cover, asOf);
  refuseSilence(cover, asOf);
  refuseShortHistory(cover, asOf, days);
  const { firstDay } = cover;
  const everybody = customersAt(orders, { asOf }).customer;
  const scoringDays = originDays({ asOf, days, firstDay, origins: options.origins ?? 1 });
  const origins = scoringDays.flatMap((scoredOn) => {
    const checked = checkOrigin(timelines, { customers: everybody, asOf: scoredOn, days, firstDay });
    return checked === null ? [] : backtestOn(orders, timelines, { ...options, checked, days, firstDay });
  });
  return { asOf, days, cover, origins };
}

function backtestOn(
  orders: OrderTable,
  timelines: Timelines,
  options: BacktestOptions & { readonly checked: CheckedOrigin; readonly days: number; readonly firstDay: number },
): BacktestOrigin {
  const { checked, days, firstDay } = options;
  const scoredOn = checked.check.asOf;
  const segmented = segmentCustomers(orders, { ...options, asOf: scoredOn });
  const customers = segmented.customers.customer;
  const outcomes = outcomesIn(timelines, { customers, from: scoredOn + 1, to: scoredOn + days });
  const rows = returnTable(segmented, outcomes);
  const probability = probabilitiesOf(checked, customers, keyCount(orders));
  const hasTwoPeriods = scoredOn - days >= firstDay;
  return {
    scoredOn,
    from: scoredOn + 1,
    to: scoredOn + days,
    segmented,
    rows,
    gains: gainsOf(segmented, outcomes.purchaseDays, probability),
    stability: hasTwoPeriods
      ? stabilityOf(timelines, { customers: checked.on.customers, firstEnd: scoredOn, days })
      : null,
    wrongOrders: wrongOrders(rows),
    check: checked.check,
  };
}

/** The forecast's chances of an order, in the order of other customers. */
function probabilitiesOf({ on, best }: CheckedOrigin, customers: Int32Array, keys: number): Float64Array | null {
  if (best === null) return null;
  const byKey = new Float64Array(keys);
  for (let index = 0; index < on.customers.length; index += 1) {
    byKey[on.customers[index] as number] = best.orderProbability[index] as number;
  }
  return floatColumn(customers.length, (index) => byKey[customers[index] as number] as number);
}
