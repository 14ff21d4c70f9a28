import type { Timelines } from "./timelines.ts";

/** What is counted on one rung. */
export type RungCount = Pick<LadderRung, "customers" | "hadTime" | "boughtAgain">;

/** One rung: the customers with an n-th purchase, and how many of them went on to the next. */
export interface LadderRung {
  readonly n: number;
  /** Customers with an n-th purchase, and their share of all. */
  readonly customers: number;
  readonly shareOfAll: number;
  /** Those whose n-th purchase is at least the lapse gap before the as-of date: they have had the time for another. */
  readonly hadTime: number;
  /** Those of them with an (n + 1)-th purchase, whenever it came. */
  readonly boughtAgain: number;
  /** boughtAgain / hadTime, and 1 − it; `null` where nobody has had the time. */
  readonly againRate: number | null;
  readonly churnRate: number | null;
}

export interface LadderOptions {
  readonly asOf: number;
  /** How many days make enough time for another purchase. */
  readonly lapseDays: number;
  /** What counts as a purchase: each order, or each day with one. */
  readonly frequency: "orders" | "days";
}

/** Purchases beyond this one are not told apart. */
export const LADDER_RUNGS = 10;

/** The customers who climb from purchase to purchase, rung by rung up to the tenth. */
export function purchaseLadder(timelines: Timelines, options: LadderOptions): readonly LadderRung[] {
  const { start, day, amount } = timelines;
  const counts = Array.from({ length: LADDER_RUNGS + 1 }, () => ({ customers: 0, hadTime: 0, boughtAgain: 0 }));
  for (let customer = 0; customer + 1 < start.length; customer += 1) {
    let [n, last] = [0, Number.NaN];
    for (let entry = start[customer] as number; entry < (start[customer + 1] as number); entry += 1) {
      const on = day[entry] as number;
      if ((amount[entry] as number) <= 0 || (options.frequency === "days" && on === last)) continue;
      const below = counts[n];
      if (n > 0 && below !== undefined && options.asOf - last >= options.lapseDays) below.boughtAgain += 1;
      n += 1;
      last = on;
      const rung = counts[n];
      if (rung === undefined) break;
      rung.customers += 1;
      if (options.asOf - on >= options.lapseDays) rung.hadTime += 1;
    }
  }
  return ladderOf(counts.slice(1), timelines.customers);
}

/** The rungs of customers who were counted, the first purchase first, among so many in all. */
export function ladderOf(counts: readonly RungCount[], all: number): readonly LadderRung[] {
  return counts.flatMap(({ customers, hadTime, boughtAgain }, index): LadderRung[] => {
    if (customers === 0) return [];
    const againRate = hadTime === 0 ? null : boughtAgain / hadTime;
    const shareOfAll = customers / all;
    const churnRate = againRate === null ? null : 1 - againRate;
    return [{ n: index + 1, customers, shareOfAll, hadTime, boughtAgain, againRate, churnRate }];
  });
}
