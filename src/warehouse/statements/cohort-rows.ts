import type { ObservedPeriods } from "../../analysis/retention/observed-periods.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { quoteName, quoteTable, quoteText } from "../dialects/quote.ts";
import { calendarRows } from "./calendar.ts";
import { stepNames } from "./step-names.ts";

/** Whom a cell counts: buyers in the k-th period, or in it or later. */
export type CountedIn = "on" | "on-or-after";

/**
 * The columns of `rfm cohorts` from the table of {@link periodCellsStatement}: the definitions are those of `cohortsOfCells`. Refunds before
 * the first purchase count with k = 0.
 */
export function cohortStatement(
  dialect: Dialect,
  cells: string,
  { calendar, counted }: { readonly calendar: ObservedPeriods; readonly counted: CountedIn },
): string {
  const name = (column: string): string => quoteName(dialect, column);
  const { first, periods } = calendar;
  const last = dialect.whole(String(first + periods.length - 1));
  const [table, began, period] = [quoteTable(dialect, cells), name("began"), name("period")];
  const [number, cohort, size, label, step, cell] = [
    "number",
    "cohort_number",
    "size_of",
    "cohort_label",
    "step",
    "cell_number",
  ].map(name) as [string, string, string, string, string, string];
  const [days, sizes, cohorts, steps, wanted, sums] = stepNames(
    dialect,
    [cells],
    ["calendar", "sizes", "cohorts", "steps", "wanted", "sums"],
  );
  const sumOf = (condition: string, column: string): string =>
    dialect.total(`CASE WHEN ${condition} THEN ${name(column)} ELSE 0 END`);
  const people =
    counted === "on" ? sumOf(`${period} = ${cell}`, "buyers") : sumOf(`${period} >= ${cell}`, "last_buyers");
  const key = [cohort, size, label, step, cell].join(", ");
  return [
    `WITH ${days} AS (\n${calendarRows(dialect, calendar)}\n), ${sizes} AS (`,
    `  SELECT ${began} AS ${cohort}, ${dialect.total(name("buyers"))} AS ${size}`,
    `  FROM ${table} WHERE ${began} = ${period} GROUP BY ${began}`,
    `), ${cohorts} AS (`,
    `  SELECT ${cohort}, ${size}, ${name("label")} AS ${label}`,
    `  FROM ${sizes} JOIN ${days} ON ${sizes}.${cohort} = ${days}.${number}`,
    `), ${steps} AS (`,
    `  SELECT ${number} - ${dialect.whole(String(first))} AS ${step} FROM ${days}`,
    `), ${wanted} AS (`,
    `  SELECT ${cohort}, ${size}, ${label}, ${step}, ${cohort} + ${step} AS ${cell}`,
    `  FROM ${cohorts} CROSS JOIN ${steps}`,
    `  WHERE ${step} <= ${last} - (SELECT min(${cohort}) FROM ${cohorts})`,
    `), ${sums} AS (`,
    `  SELECT ${key},`,
    `    ${people} AS ${name("customers_at")},`,
    `    ${sumOf(`${period} = ${cell}`, "orders")} AS ${name("orders_at")},`,
    `    ${sumOf(`${period} = ${cell} OR (${step} = 0 AND ${period} < ${cell})`, "net")} AS ${name("net_at")},`,
    `    ${sumOf(`${period} <= ${cell}`, "net")} AS ${name("net_up_to")}`,
    `  FROM ${wanted} JOIN ${table} ${name("period_cells")} ON ${name("period_cells")}.${began} = ${wanted}.${cohort}`,
    `  GROUP BY ${key}`,
    ")",
    "SELECT",
    columnsOf(dialect, last)
      .map(([column, value]) => `  ${value} AS ${name(column)}`)
      .join(",\n"),
    `FROM ${sums} LEFT JOIN ${days} ON ${sums}.${cell} = ${days}.${number}`,
  ].join("\n");
}

/** The columns of `rfm cohorts`, in their order; what lies after the last period is not known. */
function columnsOf(dialect: Dialect, last: string): readonly (readonly [column: string, value: string])[] {
  const name = (column: string): string => quoteName(dialect, column);
  const [size, customers, net] = ["size_of", "customers_at", "net_up_to"].map(name);
  const isKnown = `${name("cell_number")} <= ${last}`;
  const known = (value: string): string => `CASE WHEN ${isKnown} THEN ${value} END`;
  const [unknown, complete, partial] = ["not observable yet", "value", "partial"].map((state) =>
    quoteText(dialect, state),
  );
  return [
    ["cohort", name("cohort_label")],
    ["size", size as string],
    ["k", name("step")],
    ["period", known(name("label"))],
    [
      "state",
      `CASE WHEN NOT (${isKnown}) THEN ${unknown} WHEN ${name("is_complete")} THEN ${complete} ELSE ${partial} END`,
    ],
    ["customers", known(customers as string)],
    ["rate", known(`${dialect.double(customers as string)} / ${dialect.double(size as string)}`)],
    ["orders", known(name("orders_at"))],
    ["revenue", known(dialect.money(name("net_at")))],
    [
      "cumulative_revenue_per_customer",
      known(`${dialect.double(net as string)} / ${dialect.double(`${size} * 10000`)}`),
    ],
  ];
}
