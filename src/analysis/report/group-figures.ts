import { ExactSum } from "../../basics/money/exact-sum.ts";
import type { CustomerTable } from "../customers/customer-table.ts";
import { medianOf } from "../scores/scale.ts";

/** Some of the scored customers in figures. */
export interface GroupFigures {
  readonly customers: number;
  /** What they have spent so far, or with a window in it, after refunds: whole 1/10,000 of a unit. It says nothing of what they would still spend. */
  readonly revenue: bigint;
  /** Their share of all revenue; `null` when that is not > 0. */
  readonly revenueShare: number | null;
  /** `null` for nobody. */
  readonly medianRecencyDays: number | null;
}

/** Adds up a group of customers, indexes into the table. */
export function figuresOf(customers: CustomerTable, group: readonly number[]): GroupFigures {
  const [own, all] = [new ExactSum(), new ExactSum()];
  for (const spend of customers.spend) all.add(spend);
  for (const at of group) own.add(customers.spend[at] as number);
  return {
    customers: group.length,
    revenue: own.value,
    revenueShare: all.value > 0n ? Number(own.value) / Number(all.value) : null,
    medianRecencyDays:
      group.length === 0 ? null : medianOf(Int32Array.from(group, (at) => customers.recencyDays[at] as number)),
  };
}
