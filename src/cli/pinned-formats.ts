import { encodingName } from "../csv/detect/encoding.ts";
import type { Formats } from "../exports/detect/formats/resolve-formats.ts";
import type { FileUnderstanding } from "../orders/understanding.ts";

/** What was found in the data of one file, as an option. */
export type FoundAnswer = readonly [name: string, value: string];

/** How the bytes of a text become cells, as options; nothing of a table with types. */
export function writtenAs({ layout: { table, dialect } }: Pick<FileUnderstanding, "layout">): readonly FoundAnswer[] {
  if (table !== null) return [];
  return [
    ["delimiter", dialect.delimiter === "\t" ? "tab" : dialect.delimiter],
    ["encoding", encodingName(dialect.encoding)],
  ];
}

/** Dates that read one way only (year first, dots, named months) need no option. */
export function dateFormatText({ date }: Formats): string | null {
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
