import { type KeyTable, NO_KEYS, SUM_WORDS } from "../../csv/keys/group-keys.ts";
import { giveBackHashes, type PartitionRange, sharedWords } from "../../csv/keys/hashed-keys.ts";
import type { NewKeys } from "../../csv/keys/key-dictionary.ts";
import { type FoundKeys, KeyNumbers, type PlacedHashes } from "../../csv/keys/number-keys.ts";
import type { HashKey } from "../../kernel/hash-key.ts";
import type { KeyMemory } from "../../kernel/key-memory.ts";
import { KEY_AT, NUMBER_AT, NUMBER_WORDS } from "../sums/customer-numbers.ts";
import { giveBackPurchases, type SegmentPurchases } from "../sums/purchase-rows.ts";
import { type CustomersBySegment, customersPerSegment, type RangeSums } from "../sums/summed-customers.ts";
import { joinedKeys } from "./fetch-keys.ts";
import type { KeySource } from "./key-copier.ts";
import { type KeyOutcome, type KeyThreads, partitionRanges } from "./key-jobs.ts";

/** A segment of a file whose keys were hashed: their hashes, and where their texts stand. */
export interface HashedSegment extends PlacedHashes, KeySource {
  /** Rows with other keys that are only added up; left out or `null` where there are none. */
  readonly purchases?: SegmentPurchases | null;
}

/** All customers of a file whose purchases were added up, in the order in which their keys stand in it. */
export interface SummedColumn {
  readonly texts: NewKeys;
  /** Their numbers, one customer after another. */
  readonly numbers: Int32Array;
  /** The new number of each customer that kept rows have, by the old one. */
  readonly numberOf: Int32Array;
  /** The new number of each customer that line items have, by the one that these have. */
  readonly numberOfLine: (customer: number) => number;
}

interface WaitingSegment extends PlacedHashes {
  readonly purchases: SegmentPurchases | null;
}

/** Hashes take five times the memory of the numbers that they become, so that few segments wait for it. */
const SEGMENTS_TOGETHER = 4;

/**
 * A column of keys that are hashed while files are read. Threads group the keys of some segments at a time; they then have numbers,
 * and their hashes are forgotten.
 */
export class GroupedColumn {
  /** Where the texts of keys stand, and which rows have them. */
  readonly sources: (KeySource & Pick<PlacedHashes, "length">)[] = [];
  private readonly threads: KeyThreads;
  /** What each row has for a key; another array once there are more rows. */
  private readonly column: () => Int32Array;
  private readonly ranges: readonly PartitionRange[];
  private readonly numbers: KeyNumbers;
  private tables: readonly KeyTable[];
  private waiting: WaitingSegment[] = [];
  /** How many segments are grouped, or about to be. */
  private begun = 0;
  private work = Promise.resolve();

  constructor(threads: KeyThreads, column: () => Int32Array) {
    this.threads = threads;
    this.column = column;
    this.ranges = partitionRanges(threads.shares);
    this.numbers = new KeyNumbers(this.ranges);
    this.tables = this.ranges.map(() => NO_KEYS);
  }

  /** Adds the keys of a segment, whose rows are in the table. */
  add({ hashes, purchases = null, ...source }: HashedSegment): void {
    const { firstRow, length } = source;
    this.sources.push(source);
    this.waiting.push({ firstRow, length, hashes, purchases });
    if (this.waiting.length === SEGMENTS_TOGETHER) this.begin();
  }

  /**
   * The keys of all segments; rows then have their numbers.
   *
   * @throws ThreadsLost
   */
  async found(): Promise<FoundKeys> {
    this.begin();
    await this.work;
    return this.numbers.found();
  }

