import { NO_DAY } from "../../basics/calendar/days.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import type { RowColumns } from "../rows/row-columns.ts";

/** An order that refunds of another table name; money in whole 1/10,000 of a unit. */
export interface RefundedOrder {
  /** Its earliest row's; `NO_DAY` without one. */
  day: number;
  /** What its rows have that are not negative, added up: its total at least, and more where each line repeats that. */
  paid: number;
  /** What its own negative rows come to, ≥ 0, and one of them. */
  back: number;
  backRow: number;
  /** What a column of its rows says was refunded: the largest value, and all of them. */
  stated: number;
  statedSum: number;
  /** What the table of refunds comes to, ≥ 0, and its first row. */
  refunds: number;
  refundRow: number;
}

/** The orders that refunds name and that count, with what their own rows say of refunds. */
export class RefundedOrders {
  readonly orders: ReadonlyMap<number, RefundedOrder>;

  /** @param refunds the readable rows of tables of refunds */
  constructor(rows: RowColumns, plans: readonly FilePlan[], refunds: readonly number[]) {
    const orders = new Map<number, RefundedOrder>();
    for (const row of refunds) {
      const order = rows.order[row] as number;
      if (order < 0 || rows.reason[row] !== 0) continue;
      const known = orders.get(order) ?? {
        ...{ day: NO_DAY, paid: 0, back: 0, backRow: -1, stated: 0, statedSum: 0, refunds: 0, refundRow: row },
      };
      known.refunds -= rows.amount[row] as number;
      orders.set(order, known);
    }
    const isOrders = plans.map(({ joined }) => joined?.role === "orders" || joined?.role === "amounts");
    for (let row = 0; row < rows.length && orders.size > 0; row += 1) {
      const known = rows.reason[row] === 0 ? orders.get(rows.order[row] as number) : undefined;
      if (known !== undefined && isOrders[rows.file[row] as number] === true) addRow(known, rows, row);
    }
    this.orders = orders;
  }

  dayOf(order: number): number {
    return this.orders.get(order)?.day ?? NO_DAY;
  }
}

function addRow(order: RefundedOrder, rows: RowColumns, row: number): void {
  const [day, amount, refunded] = [rows.day[row] as number, rows.amount[row] as number, rows.refunded[row] as number];
  if (day !== NO_DAY && (order.day === NO_DAY || day < order.day)) order.day = day;
  if (amount > 0) order.paid += amount;
  if (amount < 0) [order.back, order.backRow] = [order.back - amount, row];
  order.stated = Math.max(order.stated, refunded);
  order.statedSum += refunded;
}
