import type { RowSet } from "../assemble/row-set.ts";

/** Orders of which a table of refunds gives back more than they cost. */
export interface RefundedTooMuch {
  readonly orders: number;
  /** By how much in all, in 1/10,000 of a unit. */
  readonly money: bigint;
}

/** Counts them once orders are built; `null` where there are none, and without a table of refunds. */
export function refundedTooMuch({ plans, rows, built: { entries }, isJoinedRefund }: RowSet): RefundedTooMuch | null {
  if (!plans.some(({ joined }) => joined?.role === "refunds")) return null;
  const left = new Map<number, number>();
  for (let row = 0; row < rows.length; row += 1) {
    if (rows.reason[row] === 0 && isJoinedRefund(row)) left.set(rows.order[row] as number, 0);
  }
  for (let entry = 0; entry < entries.length; entry += 1) {
    const known = entries.reason[entry] === 0 ? left.get(entries.order[entry] as number) : undefined;
    if (known !== undefined) left.set(entries.order[entry] as number, known + (entries.net[entry] as number));
  }
  const over = [...left.values()].filter((net) => net < 0);
  return over.length === 0 ? null : { orders: over.length, money: over.reduce((sum, net) => sum + BigInt(-net), 0n) };
}
