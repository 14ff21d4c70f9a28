import type { Timelines } from "../retention/timelines.ts";
import { historiesAt, type PurchaseHistories } from "./purchase-histories.ts";

/** Everybody who had bought by a day, with their histories up to it. */
export interface HistoriesOn {
  readonly asOf: number;
  /** Indexes into the order table's keys. */
  readonly customers: Int32Array;
  readonly histories: PurchaseHistories;
}

/**
 * The histories of those customers who had bought by a day, in the order in which they are given.
 *
 * @param among indexes into the order table's keys
 */
export function historiesOn(timelines: Timelines, among: Int32Array, asOf: number): HistoriesOn {
  const { start, day, amount } = timelines;
  const hasBought = (customer: number): boolean => {
    for (let entry = start[customer] as number; entry < (start[customer + 1] as number); entry += 1) {
      if ((day[entry] as number) > asOf) return false;
      if ((amount[entry] as number) > 0) return true;
    }
    return false;
  };
  const customers = among.filter(hasBought);
  return { asOf, customers, histories: historiesAt(timelines, { customers, asOf }) };
}
