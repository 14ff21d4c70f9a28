import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";

/** Columns that are about money, though they are neither money nor a quotient of it. */
const ABOUT_MONEY: ReadonlySet<string> = new Set([
  "m_score",
  "monetary",
  "revenue_share",
  "gross_revenue_retention",
  "net_revenue_retention",
]);

/** Whether a column is about money. */
export function isAboutMoney({ name, kind }: { readonly name: string; readonly kind: unknown }): boolean {
  return kind === "money" || kind === "quotient" || ABOUT_MONEY.has(name);
}

/**
 * A table as it stands where there is money. Where there is none, its columns about money are empty in data, whose columns
 * are always the same, and left out for people.
 */
export function withOrWithoutMoney(table: DataTable, { hasMoney }: Language, reader: "data" | "people"): DataTable {
  if (hasMoney) return table;
  if (reader === "people") return { ...table, columns: table.columns.filter((column) => !isAboutMoney(column)) };
  return { ...table, columns: table.columns.map((column) => (isAboutMoney(column) ? emptied(column) : column)) };
}

function emptied({ cells: _, ...column }: DataColumn): DataColumn {
  return { ...column, at: () => null };
}
