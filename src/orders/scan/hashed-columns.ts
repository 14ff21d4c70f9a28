import { areDifferent } from "../../csv/keys/are-different.ts";
import { ALL_PARTITIONS, type HalfHashes } from "../../csv/keys/hashed-keys.ts";
import type { KeyDictionary } from "../../csv/keys/key-dictionary.ts";
import { areApart, type KeySpan } from "../../csv/keys/key-sequence.ts";
import { NumberedOrders } from "../rows/numbered-orders.ts";
import { OrderIdsOutOfTurn, OrderIdsRepeat } from "../rows/restart-reasons.ts";
import type { RowTable } from "../rows/row-table.ts";
import { HashedColumn, type KeyThreads } from "./hashed-column.ts";
import { type KeyJob, partitionRanges } from "./key-jobs.ts";
import type { OrderIds } from "./read-segment.ts";

/** After so many segments it is looked whether orders repeat, so that most files where they do are not read to the end first. */
const EARLY_LOOKS: readonly number[] = [1, 4];

/** The keys of all rows that were hashed, until they are numbered when all files were read. */
export class HashedColumns {
  readonly customers = new HashedColumn();
  readonly orders = new HashedColumn();
  private readonly differentOrders: HalfHashes[] = [];
  private readonly sequences: KeySpan[] = [];
  /** Whether some segment's order ids were in turn, or it had none. */
  hasSequences = false;

  /** What the order ids of the next file are taken for: once some were hashed, all are. */
  orderIdsFor(chosen: OrderIds): OrderIds {
    return chosen === "in turn" && this.differentOrders.length > 0 ? "different" : chosen;
  }

  /** Adds the order ids of a segment that are in turn; `null` where it has none. */
  addSequence(span: KeySpan | null): void {
    this.hasSequences = true;
    if (span !== null) this.sequences.push(span);
  }

  /**
   * Adds orders that are taken to be different.
   *
   * @throws OrderIdsRepeat where two have the same id and that is seen early
   */
  addDifferentOrders(halves: HalfHashes): void {
    const { differentOrders } = this;
    differentOrders.push(halves);
    if (!EARLY_LOOKS.includes(differentOrders.length)) return;
    if (!areDifferent(differentOrders, ALL_PARTITIONS)) throw new OrderIdsRepeat();
  }

  /**
   * Writes the numbers of customers and orders into the table's columns, and their texts into its dictionaries.
   *
   * @throws OrderIdsOutOfTurn, OrderIdsRepeat where two orders that are taken to be different may have the same id, or have it
   */
  async resolve(table: RowTable, threads: KeyThreads): Promise<void> {
    const { customers, orders, differentOrders } = this;
    if (!areApart(this.sequences)) throw new OrderIdsOutOfTurn();
    await Promise.all([
      refuseRepeated(differentOrders, threads),
      customers.isEmpty ? null : customers.resolve(table.rows.customers, table.customers, threads),
      orders.isEmpty ? null : resolveOrders(orders, table, threads),
    ]);
    if (differentOrders.length > 0 || this.hasSequences) table.rows.numberOrders(table.length);
  }
}

async function resolveOrders(orders: HashedColumn, table: RowTable, threads: KeyThreads): Promise<void> {
  const column = table.rows.orders;
  if (table.orders instanceof NumberedOrders) {
    table.orders.length = (await orders.number(column, threads)).places.length;
  } else await orders.resolve(column, table.orders as KeyDictionary, threads);
}

async function refuseRepeated(segments: readonly HalfHashes[], { shares, run }: KeyThreads): Promise<void> {
  if (segments.length === 0) return;
  const jobs = partitionRanges(shares).map((range): KeyJob => ({ kind: "different", segments, range }));
  const found = await Promise.all(jobs.map(run));
  if (found.some((outcome) => outcome.kind === "different" && !outcome.areDifferent)) throw new OrderIdsRepeat();
}
