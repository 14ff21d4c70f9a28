/** The names of files whose rows are not lines of a text: sheets of workbooks, and Parquet files. */
const HAS_ROWS = /, sheet ".*"$|\.parquet$/is;

/** A place in a file, in English: `orders.csv line 12`; `orders.xlsx, sheet "Orders", row 12`. */
export function placeOf(file: string, line: number): string {
  const comma = file.endsWith('"') ? "," : "";
  return HAS_ROWS.test(file) ? `${file}${comma} row ${line}` : `${file} line ${line}`;
}
