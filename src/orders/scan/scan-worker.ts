import { parentPort } from "node:worker_threads";
import { EncodingSurprise, NeedsTolerantReader, NotInSequence } from "../read/signals.ts";
import { type RangeBounds, type RangePart, RangeReader, type SentPlan } from "./scan-range.ts";
import type { Stretch } from "./stretch-scanner.ts";

/** A stretch for a thread to read; the plan comes with the first of its file. */
export interface RangeJob {
  readonly job: number;
  readonly file: number;
  readonly plan: SentPlan | null;
  readonly inSequence: boolean;
  readonly stretch: Stretch;
}

/** What came of it. An error is found again by reading the stretch once more, where its lines can be told. */
export interface RangeOutcome {
  readonly job: number;
  readonly bounds: RangeBounds;
  readonly part: RangePart | null;
  readonly signal: "not in sequence" | "encoding" | "tolerant" | "error" | null;
}

const readers = new Map<number, RangeReader>();

parentPort?.on("message", ({ job, file, plan, inSequence, stretch }: RangeJob) => {
  const reader = readers.get(file) ?? (plan === null ? null : new RangeReader(plan, { inSequence }));
  if (reader === null) throw new Error("the plan must come first");
  readers.set(file, reader);
  try {
    const part = reader.read(stretch);
    const outcome: RangeOutcome = { job, bounds: reader.bounds, part, signal: null };
    parentPort?.postMessage(outcome, buffersOf(part));
  } catch (error) {
    const outcome: RangeOutcome = { job, bounds: reader.bounds, part: null, signal: signalOf(error) };
    parentPort?.postMessage(outcome);
  }
});

function signalOf(error: unknown): RangeOutcome["signal"] {
  if (error instanceof NotInSequence) return "not in sequence";
  if (error instanceof EncodingSurprise) return "encoding";
  if (error instanceof NeedsTolerantReader) return "tolerant";
  return "error";
}

/** The memory behind the part's columns, which is handed over instead of copied. */
function buffersOf({ rows, customers, orders }: RangePart): ArrayBuffer[] {
  const columns = [...Object.values(rows), ...Object.values(rows.seldom)].filter((value) => ArrayBuffer.isView(value));
  const keys = [customers, orders].flatMap((one) => (one !== null && "ends" in one ? [one.bytes, one.ends] : []));
  const buffers = [...columns, ...rows.kept, ...keys].map((view) => view.buffer);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
