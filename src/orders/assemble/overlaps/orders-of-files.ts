import { NO_DAY } from "../../../basics/calendar/days.ts";
import type { TextCodes } from "../../../csv/keys/dictionary.ts";
import type { FilePlan } from "../../../exports/file-plan.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import { orderIdOf } from "../entries/order-id.ts";
import { earlierDay } from "../entries/order-rule.ts";

/**
 * Where each file numbers its orders by itself, makes one order again of what files repeat because they overlap: the same id
 * with the same customer and day, in files of one source.
 */
export function joinRepeatedOrders(rows: RowColumns, plans: readonly FilePlan[], orders: TextCodes): void {
  const { file, day, customer } = firstOfOrders(rows, orders.length);
  const joined = new Int32Array(orders.length);
  const known = new Map<string, number>();
  for (let order = 0; order < joined.length; order += 1) {
    const source = plans[file[order] as number]?.origin ?? -1;
    const key = [source, customer[order], day[order], orderIdOf(orders, order)].join("\u0000");
    joined[order] = known.get(key) ?? order;
    known.set(key, joined[order] as number);
  }
  for (let row = 0; row < rows.length; row += 1) {
    const order = rows.order[row] as number;
    if (order >= 0) rows.order[row] = joined[order] as number;
  }
}

/** What the rows of each order say of it: its file, its earliest day, and the customer that is named first. */
function firstOfOrders({ length, order, file, day, customer }: RowColumns, orderCount: number) {
  const found = {
    file: new Int32Array(orderCount).fill(-1),
    day: new Int32Array(orderCount).fill(NO_DAY),
    customer: new Int32Array(orderCount).fill(-1),
  };
  for (let row = 0; row < length; row += 1) {
    const own = order[row] as number;
    if (own < 0) continue;
    found.file[own] = file[row] as number;
    found.day[own] = earlierDay(found.day[own] as number, day[row] as number);
    if ((found.customer[own] as number) < 0) found.customer[own] = customer[row] as number;
  }
  return found;
}
