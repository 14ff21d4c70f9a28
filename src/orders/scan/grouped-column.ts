import { emptyKeyTable, type KeyTable } from "../../csv/keys/group-keys.ts";
import { type HashSpace, hashSpaceOf, type PartitionRange } from "../../csv/keys/hashed-keys.ts";
import { type FoundKeys, KeyNumbers, type PlacedHashes } from "../../csv/keys/number-keys.ts";
import { purchaseSpaceOf, type SegmentPurchases } from "../sums/purchase-rows.ts";
import { type SummedCustomers, summedCustomers } from "../sums/summed-customers.ts";
import type { KeySource } from "./fetch-keys.ts";
import { type KeyThreads, partitionRanges } from "./key-jobs.ts";

/** A segment of a file whose keys were hashed: their hashes, and where their texts stand. */
export interface HashedSegment extends PlacedHashes, KeySource {
  /** Rows with other keys that are only added up; left out or `null` where there are none. */
  readonly purchases?: SegmentPurchases | null;
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
  /** Memory of purchases that were added up. */
  readonly purchaseSpaces: Int32Array[] = [];
  private readonly threads: KeyThreads;
  /** What each row has for a key; another array once there are more rows. */
  private readonly column: () => Int32Array;
  private readonly spaces: HashSpace[];
  private readonly ranges: readonly PartitionRange[];
  private readonly numbers: KeyNumbers;
  private tables: readonly KeyTable[];
  private waiting: WaitingSegment[] = [];
  /** How many segments are grouped, or about to be. */
  private begun = 0;
  private work = Promise.resolve();

  /** @param spaces where memory for hashes goes that is not needed any more */
  constructor(threads: KeyThreads, { column, spaces }: { column: () => Int32Array; spaces: HashSpace[] }) {
    this.threads = threads;
    this.column = column;
    this.spaces = spaces;
    this.ranges = partitionRanges(threads.shares);
    this.numbers = new KeyNumbers(this.ranges);
    this.tables = this.ranges.map(emptyKeyTable);
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
   * All keys, numbered where they stand first in the files, with the numbers of their purchases, where rows were only added up.
   *
   * @throws ThreadsLost
   */
  async summed(): Promise<SummedCustomers> {
    const kept = { found: await this.found(), segmentRows: this.sources.map(({ firstRow }) => firstRow) };
    return summedCustomers(this.tables, { ...kept, numberAt: (range, number) => this.numbers.numberAt(range, number) });
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
    const rows = purchases.map(({ starts, words }) => ({ starts, words }));
    const { tables } = this;
    const jobs = this.ranges.map((range, index) => {
      const table = tables[index] as KeyTable;
      return this.threads.run(
        rows.length === 0
          ? { kind: "group", segments: keys, table, range }
          : { kind: "add up", segments: { keys, purchases: rows, first }, table, range },
      );
    });
    const done = await Promise.all(jobs);
    this.purchaseSpaces.push(...purchases.map(purchaseSpaceOf));
    this.tables = done.flatMap((outcome) => (outcome.kind === "group" ? [outcome.table] : []));
    this.numbers.add(placed, this.tables, this.column());
    this.spaces.push(...placed.map(({ hashes }) => hashSpaceOf(hashes)));
  }
}
