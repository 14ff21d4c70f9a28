import { HashedKeys } from "../../csv/keys/hashed-keys.ts";
import { KeySequence } from "../../csv/keys/key-sequence.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import type { HashKey } from "../../kernel/hash-key.ts";
import { Kernel } from "../../kernel/kernel.ts";
import { KeyHasher } from "../../kernel/key-hasher.ts";
import { FollowedTaker, HashedTaker } from "../rows/hashed-taker.ts";
import type { KeyTaker } from "../rows/key-taker.ts";
import { TypedRows } from "../rows/typed-rows.ts";
import { openStored } from "./open-stored.ts";
import {
  type FoundInSegment,
  type SegmentBounds,
  type SegmentParts,
  type SegmentSource,
  type SentPlan,
  threadPlan,
} from "./read-segment.ts";
import type { FileSegment } from "./segment-scanner.ts";

/** The segments of a file whose cells are stored by their types: records from `start` up to `stop`. */
export class StoredSegments implements SegmentSource {
  bounds: SegmentBounds = { firstByte: 0, nextByte: 0 };
  private readonly rows: TypedRows;
  private readonly hashKey: HashKey;

  /** @throws InputError where the file is damaged, or cannot be read any more */
  static async open(plan: SentPlan): Promise<StoredSegments> {
    const own: FilePlan = threadPlan(plan);
    const table = await openStored(plan.path ?? "", plan);
    return new StoredSegments(await TypedRows.of(own, table), plan.hashKey);
  }

  private constructor(rows: TypedRows, hashKey: HashKey) {
    this.rows = rows;
    this.hashKey = hashKey;
  }

  async read(
    { start, stop, skip }: FileSegment,
    { texts, buffer, linesBefore }: SegmentParts,
  ): Promise<FoundInSegment> {
    this.bounds = { firstByte: start, nextByte: stop };
    const kernel = Kernel.take();
    try {
      const hasher = new KeyHasher(kernel, this.hashKey);
      const range = { first: start + skip, end: stop, linesBefore: start - linesBefore };
      const customers = takerOf(texts.customers, { hasher, lowersEmails: true });
      const findings = await this.rows.read(range, {
        texts,
        buffer,
        customers,
        orderIds: takerOf(texts.orders, { hasher, lowersEmails: false }),
      });
      return { findings, lines: stop - start, suspect: false, keptOrders: null };
    } finally {
      kernel.giveBack();
    }
  }
}

/** What takes keys that a segment only hashes or follows. */
function takerOf(texts: unknown, hashing: { readonly hasher: KeyHasher; readonly lowersEmails: boolean }): KeyTaker {
  if (texts instanceof HashedKeys) return new HashedTaker(texts, hashing);
  if (texts instanceof KeySequence) return new FollowedTaker(texts);
  throw new Error("keys of segments are hashed or followed");
}
