import { areDifferent } from "../../csv/keys/are-different.ts";
import { groupKeys, type PlacedHashes } from "../../csv/keys/group-keys.ts";
import type { HalfHashes } from "../../csv/keys/hashed-keys.ts";
import type { KeyDictionary } from "../../csv/keys/key-dictionary.ts";
import { ORIGIN_MARK } from "../../csv/keys/source-mark.ts";
import { NumberedOrders } from "../rows/numbered-orders.ts";
import { OrderIdsRepeat } from "../rows/restart-reasons.ts";
import type { RowTable } from "../rows/row-table.ts";
import { fetchKeys, type KeySource } from "./fetch-keys.ts";

/** A segment of a file whose keys were hashed: their hashes, and where their texts stand. */
export interface HashedSegment extends PlacedHashes, KeySource {}

/** The keys of all rows that were hashed, until they are numbered when all files were read. */
export class HashedColumns {
  private readonly customers: HashedSegment[] = [];
  private readonly orders: HashedSegment[] = [];
  private readonly differentOrders: HalfHashes[] = [];

  addCustomers(segment: HashedSegment): void {
    this.customers.push({ ...segment, lowersEmails: true });
  }

  addOrders(segment: HashedSegment, origin: number): void {
    this.orders.push({ ...segment, prefix: origin === 0 ? "" : `${origin}${ORIGIN_MARK}` });
  }

  /**
   * Adds orders that are taken to be different, and looks now and then whether they are, so that it is found out early.
   *
   * @throws OrderIdsRepeat where two have the same id
   */
  addDifferentOrders(halves: HalfHashes): void {
    const { differentOrders } = this;
    differentOrders.push(halves);
    const { length } = differentOrders;
    if ((length & (length - 1)) === 0) this.refuseRepeated();
  }

  /** Writes the numbers of customers and orders into the table's columns, and their texts into its dictionaries. */
  resolve(table: RowTable): void {
    const { customers, orders } = this;
    if (this.differentOrders.length > 0) {
      this.refuseRepeated();
      table.rows.numberOrders(table.length);
    }
    if (customers.length > 0) resolveTexts(customers, table.rows.customers, table.customers);
    if (orders.length > 0) resolveOrders(orders, table);
  }

  private refuseRepeated(): void {
    if (!areDifferent(this.differentOrders)) throw new OrderIdsRepeat();
  }
}

function resolveOrders(segments: readonly HashedSegment[], table: RowTable): void {
  if (table.orders instanceof NumberedOrders) {
    table.orders.length = groupKeys(segments, table.rows.orders.fill(-1)).keys.length;
  } else resolveTexts(segments, table.rows.orders, table.orders as KeyDictionary);
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
