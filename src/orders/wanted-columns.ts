import { type ColumnRoles, NO_COLUMN, numericColumns } from "../exports/detect/columns/columns.ts";
import { optionColumn } from "../exports/detect/header/named-columns.ts";
import type { FilePlan } from "../exports/file-plan.ts";
import { columnsOfLineMoney, lineMoney } from "../exports/lines/line-money.ts";

/** The columns of a file that its rows are understood from, ascending. */
export function wantedColumns({ source, layout, filter, kept }: FilePlan): readonly number[] {
  const file = { fileName: source.name, header: layout.header };
  const { where = [], excludeLines = [] } = filter;
  const filtered = where.map(({ column }) => optionColumn(file, column, "--where"));
  const excluded = excludeLines.map(({ column }) => optionColumn(file, column, "--exclude-lines"));
  const money = excludeLines.length === 0 ? [] : columnsOfLineMoney(lineMoney(layout));
  const all = [...rolesOf(layout.columns), ...filtered, ...excluded, ...money, ...kept].filter(
    (column) => column !== null,
  );
  const own = all.filter((column) => column !== NO_COLUMN);
  return [...new Set(own)].sort((a, b) => a - b);
}

function rolesOf(columns: ColumnRoles): readonly (number | null)[] {
  const { customer, refundCustomer, order, date, time, zone, status, rules, currency, reference, reason } = columns;
  return [
    ...customer.flat(),
    ...(refundCustomer ?? []).flat(),
    ...order,
    date,
    time,
    zone,
    ...numericColumns(columns),
    ...(columns.amount.kind === "sum" ? (columns.amount.minusWhere ?? []).map(({ where }) => where) : []),
    status,
    ...rules.map((rule) => rule.column),
    currency,
    reference?.from ?? null,
    reference?.to ?? null,
    reason,
  ];
}
