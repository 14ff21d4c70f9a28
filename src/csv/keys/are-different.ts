import { PARTITION_BITS, PARTITIONS } from "../../kernel/wasm/shared/layout.ts";
import { PART_UNITS, type PartialHashes, type PartitionRange } from "./hashed-keys.ts";

/** Hashes of two words one behind another, as they are kept where they are sorted by their partitions. */
export function sortedPartialHashes(hashes: Int32Array): PartialHashes {
  const starts = new Uint32Array(PARTITIONS + 1);
  const partitionAt = (at: number): number => (hashes[at] as number) >>> (32 - PARTITION_BITS);
  for (let at = 0; at < hashes.length; at += 2)
    starts[partitionAt(at) + 1] = (starts[partitionAt(at) + 1] as number) + 1;
  for (let partition = 0; partition < PARTITIONS; partition += 1)
    starts[partition + 1] = (starts[partition + 1] as number) + (starts[partition] as number);
  const next = starts.slice();
  const partial = new Uint16Array((hashes.length / 2) * PART_UNITS);
  for (let at = 0; at < hashes.length; at += 2) {
    const to = next[partitionAt(at)] as number;
    next[partitionAt(at)] = to + 1;
    const [first, last] = [hashes[at] as number, hashes[at + 1] as number];
    partial.set([last & 0xffff, last >>> 16, first & 0xffff], to * PART_UNITS);
  }
  return { starts, partial };
}

/**
 * Whether no two keys are the same, by part of their hashes: where all parts differ, so do the keys; where two are the same,
 * whole hashes must be looked at. Goes partition by partition, so that every look-up stays in the processor's nearer memory;
 * keys of different partitions are different.
 */
export function areDifferent(segments: readonly PartialHashes[], { from, to }: PartitionRange): boolean {
  let [places, partial] = [new Int32Array(0), new Int32Array(0)];
  for (let partition = from; partition < to; partition += 1) {
    let count = 0;
    for (let index = 0; index < segments.length; index += 1)
      count += sizeOf(segments[index] as PartialHashes, partition);
    let size = 16;
    while (size < count * 2) size *= 2;
    if (places.length < size) [places, partial] = [new Int32Array(size), new Int32Array(size)];
    else places.fill(0, 0, size);
    let met = 0;
    for (let index = 0; index < segments.length; index += 1) {
      met = addPartition(segments[index] as PartialHashes, partition, { places, partial, mask: size - 1, met });
      if (met < 0) return false;
    }
  }
  return true;
}

function sizeOf({ starts }: PartialHashes, partition: number): number {
  return (starts[partition + 1] as number) - (starts[partition] as number);
}

/** Open addressing, at most half full; returns how many hashes were met by now, −1 where one was met before. */
function addPartition(
  { starts, partial: added }: PartialHashes,
  partition: number,
  table: { readonly places: Int32Array; readonly partial: Int32Array; readonly mask: number; readonly met: number },
): number {
  const { places, partial, mask } = table;
  let { met } = table;
  const end = starts[partition + 1] as number;
  for (let index = starts[partition] as number; index < end; index += 1) {
    const at = index * PART_UNITS;
    const last = (added[at] as number) | ((added[at + 1] as number) << 16);
    const first = added[at + 2] as number;
    let place = last & mask;
    for (let known = places[place] as number; known !== 0; known = places[place] as number) {
      if (partial[known * 2 - 1] === last && partial[known * 2 - 2] === first) return -1;
      place = (place + 1) & mask;
    }
    partial[met * 2] = first;
    partial[met * 2 + 1] = last;
    met += 1;
    places[place] = met;
  }
  return met;
}
