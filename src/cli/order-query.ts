import { UsageError } from "../errors.ts";
import type { ValuesOf } from "../options/option.ts";
import type { orderTableOptions } from "../options/warehouse-options.ts";
import { type OrderColumns, type OrderQuery, refuseCents, type StatusRule } from "../warehouse/order-query.ts";

export type OrderTableOptions = ValuesOf<typeof orderTableOptions>;

/** What stands for a column that a table does not have, as with exports. */
const NONE = "none";

/**
 * The query that the options ask for, of a table that is not looked at.
 *
 * @throws UsageError that names what is missing
 */
export function writtenQuery(options: OrderTableOptions, asOf: number): OrderQuery {
  const { table, customer, date, amount } = options;
  const missing = Object.entries({ table, customer, date, amount }).filter(([, value]) => value === undefined);
  if (table === undefined || customer === undefined || date === undefined || amount === undefined) {
    const flags = missing.map(([name]) => `--${name}`).join(", ");
    throw new UsageError(
      `${flags} ${missing.length === 1 ? "is" : "are"} missing: rfm sql does not look at the table`,
      "for instance --table shop.orders --customer customer_id --date ordered_at --amount total",
    );
  }
  const columns: OrderColumns = {
    customer,
    date,
    amount,
    refunded: columnOf(options.refunded),
    status: columnOf(options.status),
    currency: columnOf(options.currencyColumn),
  };
  refuseCents(table, columns);
  return {
    table,
    columns,
    asOf,
    statuses: statusRule(options),
    currency: currencyOf(options),
    where: options.where ?? [],
    since: options.since ?? null,
    until: options.until ?? null,
    refunds: options.refunds ?? "net",
    timeZone: options.timeZone ?? null,
  };
}

function columnOf(name: string | undefined): string | undefined {
  return name?.toLowerCase() === NONE ? undefined : name;
}

function statusRule({ status, includeStatus, excludeStatus }: OrderTableOptions): StatusRule | null {
  const words = includeStatus ?? excludeStatus;
  if (columnOf(status) === undefined) {
    if (words === undefined) return null;
    throw new UsageError("statuses are named, but not their column", "add --status COLUMN");
  }
  if (words === undefined) {
    throw new UsageError(
      `--status ${status}: which statuses count?`,
      "add --include-status paid,shipped, or --exclude-status cancelled,refunded",
    );
  }
  if (includeStatus !== undefined && excludeStatus !== undefined) {
    throw new UsageError(
      "--include-status and --exclude-status cannot be used together in an engine: one of them says it all",
      "leave out --exclude-status",
    );
  }
  return { counts: includeStatus === undefined ? "all but these" : "these", compared: "folded", statuses: words };
}

function currencyOf({ currency, currencyColumn }: OrderTableOptions): string | null {
  if (columnOf(currencyColumn) === undefined) {
    if (currency === undefined) return null;
    throw new UsageError("--currency needs the column that names it", "add --currency-column COLUMN");
  }
  if (currency !== undefined) return currency;
  throw new UsageError(
    `--currency-column ${currencyColumn}: which currency?`,
    "add --currency EUR: sums of several currencies mean nothing",
  );
}
