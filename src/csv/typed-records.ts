import type { CellType, TypedTable } from "../typed/typed-table.ts";
import type { RecordTaker } from "./record-taker.ts";

/** Gives the records of a table with types to a taker, their cells as text. */
export async function eachTypedRecord<Taker extends RecordTaker>(
  table: TypedTable,
  columns: readonly number[] | "all",
  taker: Taker,
  records = table.length,
): Promise<Taker> {
  const wanted = columns === "all" ? Array.from({ length: table.width }, (_, column) => column) : columns;
  const loaded = await table.load(wanted, records);
  const slots = new Map(wanted.map((column, slot) => [column, loaded[slot]]));
  let record = 0;
  const text = (column: number): string => slots.get(column)?.text(record) ?? "";
  const type = (column: number): CellType => slots.get(column)?.type(record) ?? "text";
  for (const count = Math.min(records, table.length); record < count; record += 1) {
    if (!taker.take({ fields: table.width, line: table.line(record), text, type })) break;
  }
  return taker;
}
