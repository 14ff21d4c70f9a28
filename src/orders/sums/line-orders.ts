import type { PartitionRange } from "../../csv/keys/hashed-keys.ts";
import type { KeyMemory } from "../../kernel/key-memory.ts";
import * as layout from "../../kernel/wasm/shared/layout.ts";
import type { Days } from "./day-span.ts";

/*
 * Where an export has one row per line item, in any order, its orders are put together when all rows were read: partition by
 * partition of their hashes, by several threads. What an order comes to is added to its customer's numbers. The rows of an order
 * that must be looked at one by one come back, and are kept.
 */

const WORD_BYTES = Int32Array.BYTES_PER_ELEMENT;
const ASIDE_WORDS = layout.ASIDE_SIZE / WORD_BYTES;
const FEWEST_PLACES = 16;

/** All line items that are to be put together, and the orders of rows that were kept; all in shared memory. */
export interface LinesOfOrders {
  /** Of each segment what SEGMENT_SIZE says. */
  readonly segments: Int32Array;
  /** Of each segment with rows that were kept where partitions begin, and the hashes of their orders. */
  readonly kept: Int32Array;
  /** Where the numbers of each range of customers are. */
  readonly tables: Int32Array;
  /** No partition has more lines and kept rows. */
  readonly most: number;
}

/** What came of the orders of some partitions. */
export interface OrdersOfRange {
  /** How many orders were added to their customers, and how many have rows that are kept. */
  readonly added: number;
  readonly kept: number;
  /** The days of the rows that were added up. */
  readonly days: Days;
  /** The rows that are kept after all: {@link asideRow} tells what each is. */
  readonly aside: Int32Array;
}

/** A row that is kept after all, or several one behind another that have all but the amount in common. */
export interface AsideRow {
  /** The number of its order in its range. */
  readonly order: number;
  readonly line: number;
  readonly day: number;
  readonly customer: number;
  readonly code: number;
  readonly rows: number;
  /** Of all of these rows. */
  readonly amount: number;
}

/** Puts the orders of some partitions together. The first word of the hash of a row that was kept becomes the number of its order. */
export function putLinesTogether(
  memory: KeyMemory,
  { segments, kept, tables, most }: LinesOfOrders,
  { from, to }: PartitionRange,
): OrdersOfRange {
  const { run } = memory;
  let size = FEWEST_PLACES;
  while (size < most * 2) size *= 2;
  const places = memory.take(size);
  const orders = memory.take((most * layout.ORDER_SIZE) / WORD_BYTES);
  const orderOfLine = memory.take(most);
  const aside = memory.take(most * ASIDE_WORDS);
  const found: Int32Array[] = [];
  run.beginOrders(places.byteOffset, size, orders.byteOffset);
  for (let partition = from; partition < to; partition += 1) {
    const count = run.putTogether(
      segments.byteOffset,
      (segments.length * WORD_BYTES) / layout.SEGMENT_SIZE,
      kept.byteOffset,
      kept.length / 2,
      partition,
      orderOfLine.byteOffset,
      tables.byteOffset,
      tables.length,
      aside.byteOffset,
    );
    if (count > 0) found.push(aside.slice(0, count * ASIDE_WORDS));
  }
  run.writeDays(places.byteOffset);
  const [first = 0, newest = 0, newestAt = 0, nextNewest = 0] = places;
  for (const region of [places, orders, orderOfLine, aside]) memory.giveBack(region);
  const days = { first, newest, newestAt, nextNewest };
  return { added: run.addedOrderCount(), kept: run.keptOrderCount(), days, aside: joined(found) };
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The rows that are kept after all, as numbers. */
export function asideRows({ aside }: Pick<OrdersOfRange, "aside">): readonly AsideRow[] {
  const amounts = new Float64Array(aside.buffer);
  return Array.from({ length: aside.length / ASIDE_WORDS }, (_, index) => {
    const at = (byte: number): number => aside[index * ASIDE_WORDS + byte / WORD_BYTES] as number;
    return {
      order: at(0),
      line: at(layout.ASIDE_LINE),
      day: at(layout.ASIDE_DAY),
      customer: at(layout.ASIDE_CUSTOMER),
      code: at(layout.ASIDE_CODE),
      rows: at(layout.ASIDE_ROWS),
      amount: amounts[(index * layout.ASIDE_SIZE + layout.ASIDE_AMOUNT) / Float64Array.BYTES_PER_ELEMENT] as number,
    };
  });
}
