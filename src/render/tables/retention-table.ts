import type { RETENTION_COLUMNS } from "../../core/output-columns.ts";
import type { RetentionRow, RetentionTable } from "../../core/retention/retention-by-period.ts";
import type { DataColumn, DataTable } from "../data-table.ts";

/** The retention table, one row a period. */
export function retentionTable({ rows }: Pick<RetentionTable, "rows">): DataTable {
  const column = (
    name: (typeof RETENTION_COLUMNS)[number],
    kind: DataColumn["kind"],
    at: (row: RetentionRow) => ReturnType<DataColumn["at"]>,
    people: Partial<DataColumn> = {},
  ): DataColumn => ({ name, kind, at: (row) => at(rows[row] as RetentionRow), ...people });
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
      column("before", "count", (row) => row.before, { rank: 3 }),
      column("customers", "count", (row) => row.customers),
      column("retained", "count", (row) => row.retained),
      column("lost", "count", (row) => row.lost),
      column("new", "count", (row) => row.new),
      column("reactivated", "count", (row) => row.reactivated),
      column("retention_rate", "share", (row) => row.retentionRate, { heading: "retention" }),
      column("retention_low", "share", (row) => row.retentionLow, { heading: "low", rank: 5 }),
      column("retention_high", "share", (row) => row.retentionHigh, { heading: "high", rank: 5 }),
      column("churn_rate", "share", (row) => row.churnRate, { dataOnly: true }),
      column("returning_rate", "share", (row) => row.returningRate, { heading: "returning", rank: 4 }),
      column("orders", "count", (row) => row.orders, { rank: 2 }),
      column("revenue", "money", (row) => row.revenue, { rank: 1 }),
      column("gross_revenue_retention", "share", (row) => row.grossRevenueRetention, {
        heading: "gross kept",
        rank: 6,
      }),
      column("net_revenue_retention", "share", (row) => row.netRevenueRetention, { heading: "net kept", rank: 6 }),
    ],
  };
}

function periodState({ complete, noData }: RetentionRow): string {
  if (noData) return "no data";
  return complete ? "" : "to date";
}
