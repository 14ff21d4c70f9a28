import { areDifferent } from "../../csv/keys/are-different.ts";
import { writeFirstRows } from "../../csv/keys/first-rows.ts";
import { groupKeys, type KeySegments, type KeyTable } from "../../csv/keys/group-keys.ts";
import type { PartialHashes, PartitionRange } from "../../csv/keys/hashed-keys.ts";
import type { KeyBytes } from "../../csv/keys/key-bytes.ts";
import type { NewKeys } from "../../csv/keys/key-dictionary.ts";
import type { FoundKeys, PlacedHashes } from "../../csv/keys/number-keys.ts";
import { sortKeys } from "../../csv/keys/sort-keys.ts";
import { KeyMemory, type SentMemory } from "../../kernel/key-memory.ts";
import { PARTITIONS } from "../../kernel/wasm/shared/layout.ts";
import { type LinesOfOrders, type OrdersOfRange, putLinesTogether } from "../sums/line-orders.ts";
import {
  type CustomersBySegment,
  type CustomersOfSegments,
  placeCustomers,
  type RangeSums,
  sortBySegment,
} from "../sums/summed-customers.ts";
import { fetchKeys } from "./fetch-keys.ts";
import type { KeySource } from "./key-copier.ts";

/** Something to be found out about keys, in memory that threads share: of hashed ones, and at last of their texts. */
export type KeyJob =
  | { readonly kind: "different"; readonly segments: readonly PartialHashes[]; readonly range: PartitionRange }
  | {
      readonly kind: "group";
      readonly memory: SentMemory;
      readonly segments: KeySegments;
      readonly table: KeyTable;
      readonly range: PartitionRange;
    }
  | {
      readonly kind: "first rows";
      readonly segments: readonly PlacedHashes[];
      readonly column: Int32Array;
      readonly range: PartitionRange;
    }
  | {
      readonly kind: "fetch";
      readonly memory: SentMemory;
      readonly sources: readonly KeySource[];
      readonly found: FoundKeys;
    }
  | {
      readonly kind: "orders";
      readonly memory: SentMemory;
      readonly of: LinesOfOrders;
      readonly range: PartitionRange;
    }
  | {
      readonly kind: "sort customers";
      readonly memory: SentMemory;
      readonly sums: RangeSums;
      readonly segments: number;
    }
  | {
      readonly kind: "place customers";
      readonly memory: SentMemory;
      readonly of: CustomersOfSegments;
      readonly sources: readonly KeySource[];
    }
  | { readonly kind: "sort"; readonly keys: KeyBytes };

/** The memory of keys that a thread works in: that of the last job. */
export class KeyMemories {
  private last: KeyMemory | null = null;

  of(sent: SentMemory): KeyMemory {
    if (this.last?.sent.number !== sent.number) this.last = new KeyMemory(sent);
    return this.last;
  }
}

/** What was found out. */
export type KeyOutcome =
  | { readonly kind: "different"; readonly areDifferent: boolean }
  | { readonly kind: "group"; readonly table: KeyTable }
  | { readonly kind: "first rows" }
  | { readonly kind: "fetch"; readonly texts: NewKeys }
  | { readonly kind: "orders"; readonly orders: OrdersOfRange }
  | { readonly kind: "sort customers"; readonly sorted: CustomersBySegment }
  | { readonly kind: "sort"; readonly order: Int32Array | null };

/** @throws InputError when a file cannot be read any more */
export async function doKeyJob(job: KeyJob, memories: KeyMemories): Promise<KeyOutcome> {
  if (job.kind === "different") return { kind: "different", areDifferent: areDifferent(job.segments, job.range) };
  if (job.kind === "group")
    return { kind: "group", table: groupKeys(memories.of(job.memory), job.segments, job.table, job.range) };
  if (job.kind === "first rows") {
    writeFirstRows(job.segments, job.column, job.range);
    return { kind: "first rows" };
  }
  if (job.kind === "orders")
    return { kind: job.kind, orders: putLinesTogether(memories.of(job.memory), job.of, job.range) };
  if (job.kind === "sort") return { kind: "sort", order: sortKeys(job.keys) };
  if (job.kind === "sort customers")
    return { kind: job.kind, sorted: sortBySegment(memories.of(job.memory), job.sums, job.segments) };
  const memory = memories.of(job.memory);
  if (job.kind === "fetch") return { kind: "fetch", texts: await fetchKeys(memory, job.sources, job.found) };
  const { found, texts } = placeCustomers(memory, job.of);
  return { kind: "fetch", texts: texts ?? (await fetchKeys(memory, job.sources, found)) };
}

/** What does jobs about keys, several at once. */
export interface KeyThreads {
  /** What threads share; `null` where files are read by one alone. */
  readonly memory: KeyMemory | null;
  /** Into how many jobs a task is best divided. */
  readonly shares: number;
  readonly run: (job: KeyJob) => Promise<KeyOutcome>;
}

/** The memory that an outcome does not share. */
export function viewsIn(outcome: KeyOutcome): readonly ArrayBufferView[] {
  if (outcome.kind === "sort") return outcome.order === null ? [] : [outcome.order];
  if (outcome.kind === "orders") return [outcome.orders.aside];
  return outcome.kind === "fetch" ? [outcome.texts.bytes, outcome.texts.ends] : [];
}

/** All partitions in so many ranges. */
export function partitionRanges(count: number): readonly PartitionRange[] {
  const start = (index: number): number => Math.floor((index * PARTITIONS) / count);
  return Array.from({ length: count }, (_, index) => ({ from: start(index), to: start(index + 1) }));
}
