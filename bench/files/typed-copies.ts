import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import type { KeptFile } from "./kept-file.ts";

/** The kinds of files that hold the same rows. */
export const KINDS = ["csv", "ndjson", "json", "parquet"] as const;
export type Kind = (typeof KINDS)[number];

/** What a column's cells become: numbers and moments are stored as such, everything else as text. */
type ColumnType = "number" | "moment" | "text";

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,4})?$/;
const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** A file with commas and no quotes, and its rows as JSON lines, as a JSON list and as Parquet beside it; made now where they are not there. */
export function typedCopies({ path }: KeptFile, log: (line: string) => void): Readonly<Record<Kind, string>> {
  const beside = (kind: Kind): string => path.replace(/csv$/, kind === "json" ? "list.json" : kind);
  const copies = { csv: path, ndjson: beside("ndjson"), json: beside("json"), parquet: beside("parquet") };
  const isThere = (copy: string): boolean => existsSync(copy) && statSync(copy).mtimeMs >= statSync(path).mtimeMs;
  if (KINDS.every((kind) => isThere(copies[kind]))) return copies;
  log(`making ${copies.ndjson}, ${copies.json} and ${copies.parquet}`);
  const [header = "", ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const names = header.split(",");
  const columns = names.map((_, column) => lines.map((line) => line.split(",", column + 1)[column] ?? ""));
  const types = columns.map(typeOf);
  writeRecords(copies.ndjson, { names, columns, types }, ["", "\n", "\n"]);
  writeRecords(copies.json, { names, columns, types }, ["[", ",\n", "]\n"]);
  const columnData = names.map((name, column) => ({ name, ...parquetColumn(columns[column] ?? [], types[column]) }));
  writeFileSync(copies.parquet, Buffer.from(parquetWriteBuffer({ columnData })));
  return copies;
}

function typeOf(cells: readonly string[]): ColumnType {
  if (cells.every((cell) => NUMBER.test(cell))) return "number";
  return cells.every((cell) => MOMENT.test(cell)) ? "moment" : "text";
}

function parquetColumn(
  cells: readonly string[],
  type: ColumnType | undefined,
): { readonly data: (number | string | Date)[]; readonly type: "DOUBLE" | "STRING" | "TIMESTAMP" } {
  if (type === "number") return { data: cells.map(Number), type: "DOUBLE" };
  if (type === "moment")
    return { data: cells.map((cell) => new Date(`${cell.replace(" ", "T")}Z`)), type: "TIMESTAMP" };
  return { data: [...cells], type: "STRING" };
}

const LINES_AT_ONCE = 10_000;

/** @param marks what stands before the first record, between two, and behind the last */
function writeRecords(
  path: string,
  {
    names,
    columns,
    types,
  }: {
    readonly names: readonly string[];
    readonly columns: readonly (readonly string[])[];
    readonly types: readonly ColumnType[];
  },
  [before, between, behind]: readonly [string, string, string],
): void {
  const keys = names.map((name) => JSON.stringify(name));
  const written = (column: number, row: number): string => {
    const cell = columns[column]?.[row] ?? "";
    return types[column] === "number" ? cell : JSON.stringify(cell);
  };
  const rows = columns[0]?.length ?? 0;
  const file = openSync(path, "w");
  writeSync(file, before);
  for (let first = 0; first < rows; first += LINES_AT_ONCE) {
    const count = Math.min(LINES_AT_ONCE, rows - first);
    const lines = Array.from({ length: count }, (_, at) => {
      const pairs = keys.map((key, column) => `${key}:${written(column, first + at)}`);
      return `${first + at > 0 ? between : ""}{${pairs.join(",")}}`;
    });
    writeSync(file, lines.join(""));
  }
  writeSync(file, behind);
  closeSync(file);
}
