import { isPartlyRefunded } from "../../../exports/values/statuses.ts";
import { reasonCode } from "../../ledger/entries.ts";
import { parseStatusKey } from "../../rows/status-key.ts";
import type { RowSet } from "../row-set.ts";

const STATUS = reasonCode("status");

/** Orders of which a part was refunded by their status, and that count in full, because nothing says how much. */
export interface PartlyRefunded {
  readonly orders: number;
  /** What they are worth, in 1/10,000 of a unit. */
  readonly money: bigint;
}

/** Whether the rows are looked at again, once orders are built, to count them. */
export function mayBePartlyRefunded({ table, options }: RowSet): boolean {
  return options.refunds !== "ignore" && table.statuses.texts.some(isPartly);
}

function isPartly(status: string): boolean {
  return isPartlyRefunded(parseStatusKey(status).words);
}

/** Counts them once orders are built; `null` where there are none, and where refunds are not taken off anyway. */
export function partlyRefunded(set: RowSet): PartlyRefunded | null {
  if (!mayBePartlyRefunded(set)) return null;
  const { table, rows, built } = set;
  const arePartly = table.statuses.texts.map(isPartly);
  const counts = (row: number): boolean =>
    rows.reason[row] === 0 &&
    set.isCounted(rows.day[row] as number) &&
    (rows.customer[row] as number) >= 0 &&
    arePartly[rows.status[row] as number] === true;
  const worth = new Map<number, number>();
  let [orders, money] = [0, 0n];
  for (let row = 0; row < rows.length; row += 1) {
    if (!counts(row)) continue;
    const [order, amount] = [rows.order[row] as number, rows.amount[row] as number];
    if (order >= 0 && !table.areOrders) worth.set(order, 0);
    else if (amount > 0 && !((rows.refunded[row] as number) > 0))
      [orders, money] = [orders + 1, money + BigInt(amount)];
  }
  // a negative row of the same order says how much went back, unless it is a refund that was not paid out
  for (let row = 0; row < rows.length && worth.size > 0; row += 1) {
    if ((rows.amount[row] as number) < 0 && !(rows.reason[row] === STATUS && set.isJoinedRefund(row)))
      worth.delete(rows.order[row] as number);
  }
  const { entries } = built;
  for (let entry = 0; entry < entries.length; entry += 1) {
    const order = entries.order[entry] as number;
    const known = worth.get(order);
    if (known === undefined || entries.reason[entry] !== 0) continue;
    if (!set.isCounted(entries.day[entry] as number)) continue;
    const isTold = (entries.refund[entry] as number) > 0 || (entries.net[entry] as number) < 0;
    worth.set(order, isTold ? Number.NaN : known + (entries.net[entry] as number));
  }
  for (const net of worth.values()) if (net > 0) [orders, money] = [orders + 1, money + BigInt(net)];
  return orders === 0 ? null : { orders, money };
}
