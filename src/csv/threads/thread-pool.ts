import type { Worker } from "node:worker_threads";
import { lazyPackage } from "../../files/lazy-package.ts";
import { ThreadsLost } from "./threads-lost.ts";

const workerThreads = lazyPackage<typeof import("node:worker_threads")>("node:worker_threads");

/** Threads work on columns, and make few objects: without a limit, each would keep megabytes for those that it may make. */
const LIMITS = { maxYoungGenerationSizeMb: 2 };

/** What a thread is sent: a numbered job; the plan of its file with the first job of each, and memory to use again. */
export interface SentJob<Job, Plan, Space> {
  readonly job: Job;
  readonly number: number;
  readonly plan: Plan | null;
  readonly space: Space | null;
}

/** What came of a job. */
export interface Outcome<Result> {
  readonly number: number;
  readonly result: Result;
}

/** What came of a job, and which thread did it. */
export interface Done<Result> {
  readonly result: Result;
  readonly thread: number;
}

/** What does the jobs of files at once. */
export interface Threads<Job, Plan, Space, Result> {
  /**
   * Does a job for the file of this plan, or for none, which comes first, because others wait for it. All of one file's jobs must
   * be asked for before those of another.
   * Rejects with ThreadsLost where the threads are no more.
   */
  readonly run: (job: Job, plan: Plan | null) => Promise<Done<Result>>;
  /** Gives back memory of a result that was used, for the next ones: new memory costs time, and waits long to be freed. */
  readonly reuse: (space: Space) => void;
  /** Does not begin what was asked for of files and is not begun; nobody is told. */
  readonly forget: () => void;
  /** Ends all threads but one, which goes on; none may have anything to do. */
  readonly shrink: () => void;
  readonly close: () => Promise<void>;
}

/** What a pool's threads run, and what is handed over to them instead of being copied. */
export interface PoolOptions<Job, Plan, Space> {
  readonly threads: number;
  readonly worker: URL;
  readonly buffersFor: (job: SentJob<Job, Plan, Space>) => ArrayBuffer[];
}

interface Waiting<Result> {
  readonly resolve: (done: Done<Result>) => void;
  readonly reject: (error: unknown) => void;
}

interface QueuedJob<Job, Plan, Result> {
  readonly job: Job;
  readonly plan: Plan | null;
  readonly waiting: Waiting<Result>;
}

/**
 * Threads that do jobs of files. A file's jobs are begun in the order in which they were given, each by the first thread that is
 * free; a plan goes to a thread with the first job of its file.
 */
export class ThreadPool<Job, Plan, Space, Result> implements Threads<Job, Plan, Space, Result> {
  private readonly options: PoolOptions<Job, Plan, Space>;
  private readonly workers: Worker[];
  /** The plan that each thread has. */
  private readonly known: (Plan | null)[];
  private readonly idle: number[];
  private readonly queue: QueuedJob<Job, Plan, Result>[] = [];
  private readonly running = new Map<number, Waiting<Result>>();
  private readonly spaces: Space[] = [];
  private jobs = 0;
  /** Whether some thread could not start, or ended by itself. */
  private isLost = false;
  private isClosing = false;

  constructor(options: PoolOptions<Job, Plan, Space>) {
    this.options = options;
    this.workers = this.startWorkers();
    this.known = this.workers.map(() => null);
    this.idle = this.workers.map((_, thread) => this.workers.length - 1 - thread);
    for (const [thread, worker] of this.workers.entries()) {
      worker.on("message", (outcome: Outcome<Result>) => this.finish(outcome, thread));
      worker.on("error", () => this.lose());
      worker.on("exit", () => this.lose());
    }
  }

  private startWorkers(): Worker[] {
    const { threads, worker } = this.options;
    const workers: Worker[] = [];
    try {
      for (let thread = 0; thread < threads; thread += 1)
        workers.push(new (workerThreads().Worker)(worker, { resourceLimits: LIMITS }));
    } catch {
      this.isLost = true; // a limit on threads, most likely
    }
    return workers;
  }

  run(job: Job, plan: Plan | null): Promise<Done<Result>> {
    const done = new Promise<Done<Result>>((resolve, reject) => {
      if (this.isLost) reject(new ThreadsLost());
      else if (plan === null) this.queue.unshift({ job, plan, waiting: { resolve, reject } });
      else this.queue.push({ job, plan, waiting: { resolve, reject } });
    });
    done.catch(() => {}); // looked at when its turn comes
    this.startNext();
    return done;
  }

  reuse(space: Space): void {
    this.spaces.push(space);
  }

  forget(): void {
    const ofNoFile = this.queue.filter(({ plan }) => plan === null);
    this.queue.splice(0, this.queue.length, ...ofNoFile);
  }

  shrink(): void {
    for (const worker of this.workers.splice(1)) {
      worker.removeAllListeners("exit");
      void worker.terminate();
    }
    this.idle.splice(0, this.idle.length, ...this.workers.keys());
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
      const isKnown = next.plan === null || this.known[thread] === next.plan;
      if (!isKnown) this.known[thread] = next.plan;
      const number = this.jobs;
      this.jobs += 1;
      this.running.set(number, next.waiting);
      const space = next.plan === null ? null : (this.spaces.pop() ?? null);
      const sent = { job: next.job, number, plan: isKnown ? null : next.plan, space };
      this.workers[thread]?.postMessage(sent, this.options.buffersFor(sent));
    }
  }

  private finish({ number, result }: Outcome<Result>, thread: number): void {
    const waiting = this.running.get(number);
    this.running.delete(number);
    this.idle.push(thread);
    waiting?.resolve({ result, thread });
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
