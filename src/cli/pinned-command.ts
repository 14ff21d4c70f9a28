import type { Formats } from "../exports/detect/settle.ts";
import type { FileUnderstanding, Understanding } from "../orders/understanding.ts";

/** An option and its value, as a command line or a config has them: `["date-format", "d/m/y"]`. */
export type PinnedOption = readonly [key: string, value: string];

/** The command line that reads the exports with these options. */
export function pinnedCommand(exports: readonly string[], pinned: readonly PinnedOption[]): string {
  const options = pinned.map(([key, value]) => `--${key} ${quoted(value)}`);
  return ["rfm report", quotedWords(exports), ...options].join(" ");
}

/** Words as a shell takes them. */
export function quotedWords(words: readonly string[]): string {
  return words.map(quoted).join(" ");
}

/**
 * The options that read the exports as they were understood today, whatever later files contain: every answer as an
 * option. `null` where the files were not understood alike, so that no one set of options fits them all.
 */
export function pinnedOptions({ files, currency, statuses }: Understanding): readonly PinnedOption[] | null {
  const [first] = files;
  if (first === undefined) return null;
  const options = optionsOf(first, currency);
  const text = JSON.stringify(options);
  if (files.some((file) => JSON.stringify(optionsOf(file, currency)) !== text)) return null;
  const words = (counts: boolean): string =>
    statuses
      .filter((status) => status.status !== "" && status.counts === counts)
      .map((status) => status.status)
      .join(",");
  const judged =
    first.layout.preset === null
      ? ([
          ["include-status", words(true)],
          ["exclude-status", words(false)],
        ] as const)
      : [];
  return [...options, ...judged.filter(([, list]) => list !== "")];
}

function optionsOf({ layout, formats, amountPer }: FileUnderstanding, currency: string): readonly PinnedOption[] {
  const { columns, header, dialect, preset } = layout;
  const name = (column: number | null | undefined): string | null =>
    column === null || column === undefined ? null : (header[column]?.trim() ?? null);
  const { amount } = columns;
  const own: readonly (readonly [string, string | null])[] =
    preset !== null
      ? [["preset", preset.name]]
      : [
          ["preset", "generic"],
          ["customer", name(columns.customer[0]?.[0])],
          ["order", name(columns.order[0])],
          ["date", name(columns.date)],
          ["amount", amount.kind === "sum" ? name(amount.plus[0]) : null],
          ["quantity", amount.kind === "product" ? name(amount.quantity) : null],
          ["price", amount.kind === "product" ? name(amount.price) : null],
          ["amount-per", amount.kind === "sum" ? amountPer : null],
          ["refunded", columns.refunded?.kind === "column" ? name(columns.refunded.column) : null],
          ["status", name(columns.status)],
        ];
  const common: readonly (readonly [string, string | null])[] = [
    ["date-format", dateFormatText(formats)],
    ["decimal", formats.decimal],
    ["delimiter", dialect.delimiter === "\t" ? "tab" : dialect.delimiter],
    ["encoding", dialect.encoding],
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
