import { encodingName } from "../csv/detect/encoding.ts";
import { NO_COLUMN } from "../exports/detect/columns/columns.ts";
import type { Formats } from "../exports/detect/formats/resolve-formats.ts";
import { optionNameOf, optionNameOfKey } from "../exports/detect/header/named-columns.ts";
import { SHARED_OPTIONS } from "../options/index.ts";
import type { AnyOption } from "../options/option.ts";
import { asOfOption } from "../options/scoring-options.ts";
import { givenOptions, isExcludedBy, type WrittenLine, type WrittenOption } from "../options/written-options.ts";
import type { JoinedTable } from "../orders/join/join-tables.ts";
import type { FileUnderstanding, Understanding } from "../orders/understanding.ts";

/** The command line that reads the exports with these options. */
export function pinnedCommand(exports: readonly string[], pinned: readonly WrittenOption[]): string {
  const options = pinned.flatMap(([name, values]) => values.map((value) => pinnedWords(name, value)));
  const isOfCustomers = pinned.some(([name, [value]]) => name === "table" && value === "customers");
  return [isOfCustomers ? "rfm score" : "rfm report", quotedWords(exports), ...options].join(" ");
}

/** An option of the reading as it is written on a command line. */
export function pinnedWords(name: string, value: string): string {
  const isFlag = PINNED.some((option) => option.name === name && option.kind === "flag");
  if (isFlag) return value === "false" ? `--no-${name}` : `--${name}`;
  return `--${name}${value.startsWith("-") ? "=" : " "}${quoted(value)}`;
}

/** Words as a shell takes them. */
export function quotedWords(words: readonly string[]): string {
  return words.map(quoted).join(" ");
}

/** What decides how exports are read, and up to which day. */
const PINNED: readonly AnyOption[] = [...SHARED_OPTIONS.reading, asOfOption];

/**
 * The options that read the exports as they were read today, whatever later files contain: what the user said, and every
 * answer that was found in the data. `null` where the files were not understood alike, so that no one set of options fits.
 */
export function pinnedOptions(understanding: Understanding, written: WrittenLine): readonly WrittenOption[] | null {
  const given = givenOptions(PINNED, written);
  const understood = understoodOptions(understanding, given);
  return understood === null ? null : [...given, ...understood];
}

/** What was found in the data, as options; without those that the user gave, and those that cannot go with them. */
export function understoodOptions(
  { files: all, currency, statuses, joined }: Understanding,
  given: readonly WrittenOption[],
): readonly WrittenOption[] | null {
  const files = all.filter((file) => file.joined === null || file.joined.role === "orders");
  const [first] = files;
  if (first === undefined) return null;
  const sheets = new Set(files.map(({ layout }) => layout.table?.sheet));
  const answersOf = (file: FileUnderstanding): ReturnType<typeof optionsOf> =>
    optionsOf(file, currency).filter(([name]) => name !== "sheet" || sheets.size === 1);
  const options = answersOf(first);
  const text = JSON.stringify(options);
  if (files.some((file) => JSON.stringify(answersOf(file)) !== text)) return null;
  const words = (counts: boolean): string =>
    statuses
      .filter((status) => status.status !== "" && status.counts === counts && !status.isByAmount)
      .map((status) => status.status)
      .join(",");
  const judged =
    first.layout.preset === null
      ? ([
          ["include-status", words(true)],
          ["exclude-status", words(false)],
        ] as const)
      : [];
  const names = given.map(([name]) => name);
  const joins = (joined?.tables ?? []).map(joinText);
  const tables = all.filter((file) => !files.includes(file));
  const shared = options.filter(([name, value]) => isOfAll(name, value, tables));
  const amounts = [...(first.layout.preset === null ? amountOfTable(all) : []), ...amountFormatsOf(tables)];
  const pinned = [...shared, ...amounts, ...judged]
    .filter(([name, value]) => value !== "" && !names.includes(name) && !isExcludedBy(name, given, PINNED))
    .map(([name, value]): WrittenOption => [name, [value]]);
  return joins.length === 0 || names.includes("join") ? pinned : [...pinned, ["join", joins]];
}

