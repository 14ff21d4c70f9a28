import { buffersOf, type RangeJob, RangeJobs, type RangeOutcome } from "../../src/orders/scan/range-jobs.ts";
import type { Done, StretchJob, Threads } from "../../src/orders/scan/thread-pool.ts";

/** Threads that are none: the jobs are done here, each by the thread that `pick` says, and all that is sent is copied or handed over. */
export class InProcessThreads implements Threads {
  private readonly threads: readonly RangeJobs[];
  private readonly knownFiles: readonly Set<number>[];
  private readonly pick: (job: number) => number;
  private jobs = 0;

  /** @param pick which thread does a job; any whole number ≥ 0 */
  constructor(count: number, pick: (job: number) => number = (job) => job) {
    this.threads = Array.from({ length: count }, () => new RangeJobs());
    this.knownFiles = this.threads.map(() => new Set());
    this.pick = pick;
  }

  async run(job: StretchJob, plan: () => RangeJob["plan"]): Promise<Done> {
    const number = this.jobs;
    this.jobs += 1;
    const thread = this.pick(number) % this.threads.length;
    const isKnown = this.knownFiles[thread]?.has(job.file) === true;
    this.knownFiles[thread]?.add(job.file);
    const message: RangeJob = structuredClone({ ...job, job: number, plan: isKnown ? null : plan() });
    const outcome = this.threads[thread]?.run(message);
    if (outcome === undefined) throw new Error(`there is no thread ${thread}`);
    const sent: RangeOutcome = structuredClone(outcome, { transfer: buffersOf(outcome) });
    return { ...sent, thread };
  }

  async close(): Promise<void> {}
}
