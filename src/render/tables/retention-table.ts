import type { ActiveCustomersRow, ActiveCustomersTable } from "../../analysis/retention/active-customers.ts";
import type { RetentionRow, RetentionTable } from "../../analysis/retention/retention-by-period.ts";
import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { rowColumns } from "./row-columns.ts";

/**
 * The ranks of columns that make room on a narrow terminal where active customers are shown beside them: those that no rate in
 * the table is made of go first.
 */
const BESIDE_ACTIVE: Readonly<Record<string, number>> = {
  revenue: 11,
  orders: 10,
  lost: 9,
  reactivated: 9,
  customers: 2,
  before: 1,
};

/** The retention table, one row per period; with the columns of active customers where it was asked for. */
export function retentionTable(
  { rows }: Pick<RetentionTable, "rows">,
  language: Language,
  active?: ActiveCustomersTable,
): DataTable {
  const { words } = language;
  const headings: Readonly<Record<string, string>> = words.retention.columns;
  const usual = rowColumns<RetentionRow, (typeof RETENTION_COLUMNS)[number]>(rows, headings);
  const column = (...[name, ...rest]: Parameters<typeof usual>): DataColumn => ({
    ...usual(name, ...rest),
    ...(active === undefined || BESIDE_ACTIVE[name] === undefined ? {} : { rank: BESIDE_ACTIVE[name] }),
  });
  const rate = (
    name: (typeof RETENTION_COLUMNS)[number],
    at: (row: RetentionRow) => number | null,
    people: Partial<DataColumn> = {},
  ): DataColumn => column(name, "share", at, { ...people, dataOnly: rows.every((row) => at(row) === null) });
  return {
    sheet: "retention",
    length: rows.length,
    columns: [
      column("period", "text", (row) => words.period(row.period)),
      column("first_day", "day", (row) => row.firstDay, { dataOnly: true }),
      column("last_day", "day", (row) => row.lastDay, { dataOnly: true }),
      column("complete", "flag", (row) => row.complete, { dataOnly: true }),
      {
        name: "state",
        heading: "",
        kind: "text",
        peopleOnly: true,
        dataOnly: rows.every((row) => periodState(row, language) === ""),
        at: (row) => periodState(rows[row] as RetentionRow, language),
      },
      column("before", "count", (row) => row.before),
      column("customers", "count", (row) => row.customers),
      column("retained", "count", (row) => row.retained),
      column("lost", "count", (row) => row.lost, { rank: 1 }),
      column("new", "count", (row) => row.new),
      column("reactivated", "count", (row) => row.reactivated, { rank: 2 }),
      rate("retention_rate", (row) => row.retentionRate),
      rate("retention_low", (row) => row.retentionLow, { rank: 7 }),
      rate("retention_high", (row) => row.retentionHigh, { rank: 7 }),
      column("churn_rate", "share", (row) => row.churnRate, { dataOnly: true }),
      rate("returning_rate", (row) => row.returningRate, { rank: 6 }),
      column("orders", "count", (row) => row.orders, { rank: 4 }),
      column("revenue", "money", (row) => row.revenue, { rank: 3 }),
      rate("gross_revenue_retention", (row) => row.grossRevenueRetention, { rank: 8 }),
      rate("net_revenue_retention", (row) => row.netRevenueRetention, { rank: 8 }),
      ...(active === undefined ? [] : activeCustomerColumns(active, language)),
    ],
  };
}

function activeCustomerColumns({ rows }: ActiveCustomersTable, { words }: Language): readonly DataColumn[] {
  const { columns } = words.retention;
  const column = rowColumns<ActiveCustomersRow, (typeof ACTIVE_COLUMNS)[number]>(rows, columns);
  return [
    column("stock_before", "count", (row) => row.activeBefore, { headingWraps: true }),
    column("stock_end", "count", (row) => row.activeEnd, { headingWraps: true }),
    column("stock_retention_rate", "share", (row) => row.activeRetentionRate, { headingWraps: true }),
    column("textbook_retention_rate", "share", (row) => row.textbookRetentionRate, { headingWraps: true }),
  ];
}

function periodState({ complete, isCutOff, noData }: RetentionRow, { words }: Language): string {
  if (noData) return words.retention.noData;
  if (complete) return "";
  return isCutOff ? words.retention.inPart : words.retention.toDate;
}

export const RETENTION_COLUMNS = [
  "period",
  "first_day",
  "last_day",
  "complete",
  "before",
  "customers",
  "retained",
  "lost",
  "new",
  "reactivated",
  "retention_rate",
  "retention_low",
  "retention_high",
  "churn_rate",
  "returning_rate",
  "orders",
  "revenue",
  "gross_revenue_retention",
  "net_revenue_retention",
] as const;

/** What `rfm retention --active-within` adds to the columns of the retention table. */
export const ACTIVE_COLUMNS = ["stock_before", "stock_end", "stock_retention_rate", "textbook_retention_rate"] as const;
