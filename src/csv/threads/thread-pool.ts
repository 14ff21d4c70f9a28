import { Worker } from "node:worker_threads";
import type { RowSpace } from "../../orders/rows/row-buffer.ts";
import { ThreadsLost } from "../../orders/rows/signals.ts";
import { buffersFor, type RangeJob, type RangeOutcome } from "../../orders/scan/range-jobs.ts";
import type { SentPlan } from "../../orders/scan/scan-range.ts";

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
  /**
   * Reads a stretch of the file of this plan. All of one file's stretches must be asked for before those of another.
   * Rejects with ThreadsLost where the threads are no more.
   */
  readonly run: (job: StretchJob, plan: SentPlan) => Promise<Done>;
  /** Gives back the memory of rows that were merged, for the next ones: new memory costs time, and waits long to be freed. */
  readonly reuse: (space: RowSpace) => void;
  /** Does not begin what was asked for and is not begun; nobody is told. */
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

export type StretchJob = Omit<RangeJob, "job" | "plan" | "space">;

interface QueuedJob {
  readonly job: StretchJob;
  readonly plan: SentPlan;
  readonly waiting: Waiting;
}

/**
 * Threads that read stretches of files. Jobs are begun in the order in which they were given, each by the first thread that
 * is free; a plan goes to a thread with the first of its stretches.
 */
export class ThreadPool implements Threads {
  private readonly workers: Worker[];
  /** The plan that each thread has. */
  private readonly known: (SentPlan | null)[];
  private readonly idle: number[];
  private readonly queue: QueuedJob[] = [];
  private readonly running = new Map<number, Waiting & { readonly thread: number }>();
  private readonly spaces: RowSpace[] = [];
  private jobs = 0;
  /** Whether some thread could not start, or ended by itself. */
  private isLost = false;
  private isClosing = false;

  constructor(threads: number) {
    this.workers = this.startWorkers(threads);
    this.known = this.workers.map(() => null);
    this.idle = this.workers.map((_, thread) => this.workers.length - 1 - thread);
    for (const [thread, worker] of this.workers.entries()) {
      worker.on("message", (outcome: RangeOutcome) => this.finish(outcome, thread));
      worker.on("error", () => this.lose());
      worker.on("exit", () => this.lose());
    }
  }

  private startWorkers(threads: number): Worker[] {
    const workers: Worker[] = [];
    try {
      for (let thread = 0; thread < threads; thread += 1) {
        workers.push(new Worker(new URL("../../orders/scan/scan-worker.js", import.meta.url)));
      }
    } catch {
      this.isLost = true; // a limit on threads, most likely
    }
    return workers;
  }

  run(job: StretchJob, plan: SentPlan): Promise<Done> {
    const done = new Promise<Done>((resolve, reject) => {
      if (this.isLost) reject(new ThreadsLost());
      else this.queue.push({ job, plan, waiting: { resolve, reject } });
    });
    done.catch(() => {}); // looked at when its turn comes
    this.startNext();
    return done;
  }

  reuse(space: RowSpace): void {
    this.spaces.push(space);
  }

  forget(): void {
    this.queue.length = 0;
  }

  async close(): Promise<void> {
    this.isClosing = true;
    this.queue.length = 0;
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private startNext(): void {
    while (this.queue.length > 0 && this.idle.length > 0) {
      const [next, thread] = [this.queue.shift(), this.idle.pop()];
      if (next === undefined || thread === undefined) return;
      const isKnown = this.known[thread] === next.plan;
      this.known[thread] = next.plan;
      const number = this.jobs;
      this.jobs += 1;
      this.running.set(number, { ...next.waiting, thread });
      const space = this.spaces.pop() ?? null;
      const message: RangeJob = { ...next.job, job: number, plan: isKnown ? null : next.plan, space };
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

  private lose(): void {
    if (this.isClosing) return;
    this.isLost = true;
    for (const { reject } of this.running.values()) reject(new ThreadsLost());
    for (const { waiting } of this.queue) waiting.reject(new ThreadsLost());
    this.running.clear();
    this.queue.length = 0;
  }
}
