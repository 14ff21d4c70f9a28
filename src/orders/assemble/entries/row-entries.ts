import { NO_DAY } from "../../../basics/calendar/days.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import { BLANK_LINE } from "./blank-lines.ts";
import type { EntryColumns } from "./entry-columns.ts";
import { type Refunds, refundOf, takenOff } from "./order-rule.ts";

/**
 * The entries of rows that are an order each and all have a day and an amount: the rows' own columns, the refunded part
 * taken off, so that millions of orders need no second table. `null` where some row is not like that.
 */
export function entriesOfRows(rows: RowColumns, refunds: Refunds): EntryColumns | null {
  const kind = refunds === "ignore" ? "others" : kindOf(rows);
  if (kind === "others") return null;
  if (kind === "simple") resolveAmounts(rows);
  return {
    length: rows.length,
    order: rows.order,
    customer: rows.customer,
    day: rows.day,
    net: rows.amount,
    refund: rows.refunded,
    margin: rows.margin,
    rows: new Uint8Array(rows.length).fill(1),
    file: rows.file,
    line: rows.line,
    reason: rows.reason,
    kept: rows.kept,
  };
}

/** Whether all rows are simple, and whether all have nothing but an amount of 0 or more. */
function kindOf({ length, day, amount, refunded, reason }: RowColumns): "bare" | "simple" | "others" {
  let kind: "bare" | "simple" = "bare";
  for (let row = 0; row < length; row += 1) {
    const own = amount[row] as number;
    if (day[row] === NO_DAY || Number.isNaN(own) || reason[row] === BLANK_LINE) return "others";
    if (own < 0 || refunded[row] !== 0) kind = "simple";
  }
  return kind;
}

/** Takes off what was refunded. */
function resolveAmounts({ length, amount, refunded }: RowColumns): void {
  for (let row = 0; row < length; row += 1) {
    const own = amount[row] as number;
    const back = refunded[row] as number;
    if (own >= 0 && back === 0) continue;
    const taken = takenOff(back, "net");
    const net = own - taken;
    amount[row] = net;
    refunded[row] = refundOf(net, taken);
  }
}
