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
  /** Ends all threads but this and one more, which goes on; none may have anything to do. */
  readonly shrink: () => void;
  readonly close: () => Promise<void>;
}

/** What does jobs on this thread; whoever asked is told its errors. */
export interface OwnJobs<Job, Plan, Space, Result> {
  readonly run: (job: SentJob<Job, Plan, Space>) => Promise<Outcome<Result>>;
  /** Forgets what it keeps for other jobs. */
  readonly forget: () => void;
}

/** What a pool's threads run, and what is handed over to them instead of being copied. */
export interface PoolOptions<Job, Plan, Space, Result> {
  /** How many there are, this one included. */
  readonly threads: number;
  readonly worker: URL;
  readonly own: OwnJobs<Job, Plan, Space, Result>;
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
 * Threads that do jobs of files, this one among them: one more would take memory, and compile for itself what it runs. A file's jobs
 * are begun in the order in which they were given, each by the first thread that is free; a plan goes to a thread with the first job of
 * its file. Before this thread begins one, each of the others is given its next one, for it hears nothing meanwhile.
 */
export class ThreadPool<Job, Plan, Space, Result> implements Threads<Job, Plan, Space, Result> {
  private readonly options: PoolOptions<Job, Plan, Space, Result>;
  private readonly workers: Worker[];
  /** How many jobs each of them was given that are not done. */
  private readonly busy: number[];
  /** The plan that each thread has; this one's is behind the others'. */
  private readonly known: (Plan | null)[];
  private isOwnBusy = false;
  private readonly queue: QueuedJob<Job, Plan, Result>[] = [];
  private readonly running = new Map<number, Waiting<Result>>();
  private readonly spaces: Space[] = [];
  private jobs = 0;
  /** Whether some thread could not start, or ended by itself. */
  private isLost = false;
  private isClosing = false;

  constructor(options: PoolOptions<Job, Plan, Space, Result>) {
    this.options = options;
    this.workers = this.startWorkers();
    this.busy = this.workers.map(() => 0);
    this.known = [...this.workers.map(() => null), null];
    for (const [thread, worker] of this.workers.entries()) {
      worker.on("message", (outcome: Outcome<Result>) => {
        this.busy[thread] = (this.busy[thread] as number) - 1;
        this.finish(outcome, thread);
      });
      worker.on("error", () => this.lose());
      worker.on("exit", () => this.lose());
    }
  }

  private startWorkers(): Worker[] {
    const { threads, worker } = this.options;
    const workers: Worker[] = [];
    try {
      for (let thread = 1; thread < threads; thread += 1)
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
    this.options.own.forget();
  }

  async close(): Promise<void> {
    this.isClosing = true;
    this.queue.length = 0;
    this.options.own.forget();
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private startNext(): void {
    this.send(0);
    if (this.queue.length === 0 || this.isOwnBusy) return;
    this.isOwnBusy = true;
    setImmediate(() => void this.runOwn()); // when all that has come was heard
  }

  /** Gives a job to each of the other threads that has so many. */
  private send(busy: number): void {
    for (const [thread, worker] of this.workers.entries()) {
      if (this.busy[thread] !== busy) continue;
      const sent = this.next(thread);
      if (sent === null) return;
      this.busy[thread] = busy + 1;
      worker.postMessage(sent, this.options.buffersFor(sent));
    }
  }

  private async runOwn(): Promise<void> {
    const thread = this.known.length - 1;
    const sent = this.next(thread);
    if (sent !== null) {
      this.send(1);
      try {
        this.finish(await this.options.own.run(sent), thread);
      } catch (error) {
        this.running.get(sent.number)?.reject(error);
        this.running.delete(sent.number);
      }
    }
    this.isOwnBusy = false;
    this.startNext();
  }

  /** The next job, for a thread. */
  private next(thread: number): SentJob<Job, Plan, Space> | null {
    const next = this.queue.shift();
    if (next === undefined) return null;
    const isKnown = next.plan === null || this.known[thread] === next.plan;
    if (!isKnown) this.known[thread] = next.plan;
    const number = this.jobs;
    this.jobs += 1;
    this.running.set(number, next.waiting);
    const space = next.plan === null ? null : (this.spaces.pop() ?? null);
    return { job: next.job, number, plan: isKnown ? null : next.plan, space };
  }

  private finish({ number, result }: Outcome<Result>, thread: number): void {
    const waiting = this.running.get(number);
    this.running.delete(number);
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
