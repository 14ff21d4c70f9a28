import { Worker } from "node:worker_threads";
import type { RowSpace } from "../read/row-buffer.ts";
import { buffersFor, type RangeJob, type RangeOutcome } from "./range-jobs.ts";

/** What came of a job, and which thread did it. */
export interface Done extends RangeOutcome {
  readonly thread: number;
}

interface Waiting {
  readonly resolve: (done: Done) => void;
  readonly reject: (error: unknown) => void;
}

/** What reads stretches of files at once. */
export interface Threads {
  /** Reads a stretch of a file; the plan is asked for where a thread has not met the file before. */
  readonly run: (job: StretchJob, plan: () => RangeJob["plan"]) => Promise<Done>;
  /** Gives back the memory of rows that were merged, for the next ones: new memory costs time, and waits long to be freed. */
  readonly reuse: (space: RowSpace) => void;
  readonly close: () => Promise<void>;
}

export type StretchJob = Omit<RangeJob, "job" | "plan" | "space">;

interface QueuedJob {
  readonly job: StretchJob;
  readonly plan: () => RangeJob["plan"];
  readonly waiting: Waiting;
}

/**
 * Threads that read stretches of files. Jobs are begun in the order in which they were given, each by the first thread that
 * is free; a file's plan goes to a thread with the first of its stretches.
 */
export class ThreadPool implements Threads {
  private readonly workers: Worker[];
  private readonly knownFiles: readonly Set<number>[];
  private readonly idle: number[];
  private readonly queue: QueuedJob[] = [];
  private readonly running = new Map<number, Waiting & { readonly thread: number }>();
  private readonly spaces: RowSpace[] = [];
  private jobs = 0;

  constructor(threads: number) {
    this.workers = Array.from({ length: threads }, () => new Worker(new URL("./scan-worker.js", import.meta.url)));
    this.knownFiles = this.workers.map(() => new Set());
    this.idle = this.workers.map((_, thread) => threads - 1 - thread);
    for (const [thread, worker] of this.workers.entries()) {
      worker.on("message", (outcome: RangeOutcome) => this.finish(outcome, thread));
      worker.on("error", (error) => this.fail(error));
    }
  }

  run(job: StretchJob, plan: QueuedJob["plan"]): Promise<Done> {
    const done = new Promise<Done>((resolve, reject) => {
      this.queue.push({ job, plan, waiting: { resolve, reject } });
    });
    done.catch(() => {}); // looked at when its turn comes
    this.startNext();
    return done;
  }

  reuse(space: RowSpace): void {
    this.spaces.push(space);
  }

  async close(): Promise<void> {
    this.queue.length = 0;
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private startNext(): void {
    while (this.queue.length > 0 && this.idle.length > 0) {
      const [next, thread] = [this.queue.shift(), this.idle.pop()];
      if (next === undefined || thread === undefined) return;
      const isKnown = this.knownFiles[thread]?.has(next.job.file) === true;
      this.knownFiles[thread]?.add(next.job.file);
      const number = this.jobs;
      this.jobs += 1;
      this.running.set(number, { ...next.waiting, thread });
      const space = this.spaces.pop() ?? null;
      const message: RangeJob = { ...next.job, job: number, plan: isKnown ? null : next.plan(), space };
      this.workers[thread]?.postMessage(message, buffersFor(message));
    }
  }

  private finish(outcome: RangeOutcome, thread: number): void {
    const waiting = this.running.get(outcome.job);
    this.running.delete(outcome.job);
    this.idle.push(thread);
    waiting?.resolve({ ...outcome, thread });
    this.startNext();
  }

  private fail(error: unknown): void {
    for (const { reject } of this.running.values()) reject(error);
    for (const { waiting } of this.queue) waiting.reject(error);
    this.running.clear();
    this.queue.length = 0;
  }
}
