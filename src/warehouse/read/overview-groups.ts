/*
 * Reading from an engine: what the overview says of the table (overview-groups.ts), which of its rows count (judge-overview.ts,
 * judge-statuses.ts), and the customers (fetched-customers.ts). read-customers.ts puts it together.
 */
import type { Cell } from "../engines/engine.ts";

/** Rows of a table that are alike in all that decides whether they count. */
export interface OverviewGroup {
  /** Civil day; `null` without a date. */
  readonly day: number | null;
  /** As it is written; "" where it is blank. */
  readonly status: string;
  readonly currency: string;
  readonly hasCustomer: boolean;
  /** Whether another column than the first says who that is. */
  readonly isKeyedElsewhere: boolean;
  /** Whether the conditions on columns hold. */
  readonly isWanted: boolean;
  readonly hasAmount: boolean;
  readonly sign: -1 | 0 | 1;
  readonly rows: number;
  /** Whole 1/10,000 of a unit. */
  readonly money: bigint;
  /** The rows of which a part was refunded, and these parts in all: `money` no longer holds them. */
  readonly reduced: number;
  readonly takenOff: bigint;
}

/** The rows of the overview statement, in its order of columns. */
export function overviewGroups(rows: readonly (readonly Cell[])[]): readonly OverviewGroup[] {
  return rows.map(
    ([day, status, currency, hasCustomer, isWanted, hasAmount, sign, entries, money, reduced, taken]) => ({
      day: day === null || day === undefined ? null : Number(day),
      status: textOf(status),
      currency: textOf(currency),
      hasCustomer: Number(hasCustomer) > 0,
      isKeyedElsewhere: Number(hasCustomer) === 2,
      isWanted: Number(isWanted) === 1,
      hasAmount: Number(hasAmount) === 1,
      sign: Math.sign(Number(sign)) as OverviewGroup["sign"],
      rows: Number(entries),
      money: moneyOf(money),
      reduced: Number(reduced ?? 0),
      takenOff: moneyOf(taken),
    }),
  );
}

function moneyOf(cell: Cell | undefined): bigint {
  return cell === null || cell === undefined ? 0n : BigInt(String(cell));
}

function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}
