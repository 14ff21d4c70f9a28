import { areDifferent } from "../../csv/keys/are-different.ts";
import { type GroupedKeys, numberKeys, type PlacedHashes } from "../../csv/keys/group-keys.ts";
import { ALL_PARTITIONS, type HalfHashes } from "../../csv/keys/hashed-keys.ts";
import type { KeyDictionary, NewKeys } from "../../csv/keys/key-dictionary.ts";
import { areApart, type KeySpan } from "../../csv/keys/key-sequence.ts";
import { ORIGIN_MARK } from "../../csv/keys/source-mark.ts";
import { NumberedOrders } from "../rows/numbered-orders.ts";
import { OrderIdsOutOfTurn, OrderIdsRepeat } from "../rows/restart-reasons.ts";
import type { RowTable } from "../rows/row-table.ts";
import { joinedKeys, type KeySource } from "./fetch-keys.ts";
import { type KeyJob, type KeyOutcome, partitionRanges } from "./key-jobs.ts";
import type { OrderIds } from "./read-segment.ts";

/** A segment of a file whose keys were hashed: their hashes, and where their texts stand. */
export interface HashedSegment extends PlacedHashes, KeySource {}

/** What does jobs about keys, several at once. */
export interface KeyThreads {
  /** Into how many jobs a task is best divided. */
  readonly shares: number;
  readonly run: (job: KeyJob) => Promise<KeyOutcome>;
}

/** After so many segments it is looked whether orders repeat, so that most files where they do are not read to the end first. */
const EARLY_LOOKS: readonly number[] = [1, 4];

/** The keys of all rows that were hashed, until they are numbered when all files were read. */
export class HashedColumns {
  private readonly customers: HashedSegment[] = [];
  private readonly orders: HashedSegment[] = [];
  private readonly differentOrders: HalfHashes[] = [];
  private readonly sequences: KeySpan[] = [];
  /** Whether some segment's order ids were in turn, or it had none. */
  hasSequences = false;

  addCustomers(segment: HashedSegment): void {
    this.customers.push({ ...segment, lowersEmails: true });
  }

  addOrders(segment: HashedSegment, origin: number): void {
    this.orders.push({ ...segment, prefix: origin === 0 ? "" : `${origin}${ORIGIN_MARK}` });
  }

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
    const keys = new KeyTasks(threads);
    await Promise.all([
      keys.refuseRepeated(differentOrders),
      customers.length === 0 ? null : keys.resolve(customers, table.rows.customers, table.customers),
      orders.length === 0 ? null : resolveOrders(orders, table, keys),
    ]);
    if (differentOrders.length > 0 || this.hasSequences) table.rows.numberOrders(table.length);
  }
}

async function resolveOrders(segments: readonly HashedSegment[], table: RowTable, keys: KeyTasks): Promise<void> {
  const column = table.rows.sharedOrders();
  if (table.orders instanceof NumberedOrders) {
    table.orders.length = (await keys.group(segments, column.fill(-1))).keys.length;
  } else await keys.resolve(segments, column, table.orders as KeyDictionary);
}

/** Tasks about keys, each divided among the threads. */
class KeyTasks {
  private readonly threads: KeyThreads;

  constructor(threads: KeyThreads) {
    this.threads = threads;
  }

  async refuseRepeated(segments: readonly HalfHashes[]): Promise<void> {
    if (segments.length === 0) return;
    const jobs = partitionRanges(this.threads.shares).map((range): KeyJob => ({ kind: "different", segments, range }));
    const found = await Promise.all(jobs.map(this.threads.run));
    if (found.some((outcome) => outcome.kind === "different" && !outcome.areDifferent)) throw new OrderIdsRepeat();
  }

  async group(placed: readonly PlacedHashes[], column: Int32Array): Promise<GroupedKeys> {
    const segments = placed.map(({ firstRow, length, hashes }): PlacedHashes => ({ firstRow, length, hashes }));
    const ranges = partitionRanges(this.threads.shares);
    const jobs = ranges.map((range): KeyJob => ({ kind: "group", segments, column, range }));
    const found = await Promise.all(jobs.map(this.threads.run));
    const keys = found.flatMap((outcome) => (outcome.kind === "group" ? [outcome.range] : []));
    return numberKeys(keys, segments, column);
  }

  async resolve(segments: readonly HashedSegment[], column: Int32Array, dictionary: KeyDictionary): Promise<void> {
    const keys = await this.fetch(segments, await this.group(segments, column));
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

  /** The texts of keys, in their order: each job reads those of some segments. */
  private async fetch(segments: readonly HashedSegment[], { firstRows, keys }: GroupedKeys): Promise<NewKeys> {
    const sources = segments.map(({ hashes: _, ...source }): KeySource => source);
    const each = Math.ceil(sources.length / this.threads.shares);
    const jobs: KeyJob[] = [];
    for (let start = 0, from = 0; start < sources.length; start += each) {
      const next = sources[start + each]?.firstRow ?? Number.POSITIVE_INFINITY;
      let to = from;
      while (to < keys.length && (firstRows[to] as number) < next) to += 1;
      const found = { firstRows: firstRows.subarray(from, to), keys: keys.subarray(from, to) };
      jobs.push({ kind: "fetch", sources: sources.slice(start, start + each), found });
      from = to;
    }
    const parts = await Promise.all(jobs.map(this.threads.run));
    return joinedKeys(parts.flatMap((outcome) => (outcome.kind === "fetch" ? [outcome.texts] : [])));
  }
}
