import { InputError } from "../../errors.ts";
import { numericColumns } from "../../exports/detect/columns/columns.ts";
import { namedColumn, optionNameOf } from "../../exports/detect/header/named-columns.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { columnsOfLineMoney, lineMoney } from "../../exports/lines/line-money.ts";
import { withMark } from "../../exports/values/decimals.ts";
import type { TypedColumn, TypedTable } from "../../typed/typed-table.ts";
import { wantedColumns } from "../wanted-columns.ts";
import type { FileResult } from "./file-result.ts";
import { fileResult } from "./file-result.ts";
import type { ReadMeter } from "./progress.ts";
import { RowReader } from "./row-reader.ts";
import type { RowTable } from "./row-table.ts";
import { type PlacedColumn, StoredRows } from "./stored-rows.ts";

/**
 * Reads every row of a table with types into the table of rows. A number is given the decimal mark of the file's other
 * numbers; an error that a spreadsheet computed is an unreadable date or amount, and blank anywhere else.
 *
 * @throws InputError where a column that is needed has nested values
 */
export async function readTyped(
  plan: FilePlan,
  { from, into, meter }: { readonly from: TypedTable; readonly into: RowTable; readonly meter?: ReadMeter },
): Promise<FileResult> {
  refuseNested(plan, from);
  const { header, recordsBeforeRows } = plan.layout;
  const columns = header.map((_, column) => column);
  const needed = from.kind === "parquet" ? neededColumns(plan) : columns;
  const loaded = await from.load(needed);
  const cellOf = cellReaders(plan, loaded, needed);
  const reader = new RowReader(plan, into, into.rows);
  const stored = StoredRows.of(plan, { reader, buffer: into.rows, loaded: placed(loaded, needed) });
  const before = into.length;
  const cells: string[] = header.map(() => "");
  for (let record = recordsBeforeRows; record < from.length; record += 1) {
    if (stored?.read(record, from.line(record)) === true) continue;
    for (const { column, text } of cellOf) cells[column] = text(record);
    reader.read(cells, from.line(record));
  }
  meter?.advance(plan.source.size, into.length - before);
  return fileResult([{ ...reader.findings(), firstRow: 0, firstLine: 0 }], into);
}

function placed(loaded: readonly TypedColumn[], columns: readonly number[]): readonly PlacedColumn[] {
  return columns.flatMap((column, slot) => {
    const cells = loaded[slot];
    return cells === undefined ? [] : [{ column, cells }];
  });
}

/** All columns where rows of files are compared, else those from which rows are understood. */
function neededColumns(plan: FilePlan): readonly number[] {
  return plan.mayOverlap ? plan.layout.header.map((_, column) => column) : wantedColumns(plan);
}

interface CellReader {
  readonly column: number;
  readonly text: (record: number) => string;
}

function cellReaders(
  { layout, filter, formats: { decimal } }: FilePlan,
  loaded: readonly TypedColumn[],
  columns: readonly number[],
): readonly CellReader[] {
  const numbers = new Set(numericColumns(layout.columns));
  const { where = [], excludeLines = [] } = filter;
  const compared = new Set([
    ...[...where, ...excludeLines].map(({ column }) => namedColumn(layout.header, column)),
    ...(excludeLines.length === 0 ? [] : columnsOfLineMoney(lineMoney(layout))),
  ]);
  return columns.flatMap((column, slot): CellReader[] => {
    const cells = loaded[slot];
    if (cells === undefined) return [];
    const { text, type } = cells;
    const isNumber = numbers.has(column);
    const own =
      decimal === "." || !(isNumber || compared.has(column))
        ? text
        : (at: number): string => (type(at) === "number" ? withMark(text(at), decimal) : text(at));
    if (isNumber || column === layout.columns.date) return [{ column, text: own }];
    return [{ column, text: (at) => (type(at) === "error" ? "" : own(at)) }];
  });
}

function refuseNested(plan: FilePlan, { nested, kind }: TypedTable): void {
  const column = wantedColumns(plan).find((wanted) => nested.has(wanted));
  if (column === undefined) return;
  const { header, columns } = plan.layout;
  const name = optionNameOf(header, column);
  const line = nested.get(column) ?? 0;
  const where = kind === "parquet" ? `the column "${name}"` : `"${name}" at line ${line}`;
  const flag = columns.customer.flat().includes(column) ? "--customer" : "an option such as --amount or --date";
  throw new InputError(`${plan.source.name}: ${where} has nested values, and it is needed`, {
    hint: `save flat records, with one plain value per ${kind === "parquet" ? "column" : "key"}, or name another column with ${flag}`,
  });
}