/** A joined table as `--join` names it: by one of its files. */
function joinText({ files: [file = ""], key, ordersKey }: JoinedTable): string {
  return `${file}:${key}${key === ordersKey ? "" : `=${ordersKey}`}`;
}

/**
 * Whether an answer found in the orders holds for the tables that are joined to them, too: an option is about all files. How
 * amounts are written is told by the table that has them.
 */
function isOfAll(name: string, value: string, tables: readonly FileUnderstanding[]): boolean {
  if (name === "decimal" || name === "amount-unit") return !tables.some(({ joined }) => joined?.role === "amounts");
  if (name !== "delimiter" && name !== "encoding") return true;
  return tables.every((table) => writtenAs(table).every(([own, other]) => own !== name || other === value));
}

/** The amounts that stand in a joined table, as options. */
function amountOfTable(files: readonly FileUnderstanding[]): readonly (readonly [name: string, value: string])[] {
  const table = files.find(({ joined }) => joined?.role === "amounts");
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
function amountFormatsOf(tables: readonly FileUnderstanding[]): readonly (readonly [name: string, value: string])[] {
  const formats = tables.find(({ joined }) => joined?.role === "amounts")?.formats;
  if (formats === undefined) return [];
  const { decimal, amountUnit } = formats;
  return [
    ["decimal", decimal],
    ["amount-unit", amountUnit === "whole" ? "" : amountUnit],
  ];
}

/** How the bytes of a text become cells, as options; nothing of a table with types. */
function writtenAs({
  layout: { table, dialect },
}: Pick<FileUnderstanding, "layout">): readonly (readonly [string, string])[] {
  if (table !== null) return [];
  return [
    ["delimiter", dialect.delimiter === "\t" ? "tab" : dialect.delimiter],
    ["encoding", encodingName(dialect.encoding)],
  ];
}

function optionsOf(
  { layout, formats, amountPer, costPer }: FileUnderstanding,
  currency: string,
): readonly (readonly [name: string, value: string])[] {
  const { columns, header, preset, table } = layout;
  const name = (column: number | null | undefined): string | null =>
    column === null || column === undefined ? null : optionNameOf(header, column);
  const key = (set: readonly number[] | undefined): string | null =>
    set === undefined ? null : optionNameOfKey(header, set);
  const { amount } = columns;
  const own: readonly (readonly [string, string | null])[] =
    preset !== null
      ? [["preset", preset.name]]
      : [
          ["preset", "generic"],
          ["customer", key(columns.customer[0])],
          ["order", name(columns.order[0])],
          ["table", columns.summary === null ? null : "customers"],
          ["order-count", name(columns.summary?.count)],
          ["date", name(columns.summary?.daysSince ?? (columns.date === NO_COLUMN ? null : columns.date))],
          ["amount", amount.kind === "sum" ? name(amount.plus[0]) : null],
          ["quantity", amount.kind === "product" ? name(amount.quantity) : null],
          ["price", amount.kind === "product" ? name(amount.price) : null],
          ["amount-per", amount.kind === "sum" && columns.summary === null ? amountPer : null],
          ["refunded", columns.refunded?.kind === "column" ? name(columns.refunded.column) : null],
          ["status", name(columns.status)],
          ["currency-column", name(columns.currency)],
        ];
  const common: readonly (readonly [string, string | null])[] = [
    ["cost-per", costPer],
    ["date-format", dateFormatText(formats)],
    ["decimal", formats.decimal],
    ["amount-unit", formats.amountUnit === "whole" ? null : formats.amountUnit],
    ...writtenAs({ layout }),
    ["sheet", table === null || table.sheet === "" ? null : table.sheet],
    ["currency", currency === "" ? null : currency],
  ];
  return [...own, ...common].flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
}

/** Dates that read one way only (year first, dots, named months) need no option. */
function dateFormatText({ date }: Formats): string | null {
  if (date.order === "dmy") return "d/m/y";
  if (date.order === "mdy") return "m/d/y";
  const names = {
    calendar: null,
    compact: "yyyymmdd",
    "epoch seconds": "epoch",
    "epoch milliseconds": "epoch-ms",
    "spreadsheet serial": "excel",
  } as const;
  return names[date.notation];
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
