import {
  type EventShare,
  eventShareBy,
  kaplanMeier,
  medianTime,
  type SurvivalStep,
  survivalSteps,
  type TimeCount,
} from "./kaplan-meier.ts";
import type { Timelines } from "./timelines.ts";

/** Days after the first purchase by which the second is looked for. */
export const SECOND_PURCHASE_DAYS = [30, 60, 90, 180, 365] as const;

const WEEK = 7;
const CURVE_WEEKS = 104;

/** A share is told only where this many customers are still followed. */
export const FEWEST_AT_RISK = 10;

/** How soon customers come back for the first time. */
export interface SecondPurchase {
  /** The share that has bought again within so many days, with its 95 % band. */
  readonly within: readonly EventShare[];
  /** The same for every week from day 0 on, for as long as the share can be told, up to two years. */
  readonly curve: readonly EventShare[];
  /** Days by which half have bought again; `null` where it cannot be known (yet). */
  readonly medianDays: number | null;
}

/**
 * Time from the first purchase to the second by Kaplan–Meier: customers without a second are followed up to the as-of date
 * and no further, so that those who have not had the time do not count as lost.
 */
export function secondPurchase(
  { start, day, amount, customers }: Timelines,
  { asOf, frequency }: { readonly asOf: number; readonly frequency: "orders" | "days" },
): SecondPurchase {
  const times = new Int32Array(customers);
  const happened = new Uint8Array(customers);
  let subject = 0;
  for (let customer = 0; customer + 1 < start.length; customer += 1) {
    if (start[customer] === start[customer + 1]) continue;
    let [first, second] = [Number.NaN, asOf];
    for (let entry = start[customer] as number; entry < (start[customer + 1] as number); entry += 1) {
      const on = day[entry] as number;
      if ((amount[entry] as number) <= 0 || (frequency === "days" && on === first)) continue;
      if (Number.isNaN(first)) {
        first = on;
        continue;
      }
      second = on;
      happened[subject] = 1;
      break;
    }
    times[subject] = second - first;
    subject += 1;
  }
  return secondOfSteps(kaplanMeier(times, happened));
}

/** The same of customers who were counted by the days to their second purchase (events), or to the as-of date (censored). */
export function secondOfCounts(counts: readonly TimeCount[]): SecondPurchase {
  return secondOfSteps(survivalSteps(counts));
}

function secondOfSteps(steps: readonly SurvivalStep[]): SecondPurchase {
  return {
    within: SECOND_PURCHASE_DAYS.map((time) => eventShareBy(steps, { time, fewest: FEWEST_AT_RISK })),
    curve: curveOf(steps),
    medianDays: medianTime(steps, FEWEST_AT_RISK),
  };
}

function curveOf(steps: readonly SurvivalStep[]): readonly EventShare[] {
  const weeks = Array.from({ length: CURVE_WEEKS + 1 }, (_, week) =>
    eventShareBy(steps, { time: week * WEEK, fewest: FEWEST_AT_RISK }),
  );
  const unknown = weeks.findIndex(({ share }) => share === null);
  return unknown < 0 ? weeks : weeks.slice(0, unknown);
}
