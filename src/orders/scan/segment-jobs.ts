import type { Done, Outcome, SentJob, Threads } from "../../csv/threads/thread-pool.ts";
import type { KeyMemory, SentMemory } from "../../kernel/key-memory.ts";
import { EncodingSurprise, NeedsTolerantReader } from "../rows/restart-reasons.ts";
import type { RowSpace } from "../rows/row-space.ts";
import { doKeyJob, type KeyJob, KeyMemories, type KeyOutcome, viewsIn } from "./key-jobs.ts";
import { type OrderIds, type SegmentBounds, SegmentReader, type SegmentRows, type SentPlan } from "./read-segment.ts";
import { ScannedSegments } from "./scanned-segments.ts";
import type { FileSegment } from "./segment-scanner.ts";
import { StoredSegments } from "./stored-segments.ts";

/** A segment for a thread to read. */
export interface SegmentJob {
  readonly orderIds: OrderIds;
  readonly segment: FileSegment;
  /** Where its keys go. */
  readonly memory: SentMemory;
}

/** What a thread is asked: to read a segment of a file, or, of no file's plan, something about the keys that were read. */
export type RowJob = SegmentJob | KeyJob;
export type RowOutcome = SegmentOutcome | KeyOutcome;

/** A job as it is sent to a thread, with memory for the rows of a segment where there is some to be used again. */
export type SentRowJob = SentJob<RowJob, SentPlan, RowSpace>;

/** What does such jobs at once. */
export type RowThreads = Threads<RowJob, SentPlan, RowSpace, RowOutcome>;

/** What came of it. An error is found again by reading the segment once more, where its lines can be told. */
export interface SegmentOutcome {
  readonly bounds: SegmentBounds;
  readonly segmentRows: SegmentRows | null;
  readonly restart: "encoding" | "tolerant" | "error" | null;
}

/** What came of a segment's job. */
export function segmentOutcome({ result, thread }: Done<RowOutcome>): Done<SegmentOutcome> {
  if ("kind" in result) throw new Error("not a segment");
  return { result, thread };
}

/** What came of a job about keys. */
export function keyOutcome({ result }: Done<RowOutcome>): KeyOutcome {
  if ("kind" in result) return result;
  throw new Error("a segment");
}

/** Reads the segments of a plan's file. */
export async function segmentReader(plan: SentPlan, memory: KeyMemory): Promise<SegmentReader> {
  return new SegmentReader(plan, memory, plan.isStored ? await StoredSegments.open(plan) : new ScannedSegments(plan));
}

/** Does the jobs of one thread, one after another, and remembers the codes of the file that it is at. */
export class RowJobs {
  private plan: SentPlan | null = null;
  private reader: SegmentReader | null = null;
  private work: Promise<unknown> = Promise.resolve();
  private memories = new KeyMemories();

  run(sent: SentRowJob): Promise<Outcome<RowOutcome>> {
    const done = this.work.then(() => this.doJob(sent));
    this.work = done.catch(() => {}); // whoever asked is told
    return done;
  }

  /** Forgets the file and the memory of keys. */
  forget(): void {
    [this.plan, this.reader] = [null, null];
    this.memories = new KeyMemories();
  }

  private async doJob({ job, number, plan, space }: SentRowJob): Promise<Outcome<RowOutcome>> {
    if ("kind" in job) return { number, result: await doKeyJob(job, this.memories) };
    if (plan !== null) [this.plan, this.reader] = [plan, null];
    return { number, result: await this.readSegment(job, space) };
  }

  private async readSegment({ orderIds, segment, memory }: SegmentJob, rows: RowSpace | null): Promise<SegmentOutcome> {
    if (this.plan === null) throw new Error("the plan must come first");
    try {
      this.reader ??= await segmentReader(this.plan, this.memories.of(memory));
      const segmentRows = await this.reader.read(segment, { orderIds, rows });
      return { bounds: this.reader.bounds, segmentRows, restart: null };
    } catch (error) {
      const bounds = this.reader?.bounds ?? { firstByte: segment.start, nextByte: segment.start };
      return { bounds, segmentRows: null, restart: restartOf(error) };
    }
  }
}

function restartOf(error: unknown): SegmentOutcome["restart"] {
  if (error instanceof EncodingSurprise) return "encoding";
  if (error instanceof NeedsTolerantReader) return "tolerant";
  return "error";
}

/**
 * Whether a thread ends by itself after a job, which gives its memory back while the main thread is busy: keys are sorted when
 * all else is done.
 */
export function isLast({ job }: SentRowJob): boolean {
  return "kind" in job && job.kind === "sort";
}

const KINDS_AFTER_READING: ReadonlySet<KeyJob["kind"]> = new Set(["first rows", "fetch", "sort customers", "sort"]);

/** Whether a job comes when the files were read and order ids were looked at, and before much memory is needed. */
export function followsReading({ job }: SentRowJob): boolean {
  return "kind" in job && KINDS_AFTER_READING.has(job.kind);
}

/** The memory that goes to a thread with a job, which is handed over instead of copied. */
export function buffersFor({ space }: SentRowJob): ArrayBuffer[] {
  return space === null ? [] : buffersBehind(Object.values(space));
}

/** The memory behind what came of a job, as far as it is not shared, which is handed over instead of copied. */
export function buffersOf({ result }: Outcome<RowOutcome>): ArrayBuffer[] {
  if ("kind" in result) return buffersBehind(viewsIn(result));
  if (result.segmentRows === null) return [];
  const { rows } = result.segmentRows;
  const columns = [...Object.values(rows), ...Object.values(rows.sparse)].filter((value) => ArrayBuffer.isView(value));
  return buffersBehind([...columns, ...rows.kept]);
}

function buffersBehind(views: readonly ArrayBufferView[]): ArrayBuffer[] {
  return [...new Set(views.map((view) => view.buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
