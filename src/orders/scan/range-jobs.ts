import type { Outcome, SentJob, Threads } from "../../csv/threads/thread-pool.ts";
import type { RowSpace } from "../rows/row-buffer.ts";
import { EncodingSurprise, NeedsTolerantReader } from "../rows/signals.ts";
import { type OrderIds, type RangeBounds, type RangePart, RangeReader, type SentPlan } from "./scan-range.ts";
import type { Stretch } from "./stretch-scanner.ts";

/** A stretch for a thread to read. */
export interface RangeJob {
  readonly orderIds: OrderIds;
  readonly stretch: Stretch;
}

/** A stretch as it is sent to a thread, with memory for its rows where there is some to be used again. */
export type SentRange = SentJob<RangeJob, SentPlan, RowSpace>;

/** What reads stretches at once. */
export type RangeThreads = Threads<RangeJob, SentPlan, RowSpace, RangeOutcome>;

/** What came of it. An error is found again by reading the stretch once more, where its lines can be told. */
export interface RangeOutcome {
  readonly bounds: RangeBounds;
  readonly part: RangePart | null;
  readonly signal: "encoding" | "tolerant" | "error" | null;
}

/** Does the jobs of one thread, and remembers the codes of the file that it is at. */
export class RangeJobs {
  private reader: RangeReader | null = null;

  run({ job: { orderIds, stretch }, number, plan, space }: SentRange): Outcome<RangeOutcome> {
    if (plan !== null) this.reader = new RangeReader(plan, { orderIds });
    const { reader } = this;
    if (reader === null) throw new Error("the plan must come first");
    try {
      const part = reader.read(stretch, 0, space);
      return { number, result: { bounds: reader.bounds, part, signal: null } };
    } catch (error) {
      return { number, result: { bounds: reader.bounds, part: null, signal: signalOf(error) } };
    }
  }
}

function signalOf(error: unknown): RangeOutcome["signal"] {
  if (error instanceof EncodingSurprise) return "encoding";
  if (error instanceof NeedsTolerantReader) return "tolerant";
  return "error";
}

/** The memory that goes to a thread with a job, which is handed over instead of copied. */
export function buffersFor({ space }: SentRange): ArrayBuffer[] {
  return space === null ? [] : buffersBehind(Object.values(space));
}

/** The memory behind the columns of what came of a job, which is handed over instead of copied. */
export function buffersOf({ result: { part } }: Outcome<RangeOutcome>): ArrayBuffer[] {
  if (part === null) return [];
  const { rows, customers, orders } = part;
  const columns = [...Object.values(rows), ...Object.values(rows.seldom)].filter((value) => ArrayBuffer.isView(value));
  const hashes = [customers, orders].flatMap((keys) =>
    Object.values(keys).filter((value) => ArrayBuffer.isView(value)),
  );
  return buffersBehind([...columns, ...rows.kept, ...hashes]);
}

function buffersBehind(views: readonly ArrayBufferView[]): ArrayBuffer[] {
  return [...new Set(views.map((view) => view.buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
