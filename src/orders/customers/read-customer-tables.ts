import { formsOf, namedForm } from "../../basics/addresses/named-customers.ts";
import { NO_DAY } from "../../basics/calendar/days.ts";
import { maskPersonal } from "../../basics/text/mask-personal.ts";
import { placeOf } from "../../basics/text/place.ts";
import { eachRecord } from "../../csv/each-record.ts";
import { InputError } from "../../errors.ts";
import { isWithoutMoney } from "../../exports/detect/amounts/without-money.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import type { CustomerColumns } from "../customer-columns.ts";
import type { OrderHistory } from "../history.ts";
import { type OrderEntries, reasonCode } from "../ledger/entries.ts";
import type { OrderTable } from "../order-table.ts";
import type { RejectedRow } from "../rows/row-table.ts";
import { type SeenBeside, seenBeside, seenPairs } from "./seen-beside.ts";
import { type SummaryRow, SummaryRows } from "./summary-rows.ts";

/** What is asked of tables of customers beside their columns. */
export interface CustomerReading {
  /** Names of the columns that are carried along, as the user gave them. */
  readonly keep?: readonly string[] | undefined;
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
  readonly excludeCustomers?: ReadonlySet<string> | undefined;
}

/** Customers that were read, with the account of every row. */
export interface ReadCustomers extends Omit<OrderHistory, "understanding"> {
  /** Code or symbol of all money; empty where none is named. */
  readonly currency: string;
  /** How many rows each file has. */
  readonly rowsOfFile: readonly number[];
  readonly rounded: number;
}

/**
 * Reads tables with one row per customer.
 *
 * @throws InputError where two rows of one customer say different things, or money is of several currencies
 */
export async function readCustomerTables(plans: readonly FilePlan[], options: CustomerReading): Promise<ReadCustomers> {
  const read: SummaryRow[] = [];
  const rejects: RejectedRow[] = [];
  const strays: (readonly string[])[] = [];
  const rowsOfFile: number[] = [];
  let rounded = 0;
  for (const plan of plans) {
    const { layout, source } = plan;
    const found = await eachRecord(source, { dialect: layout.dialect, columns: "all" }, () => new SummaryRows(plan));
    for (const row of found.rows) read.push(row);
    rejects.push(...found.rejects);
    strays.push(...found.strays);
    rowsOfFile.push(found.rows.length);
    rounded += found.money.rounded;
  }
  const names = plans.map(({ source }) => source.name);
  const currency = currencyOf(read, names, options);
  const seen = seenBeside(read, { plans, strays });
  const rows = withoutRepeated(withoutOthers(read, options, { currency, seen }), names);
  const used = rows.filter(({ reason }) => reason === null);
  const customers = columnsOf(used, { hasMoney: !isWithoutMoney(options), plans });
  return {
    ...historyOf(rows, used, { customers, names, plans, options, seen }),
    rejects,
    currency,
    rowsOfFile,
    rounded,
  };
}

/** Sets aside rows of other currencies than the one asked for, and of customers who are to be left out. */
function withoutOthers(
  rows: readonly SummaryRow[],
  { excludeCustomers }: CustomerReading,
  { currency, seen }: { readonly currency: string; readonly seen: SeenBeside },
): readonly SummaryRow[] {
  const names = new Set([...(excludeCustomers ?? [])].map(namedForm));
  const isNamed = ({ key }: SummaryRow): boolean =>
    names.size > 0 && [key, ...(seen.get(key) ?? [])].some((text) => formsOf(text).some((form) => names.has(form)));
  return rows.map((row) => {
    if (row.reason !== null) return row;
    if (isNamed(row)) return { ...row, reason: "filtered" };
    return row.currency === "" || row.currency === currency ? row : { ...row, reason: "other currency" };
  });
}

function currencyOf(rows: readonly SummaryRow[], names: readonly string[], options: CustomerReading): string {
  const asked = options.currency?.trim().toUpperCase();
  const found = [
    ...new Set(rows.flatMap(({ currency, reason }) => (reason === null && currency !== "" ? [currency] : []))),
  ];
  if (asked !== undefined) return asked;
  if (found.length > 1) {
    throw new InputError(
      `${names.join(", ")}: mixed currencies, which cannot be added up: ${found.toSorted().join(", ")}`,
      {
        hint: `keep one with --currency ${found.toSorted()[0] ?? ""}`,
      },
    );
  }
  return found[0] ?? "";
}

/** Sets aside rows that say the same of a customer as an earlier one. */
function withoutRepeated(rows: readonly SummaryRow[], names: readonly string[]): readonly SummaryRow[] {
  const known = new Map<string, SummaryRow>();
  return rows.map((row) => {
    if (row.reason !== null) return row;
    const earlier = known.get(row.key);
    if (earlier === undefined) {
      known.set(row.key, row);
      return row;
    }
    if (saysTheSame(earlier, row)) return { ...row, reason: "same customer" };
    const place = ({ file, line }: SummaryRow): string => placeOf(names[file] ?? "", line);
    throw new InputError(
      `two rows of customer "${maskPersonal(row.key)}" say different things: ${place(earlier)} and ${place(row)}`,
      {
        hint:
          earlier.file === row.file
            ? "export one row per customer; if each row is an order, say --table orders"
            : `read one of the two tables, or compare them: rfm compare ${names[earlier.file] ?? ""} ${names[row.file] ?? ""}`,
      },
    );
  });
}

