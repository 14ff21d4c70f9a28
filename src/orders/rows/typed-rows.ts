import { numericColumns } from "../../exports/detect/columns/columns.ts";
import { namedColumn } from "../../exports/detect/header/named-columns.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { columnsOfLineMoney, lineMoney } from "../../exports/lines/line-money.ts";
import { withMark } from "../../exports/values/decimals.ts";
import type { TypedColumn, TypedTable } from "../../typed/typed-table.ts";
import { wantedColumns } from "../wanted-columns.ts";
import type { KeyTaker } from "./key-taker.ts";
import type { RowBuffer } from "./row-buffer.ts";
import { type Findings, RowReader } from "./row-reader.ts";
import type { RowTexts } from "./row-table.ts";
import { type PlacedColumn, StoredRows } from "./stored-rows.ts";

/** Some records of a table, up to one that is not among them, and what their lines are counted from. */
export interface RecordRange {
  readonly first: number;
  readonly end: number;
  readonly linesBefore: number;
}

/** What rows are read into. */
export interface RowTakers {
  readonly texts: RowTexts;
  readonly buffer: RowBuffer;
  readonly customers: KeyTaker;
  readonly orderIds: KeyTaker;
}

/** The rows of a table with types, of which some records at a time are read. */
export class TypedRows {
  private readonly plan: FilePlan;
  private readonly from: TypedTable;
  private readonly loaded: readonly PlacedColumn[];
  private readonly cellOf: readonly CellReader[];
  private readonly rest: OtherCells;

  /** Loads the columns that rows are understood from. */
  static async of(plan: FilePlan, from: TypedTable): Promise<TypedRows> {
    const needed = neededColumns(plan, from);
    return new TypedRows(plan, from, placed(await from.load(needed), needed));
  }

  private constructor(plan: FilePlan, from: TypedTable, loaded: readonly PlacedColumn[]) {
    this.plan = plan;
    this.from = from;
    this.loaded = loaded;
    this.cellOf = cellReaders(plan, loaded);
    const columns = plan.layout.header.map((_, column) => column);
    this.rest = new OtherCells(
      from,
      columns.filter((column) => !loaded.some((one) => one.column === column)),
    );
  }

  /** The columns of order ids. */
  get orderColumns(): readonly PlacedColumn[] {
    return this.loaded.filter(({ column }) => this.plan.layout.columns.order.includes(column));
  }

  /**
   * Reads the rows of some records. A number is given the decimal mark of the file's other numbers; an error that a spreadsheet
   * computed is an unreadable date or amount, and blank anywhere else.
   */
  async read({ first, end, linesBefore }: RecordRange, into: RowTakers): Promise<Findings> {
    const { plan, from, loaded, cellOf, rest } = this;
    const { texts, buffer, customers, orderIds } = into;
    const reader = new RowReader(plan, texts, buffer);
    const stored = StoredRows.of(plan, { reader, buffer, customers, orderIds, firstRecord: first, end, loaded });
    const cells: string[] = plan.layout.header.map(() => "");
    for (let record = first; record < end; record += 1) {
      const line = from.line(record) - linesBefore;
      if (stored?.read(record, line) === true) continue;
      for (const { column, text } of cellOf) cells[column] = text(record);
      if (loaded.every(({ column }) => cells[column] === "")) await rest.fill(cells, record);
      const { order, customer } = reader.read(cells, line);
      orderIds.takeText(buffer.length - 1, order);
      customers.takeText(buffer.length - 1, customer);
    }
    return reader.findings();
  }
}

/** The columns that rows are not understood from: a row is blank only where they are, too. Loaded when that is asked. */
class OtherCells {
  private readonly from: TypedTable;
  private readonly columns: readonly number[];
  private loaded: readonly TypedColumn[] | null = null;

  constructor(from: TypedTable, columns: readonly number[]) {
    this.from = from;
    this.columns = columns;
  }

  /** Writes them into a row's cells. */
  async fill(cells: string[], record: number): Promise<void> {
    this.loaded ??= await this.from.load(this.columns);
    for (const [slot, column] of this.columns.entries()) cells[column] = this.loaded[slot]?.text(record) ?? "";
  }
}

function placed(loaded: readonly TypedColumn[], columns: readonly number[]): readonly PlacedColumn[] {
  return columns.flatMap((column, slot) => {
    const cells = loaded[slot];
    return cells === undefined ? [] : [{ column, cells }];
  });
}

/** All columns where rows of files are compared, or all are there; else those from which rows are understood. */
export function neededColumns(plan: FilePlan, from: TypedTable): readonly number[] {
  const needsAll = plan.hashesRows || from.kind !== "parquet";
  return needsAll ? plan.layout.header.map((_, column) => column) : wantedColumns(plan);
}

interface CellReader {
  readonly column: number;
  readonly text: (record: number) => string;
}

function cellReaders(
  { layout, filter, formats: { decimal } }: FilePlan,
  loaded: readonly PlacedColumn[],
): readonly CellReader[] {
  const numbers = new Set(numericColumns(layout.columns));
  const { where = [], excludeLines = [] } = filter;
  const compared = new Set([
    ...[...where, ...excludeLines].map(({ column }) => namedColumn(layout.header, column)),
    ...(excludeLines.length === 0 ? [] : columnsOfLineMoney(lineMoney(layout))),
  ]);
  return loaded.map(({ column, cells: { text, type } }): CellReader => {
    const isNumber = numbers.has(column);
    const own =
      decimal === "." || !(isNumber || compared.has(column))
        ? text
        : (at: number): string => (type(at) === "number" ? withMark(text(at), decimal) : text(at));
    if (isNumber || column === layout.columns.date) return { column, text: own };
    return { column, text: (at) => (type(at) === "error" ? "" : own(at)) };
  });
}
