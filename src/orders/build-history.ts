import { NO_DAY } from "../basics/calendar/days.ts";
import { isWithoutMoney } from "../exports/detect/amounts/without-money.ts";
import type { FilePlan } from "../exports/file-plan.ts";
import type { EntryColumns } from "./assemble/entries/entry-columns.ts";
import { orderIdOf } from "./assemble/entries/order-id.ts";
import { putUsableFirst } from "./assemble/entries/usable-first.ts";
import type { RowSet } from "./assemble/row-set.ts";
import type { OrderHistory } from "./history.ts";
import { linesOf } from "./lines/lines-of-rows.ts";
import type { KeptValues, OrderTable, SummedPurchases } from "./order-table.ts";
import type { RowTable } from "./rows/row-table.ts";
import { DaySpan } from "./sums/day-span.ts";
import type { SummedRows } from "./sums/summed-rows.ts";

/**
 * The history of orders that were put together: the order table as a view of the entries that it is made of.
 *
 * @param customerRows rows of joined tables of customers that orders took something from
 */
export function historyOf(set: RowSet, customerRows: number): Omit<OrderHistory, "understanding" | "rejects"> {
  const { rows, table, plans, joinedTo, seen } = set;
  const { entries, days } = set.built;
  const { kept: _carried, ...own } = entries; // what is carried along belongs to the orders, and most of it to their lines
  const files = plans.map((plan) => plan.source.name);
  const newest = {
    day: days.newest,
    file: files[rows.file[days.newestAt] as number] ?? "",
    line: days.newestAt < 0 ? 0 : table.rows.lineOf(days.newestAt),
  };
  const span = new DaySpan();
  span.add({ ...days, newestAt: newest.line });
  const summed = table.summed === null || table.summed.rows === 0 ? null : table.summed;
  if (summed !== null) {
    span.add(summed.days);
    Object.assign(newest, { day: span.newest, file: files[0] ?? "", line: span.newestAt });
  }
  const length = putUsableFirst(entries); // which may move the rows' own columns
  const { orders, customers } = table;
  const keyBytes = customers.keyBytes();
  const withoutMoney = isWithoutMoney(set.options) ? { hasMoney: false } : {};
  const net = entries.net.subarray(0, length);
  const hasMargin = plans.some(({ layout: { columns } }) => columns.margin !== null || columns.cost !== null);
  return {
    orders: {
      length,
      customer: entries.customer.subarray(0, length),
      day: entries.day.subarray(0, length),
      amount: isWithoutMoney(set.options) ? net.map(Math.sign) : net,
      ...withoutMoney,
      ...summedIn(summed),
      margin: hasMargin ? entries.margin.subarray(0, length) : null,
      get customerKeys() {
        return customers.texts;
      },
      keyBytes,
      keyOrder: () => customers.order(),
      firstDay: span.first,
      lastDay: span.newest,
      orderId: (order) => orderIdOf(orders, entries.order[order] as number),
      ...carriedColumns(table, { plans, entries, length }),
      ...linesOf({ rows, table, plans, decisions: set.amounts, entries, length }),
      joinedTo,
      ...(seen === undefined ? {} : { seen }),
    },
    entries: {
      ...own,
      ...withoutMoney,
      ...summedIn(summed),
      margin: hasMargin ? entries.margin : null,
      orderId: (entry) => orderIdOf(orders, entries.order[entry] as number),
      get customerKeys() {
        return customers.texts;
      },
      keyBytes,
      files,
      ...(customerRows === 0 ? {} : { customerRows }),
    },
    rows: table.rowsRead + customerRows,
    newest,
    nextNewestDay: span.nextNewest === NO_DAY ? null : span.nextNewest,
  };
}

/** The columns that were carried along: those to be kept, then those of line items, then those of the contacts. */
function carriedColumns(
  table: RowTable,
  { plans, entries, length }: { plans: readonly FilePlan[]; entries: EntryColumns; length: number },
): Pick<OrderTable, "kept" | "contacts"> {
  const slots = plans[0]?.contacts ?? [];
  const columns = table.kept.map(({ texts }, index) => ({
    name: table.keptNames[index] ?? "",
    values: texts,
    codes: (entries.kept[index] ?? new Int32Array(0)).subarray(0, length),
  }));
  const others = columns.slice(0, columns.length - slots.length);
  const contacts = slots.map((slot, index) => ({ ...(columns[others.length + index] as KeptValues), ...slot }));
  const kept = others.slice(0, others.length - (plans[0]?.lines ?? []).length);
  return { kept, contacts };
}

/** The purchases that were added up while they were read, as the analyses know them. */
function summedIn(summed: SummedRows | null): { readonly summed?: SummedPurchases } {
  if (summed === null) return {};
  const { purchases, rows, money, numbers } = summed;
  return { summed: { purchases, rows, money, numbers } };
}
