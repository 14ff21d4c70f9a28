import type { PurchaseHistories } from "./purchase-histories.ts";

/**
 * A whole number made from the data, below 2³²: the same customers give the same random numbers. FNV-1a (Fowler, Noll & Vo)
 * over x, t_x and T of every customer.
 */
export function seedOf({ repeats, lastDays, ageDays }: PurchaseHistories): number {
  let hash = 0x811c9dc5;
  for (const column of [repeats, lastDays, ageDays]) {
    for (const value of column) {
      hash = Math.imul(hash ^ (value & 0xffff), 0x01000193);
      hash = Math.imul(hash ^ (value >>> 16), 0x01000193);
    }
  }
  return hash >>> 0;
}
