import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { centsText } from "../../basics/money/cents.ts";
import { type CellValue, type ColumnKind, type DataColumn, type DataTable, dataText } from "./data-table.ts";
import { delimited } from "./delimited.ts";

/** What a spreadsheet program expects of a text file in its user's locale. */
export interface SpreadsheetForm {
  readonly decimalMark: string;
}

const BYTE_ORDER_MARK = "\uFEFF";

/** What a spreadsheet takes for the beginning of a formula, also behind blanks and in full width. */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** A number with its sign, which a spreadsheet reads as a number and nothing else. */
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** Text that would run, behind any number of apostrophes: those are guarded as well, so that guarding can be undone. */
function wouldRun(text: string): boolean {
  const bare = text.replace(/^'+/, "");
  return FORMULA.test(bare) && !PLAIN_NUMBER.test(bare);
}

/** Text that no spreadsheet runs: an apostrophe goes before what looks like a formula; all other text stays as it is. */
export function guardFormula(text: string): string {
  return wouldRun(text) ? `'${text}` : text;
}

/** The text that {@link guardFormula} was given. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && wouldRun(text) ? text.slice(1) : text;
}

/**
 * A table as CSV or TSV that a spreadsheet opens by a double click: a byte order mark, lines that end in CR LF, numbers with
 * the locale's decimal mark, and where that is a comma the semicolon between the fields of CSV. Dates stay ISO 8601. Names
 * and values are those of plain CSV, but for means and medians of money, and text that would run as a formula.
 */
export function* spreadsheetRows(
  table: DataTable,
  format: "csv" | "tsv",
  { decimalMark }: SpreadsheetForm,
): Generator<string | Uint8Array> {
  const hasComma = decimalMark === ",";
  yield BYTE_ORDER_MARK;
  yield* delimited(table, {
    delimiter: format === "tsv" ? "\t" : hasComma ? ";" : ",",
    record_delimiter: "\r\n",
    name: guardFormula,
    cell: (column, value) => {
      const text = cellText(column, value);
      if (!isNumeric(column.kind)) return guardFormula(text);
      return hasComma ? text.replace(".", ",") : text;
    },
  });
}

/** Means and medians of money have as many decimals as happen to come out; a spreadsheet gets the currency's two. */
function cellText({ kind, isMedian }: DataColumn, value: CellValue): string {
  if (typeof value === "number" && kind === "quotient") return centsText(value * AMOUNT_SCALE);
  if (typeof value === "number" && kind === "money" && isMedian === true) return centsText(value);
  return dataText(kind, value);
}

function isNumeric(kind: ColumnKind): boolean {
  return kind === "count" || kind === "number" || kind === "money" || kind === "quotient" || kind === "share";
}
