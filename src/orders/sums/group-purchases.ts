import { type KeyTable, NumberedHashes, withRoom } from "../../csv/keys/group-keys.ts";
import type { PartitionRange, SortedHashes } from "../../csv/keys/hashed-keys.ts";
import { HASH_WORDS } from "../../kernel/hash-key.ts";
import { countPurchase, NUMBER_AT, NUMBER_BITS } from "./customer-numbers.ts";
import { ROW_AT, ROW_WORDS, type SegmentPurchases } from "./purchase-rows.ts";

/** Beside a customer's numbers while they are added up: the segment of their first purchase, and where the key stands there. */
export const KEY_AT = { segment: 6, place: 7 } as const;

/** Segments one after another: of each the keys of its kept rows, and its purchases. */
export interface PurchaseSegments {
  readonly keys: readonly SortedHashes[];
  readonly purchases: readonly Pick<SegmentPurchases, "starts" | "words">[];
  /** The number of the first segment. */
  readonly first: number;
}

/**
 * Numbers the customers of kept rows and of purchases alike, partition by partition, and adds the purchases to their customers'
 * numbers in the table. The rest is as where keys are grouped alone.
 */
export function groupPurchases(
  { keys, purchases, first }: PurchaseSegments,
  table: KeyTable,
  range: PartitionRange,
): KeyTable {
  const most = [...keys, ...purchases].reduce(
    (sum, { starts }) => sum + (starts[range.to] as number) - (starts[range.from] as number),
    0,
  );
  const numbers = new NumberedHashes(table, range, most);
  const sums = withRoom(table.sums ?? new Int32Array(0), (table.count + most) << NUMBER_BITS);
  const spends = new Float64Array(sums.buffer);
  for (let partition = range.from; partition < range.to; partition += 1) {
    for (const segment of keys) numbers.numberPartition(segment, partition, HASH_WORDS);
    for (const segment of purchases) numbers.numberPartition(segment, partition, ROW_WORDS);
    for (const [index, segment] of purchases.entries())
      addPartition(segment, partition, { sums, spends, segment: first + index });
  }
  return { ...numbers.table(), sums };
}

function addPartition(
  { starts, words }: Pick<SegmentPurchases, "starts" | "words">,
  partition: number,
  { sums, spends, segment }: { readonly sums: Int32Array; readonly spends: Float64Array; readonly segment: number },
): void {
  const amounts = new Float64Array(words.buffer);
  const end = (starts[partition + 1] as number) * ROW_WORDS;
  for (let row = (starts[partition] as number) * ROW_WORDS; row < end; row += ROW_WORDS) {
    const at = (words[row] as number) << NUMBER_BITS;
    if (sums[at + NUMBER_AT.ever] === 0) {
      sums[at + KEY_AT.segment] = segment;
      sums[at + KEY_AT.place] = words[row + ROW_AT.key] as number;
    }
    countPurchase(sums, at, words[row + ROW_AT.day] as number);
    const spendAt = (at >> 1) + NUMBER_AT.spend;
    spends[spendAt] = (spends[spendAt] as number) + (amounts[(row >> 1) + ROW_AT.amount] as number);
  }
}
