import type { CellTexts } from "../cell-store.ts";
import type { CellType, TypedColumn } from "../typed-table.ts";
import type { FlatValue, FlatValues } from "./flat-record.ts";
import { RecordColumns } from "./record-columns.ts";

/** Where each row of a table with one row per element of a list comes from. */
export interface ListRows {
  /** The record of a row. */
  readonly records: Int32Array;
  /** The element of a row; −1 for a record whose list is empty. */
  readonly elements: Int32Array;
}

/** The elements of one list of all records, such as the lines of all orders. */
export class ListRecords {
  readonly columns: RecordColumns;
  /** The line of the first record that has the list. */
  readonly firstLine: number;
  private readonly parents: number[] = [];

  constructor(fileName: string, { texts, line }: { readonly texts: CellTexts; readonly line: number }) {
    this.firstLine = line;
    this.columns = new RecordColumns(fileName, texts);
  }

  /** Adds the elements of one record; records come in their order. */
  add(record: number, elements: readonly FlatValues[], line: number): void {
    for (const values of elements) {
      this.columns.set(this.parents.length, values, line);
      this.parents.push(record);
    }
  }

  /** One row per element, and one per record that has none. */
  rows(count: number): ListRows {
    const [records, elements]: [number[], number[]] = [[], []];
    let element = 0;
    for (let record = 0; record < count; record += 1) {
      const first = element;
      for (; this.parents[element] === record; element += 1) {
        records.push(record);
        elements.push(element);
      }
      if (element > first) continue;
      records.push(record);
      elements.push(-1);
    }
    return { records: Int32Array.from(records), elements: Int32Array.from(elements) };
  }
}

/** A column whose cells are those of other rows; −1 for a blank one. */
export function columnAt(cells: TypedColumn, places: Int32Array): TypedColumn {
  return {
    text: (row) => (placeOf(places, row) < 0 ? "" : cells.text(placeOf(places, row))),
    type: (row): CellType => (placeOf(places, row) < 0 ? "text" : cells.type(placeOf(places, row))),
  };
}

function placeOf(places: Int32Array, row: number): number {
  return places[row] ?? -1;
}

/** The keys of money in a list of refunds, as WooCommerce and others write them. */
const REFUND_KEYS = ["total", "amount"];

/**
 * What was paid back, of an order whose refunds are a list: for each key of money the sum without its sign, as a value of the
 * order itself. None where an element has no plain number with at most four decimals.
 */
export function refundSums(list: string, elements: readonly FlatValues[]): ReadonlyMap<string, FlatValue> {
  const sums = new Map<string, FlatValue>();
  if (!/(?:^|\.)refunds$/i.test(list)) return sums;
  for (const key of REFUND_KEYS) {
    const parts = elements.map((values) => tenThousandths(values.get(key)));
    if (parts.some(Number.isNaN)) continue;
    const sum = Math.abs(parts.reduce((a, b) => a + b, 0));
    sums.set(`${list}.${key}`, { kind: "number", number: sum / 10_000 });
  }
  return sums;
}

function tenThousandths(value: FlatValue | undefined): number {
  const text =
    value?.kind === "number" ? String(value.number) : value !== undefined && "text" in value ? value.text : "";
  return /^-?\d{1,11}(?:\.\d{1,4})?$/.test(text) ? Math.round(Number(text) * 10_000) : Number.NaN;
}
