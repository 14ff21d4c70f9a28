/** The names of files whose rows are not lines of a text: sheets of workbooks, and Parquet files. */
const HAS_ROWS = /, sheet ".*"$|\.parquet$/is;

/** A place within a file, in English: `line 12`, of a sheet or a Parquet file `row 12`. */
export function lineOf(file: string, line: number): string {
  return `${HAS_ROWS.test(file) ? "row" : "line"} ${line}`;
}

/** A place in a file, in English: `orders.csv line 12`; `orders.xlsx, sheet "Orders", row 12`. */
export function placeOf(file: string, line: number): string {
  return `${file}${/, sheet ".*"$/s.test(file) ? "," : ""} ${lineOf(file, line)}`;
}
