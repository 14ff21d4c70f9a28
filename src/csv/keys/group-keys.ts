import { HASH_WORDS } from "../../kernel/hash-key.ts";
import type { KeyMemory } from "../../kernel/key-memory.ts";
import { SUM_SIZE } from "../../kernel/wasm/shared/layout.ts";
import type { PartitionRange, SortedHashes } from "./hashed-keys.ts";

/**
 * The keys that were met so far in some partitions, numbered 0, 1, 2 … as they were met. Open addressing, at most three quarters full: the
 * first bits of a hash say its place, so that the keys of a partition lie together and every look-up stays in the processor's
 * nearer memory. The hashes themselves lie one after another beside it. In a {@link KeyMemory}.
 */
export interface KeyTable {
  /** The number of the key in each place, plus 1; 0 where there is none. */
  readonly places: Int32Array | null;
  /** Four words for each key. */
  readonly words: Int32Array | null;
  readonly count: number;
  /** What is added up of each key, one behind another; `null` where nothing is. */
  readonly sums: Int32Array | null;
}

/** Rows that have a key each and something to be added up, sorted by the first bits of their hashes. */
export interface SortedRows {
  readonly starts: Uint32Array;
  readonly words: Int32Array;
}

/** Segments one after another: of each the keys of its rows, and where something is added up, rows of which nothing else is kept. */
export interface KeySegments {
  readonly keys: readonly SortedHashes[];
  /** `null` where nothing is added up. */
  readonly rows: readonly SortedRows[] | null;
  /** The number of the first segment. */
  readonly first: number;
  /** Where the rows are line items: the range that these keys are of, and of how many, which take turns; `null` where they are purchases. */
  readonly turn: { readonly own: number; readonly of: number } | null;
}

/** Words of a key's sums. */
export const SUM_WORDS = SUM_SIZE / Int32Array.BYTES_PER_ELEMENT;

const FEWEST_PLACES = 16;
/** Fuller, look-ups would take long; emptier, the table would be made anew more often, which takes as long. */
const FULLEST = 0.75;
/** Memory that is not written to costs nothing, and what is outgrown does: there is room for many keys at once. */
const ROOM_AT_FIRST = 16;
const ROOM_LATER = 2;

/** A table without keys. */
export const NO_KEYS: KeyTable = { places: null, words: null, count: 0, sums: null };

/**
 * Numbers the keys of segments, partition by partition: the same key has the same number; and adds rows to the sums of their keys.
 * Ranges do not touch each other's hashes: several threads may do one each.
 *
 * @param segments the first word of each hash in `keys` becomes the number of its key
 * @returns the table with the keys that were met for the first time; the one that was given must not be used any more
 */
export function groupKeys(
  memory: KeyMemory,
  { keys, rows, first, turn }: KeySegments,
  table: KeyTable,
  range: PartitionRange,
): KeyTable {
  const { run } = memory;
  const all = [...keys, ...(rows ?? [])];
  const { from, to } = range;
  const most = all.reduce((sum, { starts }) => sum + (starts[to] as number) - (starts[from] as number), 0);
  const { places, words, sums } = tableWithRoom(memory, table, { most, sums: rows !== null });
  run.setTable(from, to, places.byteOffset, places.length, words.byteOffset, sums?.byteOffset ?? 0, table.count);
  if (places !== table.places) run.placeKeys();
  const segments = memory.take(all.length * 2);
  segments.set(all.flatMap(({ starts, words }) => [starts.byteOffset, words.byteOffset]));
  const added = all.length - keys.length;
  run.groupSegments(segments.byteOffset, keys.length, added, from, to, first, turn?.own ?? 0, turn?.of ?? 0);
  memory.giveBack(segments);
  return { places, words, count: run.keyCount(), sums };
}

/** The table with room for so many more keys. */
function tableWithRoom(
  memory: KeyMemory,
  { places, words, count, sums }: KeyTable,
  wanted: { readonly most: number; readonly sums: boolean },
): KeyTable & { readonly places: Int32Array; readonly words: Int32Array } {
  const needed = count + wanted.most;
  const room = needed * (words === null ? ROOM_AT_FIRST : ROOM_LATER);
  let size = places?.length ?? FEWEST_PLACES;
  while (size * FULLEST < needed) size *= 2;
  return {
    places: memory.withRoom(places, size, size),
    words: memory.withRoom(words, needed * HASH_WORDS, room * HASH_WORDS),
    count,
    sums: wanted.sums ? memory.withRoom(sums, needed * SUM_WORDS, room * SUM_WORDS) : null,
  };
}
