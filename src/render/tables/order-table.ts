import { NO_DAY } from "../../basics/calendar/days.ts";
import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import type { ORDER_COLUMNS } from "../../exports/detect/header/own-orders.ts";
import { type OrderEntries, reasonCode, reasonOfCode } from "../../orders/ledger/entries.ts";
import type { Language } from "../language/language.ts";

const BLANK_LINE = reasonCode("blank line");

/** Every order, dated refund and set-aside group of rows, in the order of the files; blank lines are left out. */
export function orderTable(entries: OrderEntries, reasons: Uint8Array, { words }: Language): DataTable {
  const { columns } = words.orders;
  const order = entriesInFileOrder(entries);
  const column = (
    name: (typeof ORDER_COLUMNS)[number],
    kind: DataColumn["kind"],
    at: (entry: number) => ReturnType<DataColumn["at"]>,
    people: Partial<DataColumn> = {},
  ): DataColumn => ({ name, kind, heading: columns[name], at: (row) => at(order[row] as number), ...people });
  return {
    sheet: "orders",
    length: order.length,
    columns: [
      column("order_id", "text", entries.orderId),
      column("customer_id", "text", (entry) => entries.customerKeys[entries.customer[entry] as number] ?? ""),
      column("day", "day", (entry) => (entries.day[entry] === NO_DAY ? null : (entries.day[entry] as number))),
      column("gross", "money", (entry) => (entries.net[entry] as number) + (entries.refund[entry] as number), {
        rank: 1,
      }),
      column("refund", "money", (entry) => entries.refund[entry] as number, { rank: 1 }),
      column("net", "money", (entry) => entries.net[entry] as number),
      column("purchase", "flag", (entry) => reasons[entry] === 0 && (entries.net[entry] as number) > 0),
      column("reason", "text", (entry) => {
        const reason = reasonOfCode(reasons[entry] as number);
        return reason === null ? "" : words.ledger.names[reason];
      }),
      column("file", "text", (entry) => entries.files[entries.file[entry] as number] ?? "", { rank: 3 }),
      column("line", "count", (entry) => entries.line[entry] as number, { rank: 2 }),
      ...(entries.margin == null ? [] : [marginColumn(order, entries.margin, reasons, columns.margin)]),
    ],
  };
}

/** The margin of what counts, where a margin or cost column was named; blank for what was set aside. */
function marginColumn(order: Int32Array, margin: Float64Array, reasons: Uint8Array, heading: string): DataColumn {
  const at = (row: number): number | null => {
    const entry = order[row] as number;
    return reasons[entry] === 0 ? (margin[entry] as number) : null;
  };
  return { name: "margin", kind: "money", heading, at };
}

function entriesInFileOrder(entries: OrderEntries): Int32Array {
  const indexes = Int32Array.from({ length: entries.length }, (_, entry) => entry);
  return indexes
    .filter((entry) => entries.reason[entry] !== BLANK_LINE)
    .sort(
      (a, b) =>
        (entries.file[a] as number) - (entries.file[b] as number) ||
        (entries.line[a] as number) - (entries.line[b] as number) ||
        (entries.day[a] as number) - (entries.day[b] as number),
    );
}
