import { emptyKeyTable, type KeyTable } from "../../csv/keys/group-keys.ts";
import { type HashSpace, hashSpaceOf, type PartitionRange } from "../../csv/keys/hashed-keys.ts";
import { type FoundKeys, KeyNumbers, type PlacedHashes } from "../../csv/keys/number-keys.ts";
import type { KeySource } from "./fetch-keys.ts";
import { type KeyThreads, partitionRanges } from "./key-jobs.ts";

/** A segment of a file whose keys were hashed: their hashes, and where their texts stand. */
export interface HashedSegment extends PlacedHashes, KeySource {}

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
  private readonly spaces: HashSpace[];
  private readonly ranges: readonly PartitionRange[];
  private readonly numbers: KeyNumbers;
  private tables: readonly KeyTable[];
  private waiting: PlacedHashes[] = [];
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
  add({ hashes, ...source }: HashedSegment): void {
    const { firstRow, length } = source;
    this.sources.push(source);
    this.waiting.push({ firstRow, length, hashes });
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

  private begin(): void {
    const segments = this.waiting;
    if (segments.length === 0) return;
    this.waiting = [];
    this.work = this.work.then(() => this.group(segments));
    this.work.catch(() => {}); // looked at when all were read
  }

  private async group(placed: readonly PlacedHashes[]): Promise<void> {
    const segments = placed.map(({ hashes }) => ({ ...hashes, texts: [] }));
    const { tables } = this;
    const jobs = this.ranges.map((range, index) =>
      this.threads.run({ kind: "group", segments, table: tables[index] as KeyTable, range }),
    );
    const done = await Promise.all(jobs);
    this.tables = done.flatMap((outcome) => (outcome.kind === "group" ? [outcome.table] : []));
    this.numbers.add(placed, this.tables, this.column());
    this.spaces.push(...placed.map(({ hashes }) => hashSpaceOf(hashes)));
  }
}
