import { singleByte } from "../../csv/scanner/single-byte.ts";
import { NO_COLUMN } from "../../exports/detect/columns/columns.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { Kernel } from "../../kernel/kernel.ts";
import { tableOf } from "../../typed/typed-table.ts";

type ScannedPlan = Pick<
  FilePlan,
  "path" | "source" | "hashesRows" | "compared" | "comparesValues" | "layout" | "formats"
>;

/** The scanner numbers wanted columns in 16 bits. */
const MOST_COLUMNS = 2 ** 15 - 1;

/**
 * Whether the byte scanner reads a file: text with a delimiter of one byte, on a machine that has room for it. Runs of blanks
 * as delimiters, files whose rows are compared with those of another header or kind, files without a date or an amount of their own,
 * and standard input are the tolerant reader's. Of lines of JSON, those whose numbers have another decimal mark than the texts
 * around them are not the scanner's either.
 */
export function isScannable(plan: ScannedPlan): boolean {
  const {
    path,
    source,
    hashesRows,
    compared,
    comparesValues,
    formats,
    layout: { dialect, header, columns, table },
  } = plan;
  const { encoding, delimiter } = dialect;
  if (table !== null && (tableOf(source)?.scanned === undefined || formats.decimal !== ".")) return false;
  if (columns.amount.kind === "none" || columns.amount.kind === "uncounted" || columns.date === NO_COLUMN) return false;
  if (header.length > MOST_COLUMNS || (hashesRows && (compared !== null || comparesValues))) return false;
  if (path === null) return false;
  const byte = singleByte(delimiter, encoding);
  return byte !== null && byte !== 0x22 && byte !== 0x0a && byte !== 0x0d && Kernel.isThere();
}
