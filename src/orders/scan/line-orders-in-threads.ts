import { giveBackHashes } from "../../csv/keys/hashed-keys.ts";
import type { PlacedHashes } from "../../csv/keys/number-keys.ts";
import { HASH_WORDS } from "../../kernel/hash-key.ts";
import { type KeyMemory, wordsAt } from "../../kernel/key-memory.ts";
import * as layout from "../../kernel/wasm/shared/layout.ts";
import { type InsertedRow, insertRows } from "../rows/insert-rows.ts";
import type { RowTable } from "../rows/row-table.ts";
import { asideRows, type OrdersOfRange } from "../sums/line-orders.ts";
import { giveBackPurchases } from "../sums/purchase-rows.ts";
import type { SummedRows } from "../sums/summed-rows.ts";
import { type KeyThreads, partitionRanges } from "./key-jobs.ts";

const SEGMENT_WORDS = layout.SEGMENT_SIZE / Int32Array.BYTES_PER_ELEMENT;

/** Puts the orders of line items together, by several threads, and then those rows into the table that are kept after all. */
export class LineOrdersInThreads {
  private readonly threads: KeyThreads;
  private readonly memory: KeyMemory;
  private readonly table: RowTable;
  private readonly summed: SummedRows;
  /** The orders of rows that were kept. */
  private readonly kept: readonly PlacedHashes[];
  private found: readonly OrdersOfRange[] = [];

  constructor(
    { threads, memory }: { readonly threads: KeyThreads; readonly memory: KeyMemory },
    {
      table,
      summed,
      kept,
    }: { readonly table: RowTable; readonly summed: SummedRows; readonly kept: readonly PlacedHashes[] },
  ) {
    this.threads = threads;
    this.memory = memory;
    this.table = table;
    this.summed = summed;
    this.kept = kept;
  }

  /** Adds what orders come to to the numbers of their customers, of which `sums` are those of each range. */
  async putTogether(sums: readonly Int32Array[]): Promise<void> {
    const { memory, threads, summed, kept } = this;
    const { lines } = summed;
    const codes = memory.take((lines.length * layout.MOST_CODES) / Int32Array.BYTES_PER_ELEMENT);
    const bytes = new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength);
    for (const [index, segment] of lines.entries()) bytes.set(segment.codes, index * layout.MOST_CODES);
    const segments = memory.take(lines.length * SEGMENT_WORDS);
    segments.set(
      lines.flatMap(({ starts, words, firstLine }, index) => [
        ...wordsAt(layout.SEGMENT_SIZE, {
          0: starts.byteOffset,
          [layout.SEGMENT_LINES]: words.byteOffset,
          [layout.SEGMENT_CODES]: codes.byteOffset + index * layout.MOST_CODES,
          [layout.SEGMENT_LINE]: firstLine,
        }),
      ]),
    );
    const keptHashes = memory.take(kept.length * 2);
    keptHashes.set(kept.flatMap(({ hashes: { starts, words } }) => [starts.byteOffset, words.byteOffset]));
    const tables = memory.take(sums.length);
    tables.set(sums.map(({ byteOffset }) => byteOffset));
    const most = largestPartition([...lines.map(({ starts }) => starts), ...kept.map(({ hashes }) => hashes.starts)]);
    const of = { segments, kept: keptHashes, tables, most };
    const done = await Promise.all(
      this.ranges.map((range) => threads.run({ kind: "orders", memory: memory.sent, of, range })),
    );
    this.found = done.flatMap((outcome) => (outcome.kind === "orders" ? [outcome.orders] : []));
    for (const { added, days } of this.found) summed.addOrders(added, days);
    for (const region of [codes, segments, keptHashes, tables]) memory.giveBack(region);
    for (const segment of lines) giveBackPurchases(segment, memory);
    lines.length = 0; // else they would keep all of this memory
  }

  private get ranges() {
    return partitionRanges(this.threads.shares);
  }

  /**
   * Puts the rows into the table that are kept after all, and numbers the orders of all rows; returns how many these are.
   *
   * @param numberOf the number of each customer, by the one that lines have
   */
  finish(numberOf: (customer: number) => number): number {
    const { table, kept, memory } = this;
    const column = table.rows.orders;
    for (const segment of kept) this.writeOrders(segment, column);
    for (const { hashes } of kept) giveBackHashes(hashes, memory);
    const aside = this.found.flatMap((range, turn) => this.rowsOf(range, turn, numberOf));
    if (aside.length > 0) table.rows = insertRows(table.rows, aside);
    return numberAsMet(table.rows.orders, Math.max(0, ...this.found.map((range) => range.kept)) * this.found.length);
  }

  /** Orders of all ranges take turns. */
  private writeOrders({ firstRow, hashes: { starts, rows, words } }: PlacedHashes, column: Int32Array): void {
    const turns = this.found.length;
    for (const [turn, { from, to }] of this.ranges.entries()) {
      const end = starts[to] as number;
      for (let index = starts[from] as number; index < end; index += 1)
        column[firstRow + (rows[index] as number)] = (words[index * HASH_WORDS] as number) * turns + turn;
    }
  }

  private rowsOf(range: OrdersOfRange, turn: number, numberOf: (customer: number) => number): readonly InsertedRow[] {
    const { summed, found } = this;
    return asideRows(range).map(({ order, code, customer, ...row }) => {
      const words = summed.takeBack(code, row);
      return { ...row, ...words, order: order * found.length + turn, customer: numberOf(customer) };
    });
  }
}

/** How many things the largest partition has. */
function largestPartition(starts: readonly Uint32Array[]): number {
  let most = 0;
  for (let partition = 0; partition < layout.PARTITIONS; partition += 1)
    most = Math.max(
      most,
      starts.reduce((sum, own) => sum + (own[partition + 1] as number) - (own[partition] as number), 0),
    );
  return most;
}

/** Numbers orders anew, 0, 1, 2 …, in the order in which rows have them; returns how many there are. */
function numberAsMet(column: Int32Array, most: number): number {
  const numbers = new Int32Array(most);
  let count = 0;
  for (let row = 0; row < column.length; row += 1) {
    const order = column[row] as number;
    if (order < 0) continue;
    if (numbers[order] === 0) {
      count += 1;
      numbers[order] = count;
    }
    column[row] = (numbers[order] as number) - 1;
  }
  return count;
}
