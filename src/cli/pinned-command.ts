import { withoutSheet } from "../basics/text/place.ts";
import { NO_COLUMN } from "../exports/detect/columns/columns.ts";
import { optionNameOf, optionNameOfKey } from "../exports/detect/header/named-columns.ts";
import { SHARED_OPTIONS } from "../options/index.ts";
import type { AnyOption } from "../options/option.ts";
import { asOfOption } from "../options/scoring-options.ts";
import { givenOptions, isExcludedBy, type WrittenLine, type WrittenOption } from "../options/written-options.ts";
import type { JoinedTable } from "../orders/join/join-tables.ts";
import type { FileUnderstanding, Understanding } from "../orders/understanding.ts";
import { dateFormatText, type FoundAnswer, writtenAs } from "./pinned-formats.ts";
import { amountFormatsOf, amountOfTables, holdsForTables, isOfOrders } from "./pinned-tables.ts";

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
  const amounts = [...(first.layout.preset === null ? amountOfTables(tables) : []), ...amountFormatsOf(tables)];
  const found = [...options.filter(([name]) => isOfOrders(name, tables)), ...amounts];
  const shared = found.filter((answer) => holdsForTables(answer, found, tables));
  const pinned = [...shared, ...judged]
    .filter(([name, value]) => value !== "" && !names.includes(name) && !isExcludedBy(name, given, PINNED))
    .map(([name, value]): WrittenOption => [name, [value]]);
  return joins.length === 0 || names.includes("join") ? pinned : [...pinned, ["join", joins]];
}

/** A joined table as `--join` names it: by one of its files. */
function joinText({ files: [file = ""], key, ordersKey }: JoinedTable): string {
  return `${withoutSheet(file)}:${key}${key === ordersKey ? "" : `=${ordersKey}`}`;
}

function optionsOf(
  { layout, formats, amountPer, costPer }: FileUnderstanding,
  currency: string,
): readonly FoundAnswer[] {
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

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
