import { NO_COLUMN } from "../exports/detect/columns/columns.ts";
import { namedColumn, optionNameOf } from "../exports/detect/header/named-columns.ts";
import type { TableRole } from "../exports/join/joined-file.ts";
import type { FileUnderstanding } from "../orders/understanding.ts";
import { dateFormatText, type FoundAnswer, writtenAs } from "./pinned-formats.ts";

/** Tables whose money is read. */
const WITH_MONEY: ReadonlySet<TableRole | undefined> = new Set(["amounts", "lines", "refunds"]);
/** What tells an amount, by one option or by two together. */
const AMOUNT_OPTIONS: ReadonlySet<string> = new Set(["amount", "quantity", "price"]);

/** Whether an answer is that of the orders: how amounts are written is told by the table that has them. */
export function isOfOrders(name: string, tables: readonly FileUnderstanding[]): boolean {
  return (name !== "decimal" && name !== "amount-unit") || !tables.some(({ joined }) => joined?.role === "amounts");
}

/**
 * Whether an answer holds for all tables that are joined to the orders, too: an option is about all files. Without it each
 * file tells its own by its data.
 *
 * @param all every answer, for two of them may belong together
 */
export function holdsForTables(
  answer: FoundAnswer,
  all: readonly FoundAnswer[],
  tables: readonly FileUnderstanding[],
): boolean {
  const [name] = answer;
  if (AMOUNT_OPTIONS.has(name)) {
    const together = all.filter(([other]) => AMOUNT_OPTIONS.has(other));
    return tables.every((table) => table.joined?.role !== "refunds" || holdsForAmount(together, table));
  }
  return tables.every((table) => holdsFor(answer, table));
}

function holdsFor([name, value]: FoundAnswer, table: FileUnderstanding): boolean {
  const { formats, layout, joined } = table;
  const hasMoney = WITH_MONEY.has(joined?.role);
  switch (name) {
    case "decimal":
      return !hasMoney || formats.decimal === value || formats.decimalShownBy === null;
    case "amount-unit":
      return !hasMoney || formats.amountUnit === value;
    case "date-format":
      return !hasMoney || layout.columns.date === NO_COLUMN || readsDates(value, dateFormatText(formats));
    case "sheet":
      return layout.table === null || layout.table.sheet === "" || layout.table.sheet === value;
    default:
      return writtenAs(table).every(([own, other]) => own !== name || other === value);
  }
}

/** Whether dates of a table read the same with an option: those that read one way only do with any order of day and month. */
function readsDates(option: string, own: string | null): boolean {
  return own === option || (own === null && option.includes("/"));
}

/** Whether options that name the orders' amount name that of a table, too, or none of its columns. */
function holdsForAmount(options: readonly FoundAnswer[], { layout: { header, columns } }: FileUnderstanding): boolean {
  const { amount } = columns;
  const own = amount.kind === "sum" ? amount.plus : amount.kind === "product" ? [amount.quantity, amount.price] : [];
  const named = options.map(([, value]) => namedColumn(header, value)).filter((column) => column !== null);
  return named.length === 0 || (named.length === own.length && named.every((column) => own.includes(column)));
}

/** The amounts that stand in a joined table, as options. */
export function amountOfTables(tables: readonly FileUnderstanding[]): readonly FoundAnswer[] {
  const table = tables.find(({ joined }) => joined?.role === "amounts");
  if (table === undefined) return [];
  const { amount } = table.layout.columns;
  const name = (column: number | undefined): string =>
    column === undefined ? "" : optionNameOf(table.layout.header, column);
  if (amount.kind === "product")
    return [
      ["quantity", name(amount.quantity)],
      ["price", name(amount.price)],
    ];
  return amount.kind === "sum" ? [["amount", name(amount.plus[0])]] : [];
}

/** How the amounts of a joined table are written, as options. */
export function amountFormatsOf(tables: readonly FileUnderstanding[]): readonly FoundAnswer[] {
  const formats = tables.find(({ joined }) => joined?.role === "amounts")?.formats;
  if (formats === undefined) return [];
  const { decimal, amountUnit } = formats;
  return [
    ["decimal", decimal],
    ["amount-unit", amountUnit === "whole" ? "" : amountUnit],
  ];
}
