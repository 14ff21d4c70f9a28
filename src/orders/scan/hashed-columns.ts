import { countIfDifferent, groupKeys, type PlacedHashes } from "../read/group-keys.ts";
import type { KeyDictionary } from "../read/key-dictionary.ts";
import { ORIGIN_MARK } from "../read/key-reader.ts";
import { NumberedOrders } from "../read/numbered-orders.ts";
import type { RowTable } from "../read/row-table.ts";
import { fetchKeys, type KeySource } from "./fetch-keys.ts";

/** A segment of a file whose keys were hashed: their hashes, and where their texts stand. */
export interface HashedSegment extends PlacedHashes, KeySource {}

/** The keys of all rows that were hashed, until they are numbered when all files were read. */
export class HashedColumns {
  private readonly customers: HashedSegment[] = [];
  private readonly orders: HashedSegment[] = [];

  addCustomers(segment: HashedSegment): void {
    this.customers.push({ ...segment, lowersEmails: true });
  }

  addOrders(segment: HashedSegment, origin: number): void {
    this.orders.push({ ...segment, prefix: origin === 0 ? "" : `${origin}${ORIGIN_MARK}` });
  }

  /** Writes the numbers of customers and orders into the table's columns, and their texts into its dictionaries. */
  resolve(table: RowTable): void {
    const { customers, orders } = this;
    if (customers.length > 0) resolveTexts(customers, table.rows.customers, table.customers);
    this.customers.length = 0;
    if (orders.length === 0) return;
    if (table.orders instanceof NumberedOrders) numberOrders(orders, table, table.orders);
    else resolveTexts(orders, table.rows.orders, table.orders as KeyDictionary);
    this.orders.length = 0;
  }
}

function resolveTexts(segments: readonly HashedSegment[], column: Int32Array, dictionary: KeyDictionary): void {
  const found = groupKeys(segments, column);
  const keys = fetchKeys(segments, found);
  if (dictionary.length === 0) {
    dictionary.adopt(keys);
    return;
  }
  const codes = Int32Array.from(keys.ends, (end, index) =>
    dictionary.codeOf(keys.bytes, index === 0 ? 0 : (keys.ends[index - 1] as number), end),
  );
  for (const { firstRow, length } of segments) {
    for (let row = firstRow; row < firstRow + length; row += 1) {
      const number = column[row] as number;
      if (number >= 0) column[row] = codes[number] as number;
    }
  }
}

/** Numbers orders whose texts nobody wants; where each row is an order, there is nothing to write. */
function numberOrders(segments: readonly HashedSegment[], table: RowTable, orders: NumberedOrders): void {
  if (countIfDifferent(segments) === table.length) {
    table.rows.numberOrders(table.length);
    orders.length = table.length;
    return;
  }
  const column = table.rows.orders.fill(-1);
  orders.length = groupKeys(segments, column).keys.length;
}
