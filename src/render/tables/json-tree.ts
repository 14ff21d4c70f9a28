import { formatDay } from "../../basics/calendar/days.ts";
import { AMOUNT_SCALE, formatAmount } from "../../basics/money/amount.ts";
import { type CellValue, type ColumnKind, type DataTable, dataColumns } from "../../csv/writer/data-table.ts";

/** What becomes JSON. A `bigint` is money, whole 1/10,000 of a unit, and is written in units with all its decimals. */
export type JsonTree =
  | null
  | boolean
  | number
  | string
  | bigint
  | readonly JsonTree[]
  | { readonly [key: string]: JsonTree };

/** A tree as JSON text on one line; keys in the order in which they stand. */
export function jsonText(tree: JsonTree): string {
  if (typeof tree === "bigint") return formatAmount(tree);
  if (tree === null || typeof tree !== "object") return JSON.stringify(tree);
  if (isList(tree)) return `[${tree.map(jsonText).join(",")}]`;
  const fields = Object.entries(tree).map(([key, value]) => `${JSON.stringify(key)}:${jsonText(value)}`);
  return `{${fields.join(",")}}`;
}

function isList(tree: object): tree is readonly JsonTree[] {
  return Array.isArray(tree);
}

/** Money that is whole 1/10,000 of a unit, or half of one (a median of two). */
export function moneyTree(value: number | null): JsonTree {
  if (value === null) return null;
  return Number.isSafeInteger(value) ? BigInt(value) : value / AMOUNT_SCALE;
}

/** The rows of a table as objects, with the columns that data formats have. */
export function tableTree(table: DataTable): readonly Readonly<Record<string, JsonTree>>[] {
  const columns = dataColumns(table);
  return Array.from({ length: table.length }, (_, row) =>
    Object.fromEntries(columns.map(({ name, kind, at }) => [name, cellTree(kind, at(row))])),
  );
}

function cellTree(kind: ColumnKind, value: CellValue): JsonTree {
  if (typeof value === "number" && kind === "money") return moneyTree(value);
  if (typeof value === "number" && kind === "day") return formatDay(value);
  return value;
}