function saysTheSame(a: SummaryRow, b: SummaryRow): boolean {
  return a.orders === b.orders && a.last === b.last && a.first === b.first && a.spend === b.spend;
}

function columnsOf(
  used: readonly SummaryRow[],
  { hasMoney, plans }: { readonly hasMoney: boolean; readonly plans: readonly FilePlan[] },
): CustomerColumns {
  const isSince = plans.some(({ layout }) => layout.columns.summary?.daysSince != null);
  const lasts = Int32Array.from(used, ({ last }) => last);
  const firsts = Int32Array.from(used, ({ first }) => first);
  return {
    length: used.length,
    keys: used.map(({ key }) => key),
    orders: Int32Array.from(used, ({ orders }) => orders),
    lastDay: isSince ? null : lasts,
    daysSince: isSince ? lasts : null,
    firstDay: used.length === 0 || firsts.includes(NO_DAY) ? null : firsts,
    spend: hasMoney ? Float64Array.from(used, ({ spend }) => spend) : null,
  };
}

function historyOf(
  rows: readonly SummaryRow[],
  used: readonly SummaryRow[],
  {
    customers,
    names,
    plans,
    options,
    seen,
  }: {
    readonly customers: CustomerColumns;
    readonly names: readonly string[];
    readonly plans: readonly FilePlan[];
    readonly options: CustomerReading;
    readonly seen: SeenBeside;
  },
): Pick<OrderHistory, "orders" | "entries" | "rows" | "newest" | "nextNewestDay"> {
  const days = rows.flatMap(({ last, reason }) => (reason === null && customers.lastDay !== null ? [last] : []));
  const newest = days.reduce((most, day) => Math.max(most, day), NO_DAY);
  const firsts = customers.firstDay ?? days;
  const at = rows.find(({ last, reason }) => reason === null && last === newest);
  const next = days.reduce((most, day) => (day < newest ? Math.max(most, day) : most), NO_DAY);
  return {
    orders: orderTable(used, {
      customers,
      plans,
      options,
      seen,
      firstDay: Array.from(firsts).reduce((least, day) => Math.min(least, day), newest),
      newest,
    }),
    entries: entriesOf(rows, names, customers),
    rows: rows.length,
    newest: { day: newest, file: names[at?.file ?? 0] ?? "", line: at?.line ?? 0 },
    nextNewestDay: next === NO_DAY ? null : next,
  };
}

function orderTable(
  used: readonly SummaryRow[],
  {
    customers,
    plans,
    options,
    seen,
    firstDay,
    newest,
  }: {
    readonly customers: CustomerColumns;
    readonly plans: readonly FilePlan[];
    readonly options: CustomerReading;
    readonly seen: SeenBeside;
    readonly firstDay: number;
    readonly newest: number;
  },
): OrderTable {
  const none = new Int32Array(0);
  const { keep = [] } = options;
  const slots = plans[0]?.contacts ?? [];
  const column = (index: number): { readonly values: readonly string[]; readonly codes: Int32Array } => {
    const values = [...new Set(used.map(({ carried }) => carried[index] ?? ""))].filter((text) => text !== "");
    const codeOf = new Map(values.map((text, code) => [text, code]));
    return { values, codes: Int32Array.from(used, ({ carried }) => codeOf.get(carried[index] ?? "") ?? -1) };
  };
  const width = plans[0]?.kept.length ?? 0;
  return {
    ...{ length: 0, customer: none, day: none, amount: new Float64Array(0), customers },
    ...(customers.spend === null ? { hasMoney: false } : {}),
    customerKeys: customers.keys,
    firstDay,
    lastDay: newest,
    kept: keep.map((name, index) => ({ name, ...column(index) })),
    contacts: slots.map((slot, index) => ({ ...slot, ...column(width - slots.length + index) })),
    seen: seenPairs(customers.keys, seen),
  };
}

function entriesOf(
  rows: readonly SummaryRow[],
  names: readonly string[],
  { keys, spend }: CustomerColumns,
): OrderEntries {
  const codeOf = new Map(keys.map((key, code) => [key, code]));
  const money = rows.map(({ spend: own }) => (Number.isNaN(own) ? 0 : own));
  return {
    length: rows.length,
    areCustomers: true,
    ...(spend === null ? { hasMoney: false } : {}),
    orderId: () => "",
    customer: Int32Array.from(rows, ({ key }) => codeOf.get(key) ?? -1),
    customerKeys: keys,
    day: Int32Array.from(rows, ({ last }) => last),
    net: Float64Array.from(money),
    refund: new Float64Array(rows.length),
    margin: null,
    rows: new Uint8Array(rows.length).fill(1),
    file: Uint16Array.from(rows, ({ file }) => file),
    line: Uint32Array.from(rows, ({ line }) => line),
    files: names,
    reason: Uint8Array.from(rows, ({ reason }) => (reason === null ? 0 : reasonCode(reason))),
  };
}