  /**
   * All keys where rows were only added up, numbered where they stand first in the files, with the numbers of their purchases.
   *
   * @param hashKey what the keys were hashed by
   * @param addOrders adds what orders of line items come to, to the numbers of each range of customers
   * @throws ThreadsLost
   */
  async summed(hashKey: HashKey, addOrders?: (sums: readonly Int32Array[]) => Promise<void>): Promise<SummedColumn> {
    const kept = await this.found();
    const { threads, sources, tables } = this;
    const none = new Int32Array(0);
    const ranges = tables.map(({ count, sums, words }) => ({ count, sums: sums ?? none, hashes: words ?? none }));
    await addOrders?.(ranges.map(({ sums }) => sums));
    this.noteKept(kept, ranges);
    const segments = sources.length;
    const memory = memoryOf(threads).sent;
    const sorted = await Promise.all(
      ranges.map((sums) => threads.run({ kind: "sort customers", memory, sums, segments })),
    );
    const bySegment = sorted.flatMap((outcome) => (outcome.kind === "sort customers" ? [outcome.sorted] : []));
    const all = ranges.map((range, index) => ({ ...range, ...(bySegment[index] as CustomersBySegment) }));
    const count = ranges.reduce((sum, range) => sum + range.count, 0);
    const numbers = sharedWords(count * NUMBER_WORDS);
    const ownSources = sources.map((source, segment) => ({ ...source, firstRow: segment }));
    const shares = sharesOf(customersPerSegment(bySegment, segments), threads.shares);
    const jobs = shares.map(({ from, to, first }) =>
      threads.run({
        kind: "place customers",
        memory,
        of: { ranges: all, from, to, first, numbers, hashKey },
        sources: ownSources.slice(from, to),
      }),
    );
    const texts = textsOf(await Promise.all(jobs));
    const numberOf = new Int32Array(kept.keys.length);
    const newNumber = (range: number, inRange: number): number =>
      ranges[range]?.sums[inRange * SUM_WORDS + KEY_AT.place] as number;
    this.numbers.each((range, inRange, number) => {
      numberOf[number] = newNumber(range, inRange);
    });
    const turns = ranges.length;
    const numberOfLine = (customer: number): number => newNumber(customer % turns, Math.floor(customer / turns));
    return { texts, numbers, numberOf, numberOfLine };
  }

  /** Says where the keys of those stand of whom no row was added up: in rows that were kept. */
  private noteKept({ firstRows, keys }: FoundKeys, ranges: readonly RangeSums[]): void {
    const segments = segmentsOf(firstRows, this.sources);
    this.numbers.each((range, inRange, number) => {
      const { sums } = ranges[range] as RangeSums;
      const at = inRange * SUM_WORDS;
      if ((sums[at + NUMBER_AT.ever] as number) > 0 || (sums[at + NUMBER_AT.purchases] as number) > 0) return;
      sums[at + KEY_AT.segment] = segments[number] as number;
      sums[at + KEY_AT.place] = keys[number] as number;
    });
  }

  private begin(): void {
    const segments = this.waiting;
    if (segments.length === 0) return;
    this.waiting = [];
    const first = this.begun;
    this.begun += segments.length;
    this.work = this.work.then(() => this.group(segments, first));
    this.work.catch(() => {}); // looked at when all were read
  }

  private async group(placed: readonly WaitingSegment[], first: number): Promise<void> {
    const keys = placed.map(({ hashes }) => ({ ...hashes, texts: [] }));
    const purchases = placed.flatMap((segment) => segment.purchases ?? []);
    const rows = purchases.length === 0 ? null : purchases.map(({ starts, words }) => ({ starts, words }));
    const { tables, threads } = this;
    const memory = memoryOf(threads);
    const areLines = purchases.some(({ lines }) => lines !== null);
    const jobs = this.ranges.map((range, index) => {
      const table = tables[index] as KeyTable;
      const turn = areLines ? { own: index, of: this.ranges.length } : null;
      return threads.run({ kind: "group", memory: memory.sent, segments: { keys, rows, first, turn }, table, range });
    });
    const done = await Promise.all(jobs);
    for (const segment of purchases) giveBackPurchases(segment, memory);
    this.tables = done.flatMap((outcome) => (outcome.kind === "group" ? [outcome.table] : []));
    this.numbers.add(placed, this.tables, this.column());
    for (const { hashes } of placed) giveBackHashes(hashes, memory);
  }
}

export function memoryOf({ memory }: KeyThreads): KeyMemory {
  if (memory === null) throw new Error("keys are hashed by threads that share memory");
  return memory;
}

/** Segments one after another, and the number of the first customer in them. */
interface SegmentShare {
  readonly from: number;
  readonly to: number;
  readonly first: number;
}

/** Divides segments so that about as many customers are in each share. */
function sharesOf(customers: Int32Array, shares: number): readonly SegmentShare[] {
  const each = customers.reduce((sum, count) => sum + count, 0) / shares;
  const found: SegmentShare[] = [];
  let [from, first, next] = [0, 0, 0];
  for (const [segment, count] of customers.entries()) {
    next += count;
    if (next < each * (found.length + 1) && segment + 1 < customers.length) continue;
    found.push({ from, to: segment + 1, first });
    [from, first] = [segment + 1, next];
  }
  return found;
}

/** The segment of each row; rows ascend. */
function segmentsOf(rows: Uint32Array, sources: readonly Pick<KeySource, "firstRow">[]): Uint32Array {
  let segment = 0;
  return rows.map((row) => {
    while (segment + 1 < sources.length && (sources[segment + 1]?.firstRow ?? 0) <= row) segment += 1;
    return segment;
  });
}

/** The texts that were fetched, one share after another. */
export function textsOf(outcomes: readonly KeyOutcome[]): NewKeys {
  return joinedKeys(outcomes.flatMap((outcome) => (outcome.kind === "fetch" ? [outcome.texts] : [])));
}
