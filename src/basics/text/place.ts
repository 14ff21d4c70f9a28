/** The names of files whose rows are not lines of a text: sheets of workbooks, and Parquet files. */
const HAS_ROWS = /, sheet ".*"$|\.parquet$/is;

/** The name of a file without its sheet or list, as an option names it. */
export function withoutSheet(file: string): string {
  return file.replace(/, (?:sheet|list) ".*"$/s, "");
}

/** What a table is called, most telling first: its sheet or list where it has one, and its file without folder and extension. */
export function tableNames(file: string): readonly string[] {
  const inside = /, (?:sheet|list) "(.*)"$/s.exec(file)?.[1];
  const base = withoutSheet(file)
    .replace(/^.*[/\\]/s, "")
    .replace(/(?:\.(?:csv|tsv|txt|xlsx|xlsm|parquet|ndjson|jsonl|json|gz))+$/i, "");
  return inside === undefined ? [base] : [inside, base];
}

/** A place within a file, in English: `line 12`, of a sheet or a Parquet file `row 12`. */
export function lineOf(file: string, line: number): string {
  return `${HAS_ROWS.test(file) ? "row" : "line"} ${line}`;
}

/** A place in a file, in English: `orders.csv line 12`; `orders.xlsx, sheet "Orders", row 12`. */
export function placeOf(file: string, line: number): string {
  return `${file}${/, sheet ".*"$/s.test(file) ? "," : ""} ${lineOf(file, line)}`;
}
