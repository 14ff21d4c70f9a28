import { keyCount, type OrderTable } from "../../orders/order-table.ts";
import { purchaseGaps } from "../retention/purchase-gaps.ts";
import { type Timelines, timelinesOf } from "../retention/timelines.ts";
import { quantile } from "../scores/scale.ts";

/** With fewer gaps than this a customer has no rhythm to speak of. */
export const LEAST_GAPS = 3;

/**
 * Whether a customer's own rhythm says that an order ought to come: `no`, not yet; `due`, the silence is as long as the usual
 * gap or longer; `overdue`, it is longer than any of the customer's gaps so far; `lapsed`, and longer than the shop's lapse gap
 * too.
 */
export const DUE_STATES = ["no", "due", "overdue", "lapsed"] as const;
export type DueState = (typeof DUE_STATES)[number];

/** Customers' own rhythms; one entry a customer. */
export interface UsualGaps {
  /** Median days between consecutive purchase days; NaN with fewer than three gaps. */
  readonly gapDays: Float64Array;
  /** Index into `DUE_STATES`; −1 without a usual gap. */
  readonly due: Int8Array;
}

/**
 * The usual gap of each customer, and whether an order is due by it.
 *
 * @param options.lapseGap the shop's lapse gap in days (see `purchaseGaps`); `null` where there is none
 */
export function usualGaps(
  timelines: Timelines,
  options: { readonly customers: Int32Array; readonly asOf: number; readonly lapseGap: number | null },
): UsualGaps {
  const { customers, asOf, lapseGap } = options;
  const gapDays = new Float64Array(customers.length).fill(Number.NaN);
  const due = new Int8Array(customers.length).fill(-1);
  for (let index = 0; index < customers.length; index += 1) {
    const { gaps, last } = gapsOf(timelines, customers[index] as number, asOf);
    if (gaps.length < LEAST_GAPS) continue;
    const sorted = gaps.sort();
    const usual = quantile(sorted, 1, 2);
    gapDays[index] = usual;
    due[index] = DUE_STATES.indexOf(dueState(asOf - last, { usual, longest: sorted.at(-1) ?? usual, lapseGap }));
  }
  return { gapDays, due };
}

/** A customer's own rhythm. */
export interface Rhythm {
  readonly state: DueState;
  /** The usual gap: the median of the days between consecutive purchase days. */
  readonly gapDays: number;
}

/** The rhythm of a customer, by the place among the order table's keys; `null` without a usual gap. */
export type RhythmLookup = (customer: number) => Rhythm | null;

/** The rhythm of every customer who had bought by a day. */
export function rhythmLookup(orders: OrderTable, asOf: number): RhythmLookup {
  const timelines = timelinesOf(orders, asOf);
  const customers = Int32Array.from({ length: keyCount(orders) }, (_, customer) => customer);
  const { due, gapDays } = usualGaps(timelines, { customers, asOf, lapseGap: purchaseGaps(timelines).lapseGap });
  return (customer) => {
    const state = DUE_STATES[due[customer] as number];
    return state === undefined ? null : { state, gapDays: gapDays[customer] as number };
  };
}

function dueState(
  silence: number,
  { usual, longest, lapseGap }: { readonly usual: number; readonly longest: number; readonly lapseGap: number | null },
): DueState {
  if (silence < usual) return "no";
  if (silence <= longest) return "due";
  return lapseGap !== null && silence > lapseGap ? "lapsed" : "overdue";
}

function gapsOf(
  { start, day: days, amount: amounts }: Timelines,
  customer: number,
  asOf: number,
): { readonly gaps: Int32Array; readonly last: number } {
  const gaps: number[] = [];
  let last = Number.NaN;
  for (let entry = start[customer] as number; entry < (start[customer + 1] as number); entry += 1) {
    const day = days[entry] as number;
    if (day > asOf) break;
    if ((amounts[entry] as number) <= 0) continue;
    if (day > last) gaps.push(day - last);
    last = day;
  }
  return { gaps: Int32Array.from(gaps), last };
}
