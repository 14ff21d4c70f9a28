import type { RETENTION_COLUMNS, STOCK_COLUMNS } from "../../core/output-columns.ts";
import type { RetentionRow, RetentionTable } from "../../core/retention/retention-by-period.ts";
import type { StockRow, StockTable } from "../../core/retention/stock.ts";
import type { DataColumn, DataTable } from "../data-table.ts";

/** Columns that make room on a narrow terminal where the stock is shown beside them. */
const BESIDE_STOCK = 7;

/** The retention table, one row a period; with the columns of the stock where it was asked for. */
export function retentionTable({ rows }: Pick<RetentionTable, "rows">, stock?: StockTable): DataTable {
  const column = (
    name: (typeof RETENTION_COLUMNS)[number],
    kind: DataColumn["kind"],
    at: (row: RetentionRow) => ReturnType<DataColumn["at"]>,
    people: Partial<DataColumn> = {},
  ): DataColumn => ({ name, kind, at: (row) => at(rows[row] as RetentionRow), ...people });
  const rate = (
    name: (typeof RETENTION_COLUMNS)[number],
    at: (row: RetentionRow) => number | null,
    people: Partial<DataColumn>,
  ): DataColumn => column(name, "share", at, { ...people, dataOnly: rows.every((row) => at(row) === null) });
  const rank = stock === undefined ? {} : { rank: BESIDE_STOCK };
  return {
    length: rows.length,
    columns: [
      column("period", "text", (row) => row.period),
      column("first_day", "day", (row) => row.firstDay, { dataOnly: true }),
      column("last_day", "day", (row) => row.lastDay, { dataOnly: true }),
      column("complete", "flag", (row) => row.complete, { dataOnly: true }),
      {
        name: "state",
        heading: "",
        kind: "text",
        peopleOnly: true,
        at: (row) => periodState(rows[row] as RetentionRow),
      },
      column("before", "count", (row) => row.before, { rank: stock === undefined ? 3 : BESIDE_STOCK }),
      column("customers", "count", (row) => row.customers),
      column("retained", "count", (row) => row.retained),
      column("lost", "count", (row) => row.lost, rank),
      column("new", "count", (row) => row.new),
      column("reactivated", "count", (row) => row.reactivated, rank),
      rate("retention_rate", (row) => row.retentionRate, { heading: "retention" }),
      rate("retention_low", (row) => row.retentionLow, { heading: "low", rank: 5 }),
      rate("retention_high", (row) => row.retentionHigh, { heading: "high", rank: 5 }),
      column("churn_rate", "share", (row) => row.churnRate, { dataOnly: true }),
      rate("returning_rate", (row) => row.returningRate, { heading: "returning", rank: 4 }),
      column("orders", "count", (row) => row.orders, { rank: 2 }),
      column("revenue", "money", (row) => row.revenue, { rank: stock === undefined ? 1 : BESIDE_STOCK }),
      rate("gross_revenue_retention", (row) => row.grossRevenueRetention, { heading: "gross kept", rank: 6 }),
      rate("net_revenue_retention", (row) => row.netRevenueRetention, { heading: "net kept", rank: 6 }),
      ...(stock === undefined ? [] : stockColumns(stock)),
    ],
  };
}

function stockColumns({ rows }: StockTable): readonly DataColumn[] {
  const column = (
    name: (typeof STOCK_COLUMNS)[number],
    kind: DataColumn["kind"],
    at: (row: StockRow) => number | null,
    heading: string,
  ): DataColumn => ({ name, kind, heading, at: (row) => at(rows[row] as StockRow) });
  return [
    column("stock_before", "count", (row) => row.stockBefore, "stock"),
    column("stock_end", "count", (row) => row.stockEnd, "at end"),
    column("stock_retention_rate", "share", (row) => row.stockRetentionRate, "stock kept"),
    column("textbook_retention_rate", "share", (row) => row.textbookRetentionRate, "textbook"),
  ];
}

function periodState({ complete, noData }: RetentionRow): string {
  if (noData) return "no data";
  return complete ? "" : "to date";
}
