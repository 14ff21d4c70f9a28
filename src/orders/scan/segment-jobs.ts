import type { Outcome, SentJob, Threads } from "../../csv/threads/thread-pool.ts";
import { EncodingSurprise, NeedsTolerantReader } from "../rows/restart-reasons.ts";
import type { RowSpace } from "../rows/row-buffer.ts";
import { type OrderIds, type SegmentBounds, SegmentReader, type SegmentRows, type SentPlan } from "./read-segment.ts";
import type { FileSegment } from "./segment-scanner.ts";

/** A segment for a thread to read. */
export interface SegmentJob {
  readonly orderIds: OrderIds;
  readonly segment: FileSegment;
}

/** A segment as it is sent to a thread, with memory for its rows where there is some to be used again. */
export type SentSegment = SentJob<SegmentJob, SentPlan, RowSpace>;

/** What reads segments at once. */
export type SegmentThreads = Threads<SegmentJob, SentPlan, RowSpace, SegmentOutcome>;

/** What came of it. An error is found again by reading the segment once more, where its lines can be told. */
export interface SegmentOutcome {
  readonly bounds: SegmentBounds;
  readonly segmentRows: SegmentRows | null;
  readonly restart: "encoding" | "tolerant" | "error" | null;
}

/** Does the jobs of one thread, and remembers the codes of the file that it is at. */
export class SegmentJobs {
  private reader: SegmentReader | null = null;

  run({ job: { orderIds, segment }, number, plan, space }: SentSegment): Outcome<SegmentOutcome> {
    if (plan !== null) this.reader = new SegmentReader(plan, { orderIds });
    const { reader } = this;
    if (reader === null) throw new Error("the plan must come first");
    try {
      const segmentRows = reader.read(segment, 0, space);
      return { number, result: { bounds: reader.bounds, segmentRows, restart: null } };
    } catch (error) {
      return { number, result: { bounds: reader.bounds, segmentRows: null, restart: restartOf(error) } };
    }
  }
}

function restartOf(error: unknown): SegmentOutcome["restart"] {
  if (error instanceof EncodingSurprise) return "encoding";
  if (error instanceof NeedsTolerantReader) return "tolerant";
  return "error";
}

/** The memory that goes to a thread with a job, which is handed over instead of copied. */
export function buffersFor({ space }: SentSegment): ArrayBuffer[] {
  return space === null ? [] : buffersBehind(Object.values(space));
}

/** The memory behind the columns of what came of a job, which is handed over instead of copied. */
export function buffersOf({ result: { segmentRows } }: Outcome<SegmentOutcome>): ArrayBuffer[] {
  if (segmentRows === null) return [];
  const { rows, customers, orders } = segmentRows;
  const columns = [...Object.values(rows), ...Object.values(rows.sparse)].filter((value) => ArrayBuffer.isView(value));
  const hashes = [customers, orders].flatMap((keys) =>
    Object.values(keys).filter((value) => ArrayBuffer.isView(value)),
  );
  return buffersBehind([...columns, ...rows.kept, ...hashes]);
}

function buffersBehind(views: readonly ArrayBufferView[]): ArrayBuffer[] {
  return [...new Set(views.map((view) => view.buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
