import { reasonCode } from "../../ledger/entries.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import type { OrderGroups } from "../entries/groups.ts";

type Rows = Pick<RowColumns, "length" | "status" | "amount" | "customer" | "reason">;

/** Before statuses are judged, only refunds of another table have it: those that were not paid out. */
const UNPAID = reasonCode("status");

/** Which signs the amounts of each status have, by its code. */
export interface AmountSigns {
  readonly hasPositive: readonly boolean[];
  readonly hasNegative: readonly boolean[];
}

/** The signs of all rows' amounts, whatever became of the rows; refunds that were not paid out have none. */
export function signsByStatus({ length, status, amount, reason }: Rows, codes: number): AmountSigns {
  const hasPositive = new Array<boolean>(codes).fill(false);
  const hasNegative = new Array<boolean>(codes).fill(false);
  for (let row = 0; row < length; row += 1) {
    if (reason[row] === UNPAID) continue;
    const [code, money] = [status[row] as number, amount[row] || 0];
    if (money > 0) hasPositive[code] = true;
    else if (money < 0) hasNegative[code] = true;
  }
  return { hasPositive, hasNegative };
}

/** Statuses by their codes: those that say `refunded` on rows above and below zero, and those whose rows count. */
export interface MixedStatuses {
  readonly isMixed: readonly boolean[];
  readonly counts: readonly boolean[];
}

/**
 * Which rows with a mixed status count, 1 for each. Where an order has a sale and what was taken back of it, both count: their
 * sum is what was paid in the end. A sale without such a row was refunded in full, and does not count. A row below zero by itself
 * counts as a refund, unless its customer has such a sale, which may be the one that it takes back.
 */
export function countedByAmount(rows: Rows, groups: OrderGroups, { isMixed, counts }: MixedStatuses): Uint8Array {
  const { length, status, amount, customer } = rows;
  const counted = new Uint8Array(length);
  const signs = signsOfOrders(rows, groups, (code) => isMixed[code] === true || counts[code] === true);
  const refundedBuyers = new Set<number>();
  const signOf = (row: number): number => signs[groups.orderOf[row] ?? -1] ?? 0;
  for (let row = 0; row < length; row += 1) {
    if (isMixed[status[row] as number] !== true) continue;
    if (signOf(row) === BOTH) counted[row] = 1;
    else if ((amount[row] as number) > 0) refundedBuyers.add(customer[row] as number);
  }
  for (let row = 0; row < length; row += 1) {
    if (isMixed[status[row] as number] !== true || !((amount[row] as number) < 0)) continue;
    const buyer = customer[row] as number;
    if (buyer < 0 || !refundedBuyers.has(buyer)) counted[row] = 1;
  }
  return counted;
}

const [POSITIVE, NEGATIVE, BOTH] = [1, 2, 3] as const;

/** Which signs the amounts of each order have, among rows of some statuses. */
function signsOfOrders(
  { status, amount, reason }: Rows,
  { orderOf, orderCount }: OrderGroups,
  isOf: (code: number) => boolean,
): Uint8Array {
  const signs = new Uint8Array(orderCount);
  for (let row = 0; row < orderOf.length; row += 1) {
    const order = orderOf[row] as number;
    if (order < 0 || reason[row] === UNPAID || !isOf(status[row] as number)) continue;
    const money = amount[row] as number;
    const sign = money > 0 ? POSITIVE : money < 0 ? NEGATIVE : 0;
    signs[order] = (signs[order] as number) | sign;
  }
  return signs;
}
