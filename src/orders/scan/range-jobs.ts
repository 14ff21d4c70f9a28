import type { RowSpace } from "../read/row-buffer.ts";
import { EncodingSurprise, NeedsTolerantReader } from "../read/signals.ts";
import { type OrderIds, type RangeBounds, type RangePart, RangeReader, type SentPlan } from "./scan-range.ts";
import type { Stretch } from "./stretch-scanner.ts";

/** A stretch for a thread to read; the plan comes with the first of its file, after which no other file's stretches come. */
export interface RangeJob {
  readonly job: number;
  readonly plan: SentPlan | null;
  readonly orderIds: OrderIds;
  readonly stretch: Stretch;
  /** Memory for its rows, where there is some to be used again. */
  readonly space: RowSpace | null;
}

/** What came of it. An error is found again by reading the stretch once more, where its lines can be told. */
export interface RangeOutcome {
  readonly job: number;
  readonly bounds: RangeBounds;
  readonly part: RangePart | null;
  readonly signal: "encoding" | "tolerant" | "error" | null;
}

/** Does the jobs of one thread, and remembers the codes of the file that it is at. */
export class RangeJobs {
  private reader: RangeReader | null = null;

  run({ job, plan, orderIds, stretch, space }: RangeJob): RangeOutcome {
    if (plan !== null) this.reader = new RangeReader(plan, { orderIds });
    const { reader } = this;
    if (reader === null) throw new Error("the plan must come first");
    try {
      const part = reader.read(stretch, 0, space);
      return { job, bounds: reader.bounds, part, signal: null };
    } catch (error) {
      return { job, bounds: reader.bounds, part: null, signal: signalOf(error) };
    }
  }
}

function signalOf(error: unknown): RangeOutcome["signal"] {
  if (error instanceof EncodingSurprise) return "encoding";
  if (error instanceof NeedsTolerantReader) return "tolerant";
  return "error";
}

/** The memory that goes to a thread with a job, which is handed over instead of copied. */
export function buffersFor({ space }: RangeJob): ArrayBuffer[] {
  return space === null ? [] : buffersBehind(Object.values(space));
}

/** The memory behind the columns of what came of a job, which is handed over instead of copied. */
export function buffersOf({ part }: RangeOutcome): ArrayBuffer[] {
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
