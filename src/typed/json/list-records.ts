import type { CellTexts } from "../cell-store.ts";
import type { CellType, TypedColumn } from "../typed-table.ts";
import { type FlatValue, type FlatValues, moneyValue, textOf } from "./flat-record.ts";
import { RecordColumns } from "./record-columns.ts";
import { summedMoney } from "./summed-money.ts";

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

  /** One row per element, and, unless they are left out, one per record that has none. */
  rows(count: number, { withEmpty }: { readonly withEmpty: boolean }): ListRows {
    const [records, elements]: [number[], number[]] = [[], []];
    let element = 0;
    for (let record = 0; record < count; record += 1) {
      const first = element;
      for (; this.parents[element] === record; element += 1) {
        records.push(record);
        elements.push(element);
      }
      if (element > first || !withEmpty) continue;
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

/** The keys of money in a list of refunds, as WooCommerce, Shopify and others write them. */
const REFUND_KEYS = ["total", "amount", "transactions.amount"];

/**
 * What was paid back, of an order whose refunds are a list: for each key of money the sum of the elements' sizes, as a value of
 * the order itself. An element without the key adds nothing. One that is no plain number, or has another sign than the others,
 * is the value instead, so that the order cannot be read and is told.
 */
export function refundSums(list: string, elements: readonly FlatValues[]): ReadonlyMap<string, FlatValue> {
  const sums = new Map<string, FlatValue>();
  if (!/(?:^|\.)refunds$/i.test(list)) return sums;
  for (const key of REFUND_KEYS) {
    const texts = elements.map((values) => textOf(values.get(key))).filter((text) => text !== "");
    if (texts.length === 0 && elements.length > 0) continue;
    sums.set(`${list}.${key}`, moneyValue(summedMoney(texts)));
  }
  return sums;
}
