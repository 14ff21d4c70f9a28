import { numericColumns } from "../../exports/detect/columns/columns.ts";
import { namedColumn } from "../../exports/detect/header/named-columns.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { columnsOfLineMoney, lineMoney } from "../../exports/lines/line-money.ts";
import { withMark } from "../../exports/values/decimals.ts";
import type { TypedColumn, TypedTable } from "../../typed/typed-table.ts";
import type { OrderIds } from "../scan/read-segment.ts";
import { wantedColumns } from "../wanted-columns.ts";
import { refuseTooManyRows } from "./check-memory.ts";
import { type FileResult, fileResult } from "./file-result.ts";
import {
  beginInTurn,
  DifferentOrderIds,
  type FoundOrders,
  KeptOrderIds,
  OrderIdsInTurn,
  type OrderIdTaker,
} from "./order-ids.ts";
import type { ReadMeter } from "./progress.ts";
import { RowReader } from "./row-reader.ts";
import type { RowTable, RowTexts } from "./row-table.ts";
import { type PlacedColumn, StoredRows } from "./stored-rows.ts";

/** What order ids are taken for in a table with types; hashes are not made of them where they repeat. */
export type TypedOrderIds = Exclude<OrderIds, "hashed">;

/** What a table with types is read from and into. */
export interface TypedReading {
  readonly from: TypedTable;
  readonly into: RowTable;
  readonly meter?: ReadMeter;
  readonly orderIds: TypedOrderIds;
  /** Collects order ids that are not kept. */
  readonly found: FoundOrders;
}

/**
 * Reads every row of a table with types into the table of rows. A number is given the decimal mark of the file's other
 * numbers; an error that a spreadsheet computed is an unreadable date or amount, and blank anywhere else.
 *
 * @throws OrderIdsOutOfTurn, OrderIdsRepeat where order ids are taken to be in turn, or different, and are not
 */
export async function readTyped(plan: FilePlan, reading: TypedReading): Promise<FileResult> {
  const { from, into, meter, found } = reading;
  const { header, recordsBeforeRows } = plan.layout;
  const columns = header.map((_, column) => column);
  const needed = from.kind === "parquet" ? neededColumns(plan) : columns;
  const loaded = await from.load(needed);
  const cellOf = cellReaders(plan, loaded, needed);
  const ids = placed(loaded, needed).filter(({ column }) => plan.layout.columns.order.includes(column));
  const orderIds = orderIdTaker(reading, ids);
  const reader = new RowReader(plan, textsOf(into, orderIds), into.rows);
  const stored = StoredRows.of(plan, { reader, table: into, orderIds, loaded: placed(loaded, needed) });
  const before = into.length;
  refuseTooManyRows(before + from.length);
  into.rows.reserve(before + from.length);
  const cells: string[] = header.map(() => "");
  const rest = new OtherCells(
    from,
    columns.filter((column) => !needed.includes(column)),
  );
  for (let record = recordsBeforeRows; record < from.length; record += 1) {
    if (stored?.read(record, from.line(record)) === true) continue;
    for (const { column, text } of cellOf) cells[column] = text(record);
    if (needed.every((column) => cells[column] === "")) await rest.fill(cells, record);
    const { order } = reader.read(cells, from.line(record));
    if (order >= 0) orderIds.takeText();
  }
  orderIds.tell(found);
  meter?.advance(plan.source.size, into.length - before);
  return fileResult([{ ...reader.findings(), firstRow: 0, firstLine: 0 }], into);
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

function orderIdTaker({ into, orderIds, from, found }: TypedReading, columns: readonly PlacedColumn[]): OrderIdTaker {
  if (orderIds === "kept") return new KeptOrderIds(into.orders);
  if (orderIds === "different") return new DifferentOrderIds();
  if (found.areDifferent || !beginInTurn(columns, from.length)) return new DifferentOrderIds();
  return new OrderIdsInTurn();
}

function textsOf({ customers, statuses, currencies, references, kept }: RowTable, { texts }: OrderIdTaker): RowTexts {
  return { orders: texts, customers, statuses, currencies, references, kept };
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
