import { floatColumn } from "./float-column.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** Customers with the same x, t_x and T together: all that a likelihood depends on. One entry a group in every column. */
export interface GroupedHistories {
  readonly length: number;
  readonly repeats: Int32Array;
  readonly lastDays: Int32Array;
  readonly ageDays: Int32Array;
  readonly customers: Float64Array;
  readonly totals: GroupTotals;
}

export interface GroupTotals {
  readonly customers: number;
  /** Σ x and Σ T over all customers. */
  readonly repeats: number;
  readonly ageDays: number;
  /** The largest x and the largest T. */
  readonly mostRepeats: number;
  readonly mostDays: number;
}

/** Brings equal histories together, in ascending order of x, t_x, T, whatever the order of the customers. */
export function groupHistories({
  repeats,
  lastDays,
  ageDays,
}: Pick<PurchaseHistories, "repeats" | "lastDays" | "ageDays">): GroupedHistories {
  const base = ageDays.reduce((most, days) => Math.max(most, days), 0) + 1;
  const packed = floatColumn(repeats.length, (index) => {
    return ((repeats[index] as number) * base + (lastDays[index] as number)) * base + (ageDays[index] as number);
  }).sort();
  const counts = new Float64Array(packed.length);
  let length = 0;
  for (const code of packed) {
    if (length === 0 || packed[length - 1] !== code) {
      packed[length] = code;
      length += 1;
    }
    counts[length - 1] = (counts[length - 1] as number) + 1;
  }
  const codes = packed.subarray(0, length); // each code once: they were moved up over the equal ones
  return withTotals({
    length,
    repeats: Int32Array.from(codes.map((code) => Math.floor(code / base / base))),
    lastDays: Int32Array.from(codes.map((code) => Math.floor(code / base) % base)),
    ageDays: Int32Array.from(codes.map((code) => code % base)),
    customers: counts.slice(0, length),
  });
}

/** Every so-many-th group, so that about `most` are left: enough to find out where to start. */
export function thinned(groups: GroupedHistories, most: number): GroupedHistories {
  const step = Math.ceil(groups.length / most);
  if (step <= 1) return groups;
  const keep = (_: number, index: number): boolean => index % step === 0;
  const customers = groups.customers.filter(keep);
  return withTotals({
    length: customers.length,
    repeats: groups.repeats.filter(keep),
    lastDays: groups.lastDays.filter(keep),
    ageDays: groups.ageDays.filter(keep),
    customers,
  });
}

function withTotals(groups: Omit<GroupedHistories, "totals">): GroupedHistories {
  const weighted = (values: Int32Array): number =>
    values.reduce((sum, value, index) => sum + value * (groups.customers[index] as number), 0);
  const most = (values: Int32Array): number => values.reduce((largest, value) => Math.max(largest, value), 0);
  return {
    ...groups,
    totals: {
      customers: groups.customers.reduce((sum, count) => sum + count, 0),
      repeats: weighted(groups.repeats),
      ageDays: weighted(groups.ageDays),
      mostRepeats: most(groups.repeats),
      mostDays: most(groups.ageDays),
    },
  };
}
