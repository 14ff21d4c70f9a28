import type { Done, Outcome } from "../../src/csv/threads/thread-pool.ts";
import type { RowSpace } from "../../src/orders/rows/row-space.ts";
import type { SentPlan } from "../../src/orders/scan/read-segment.ts";
import {
  buffersFor,
  buffersOf,
  type RowJob,
  RowJobs,
  type RowOutcome,
  type RowThreads,
  type SentRowJob,
} from "../../src/orders/scan/segment-jobs.ts";

/** Threads that are none: the jobs are done here, each by the thread that `pick` says, and all that is sent is copied or handed over. */
export class InProcessThreads implements RowThreads {
  private readonly threads: readonly RowJobs[];
  private readonly known: (SentPlan | null)[];
  private readonly pick: (job: number) => number;
  private readonly spaces: RowSpace[] = [];
  private jobs = 0;

  /** @param pick which thread does a job; any whole number ≥ 0 */
  constructor(count: number, pick: (job: number) => number = (job) => job) {
    this.threads = Array.from({ length: count }, () => new RowJobs());
    this.known = this.threads.map(() => null);
    this.pick = pick;
  }

  async run(job: RowJob, plan: SentPlan | null): Promise<Done<RowOutcome>> {
    const number = this.jobs;
    this.jobs += 1;
    const thread = this.pick(number) % this.threads.length;
    const isKnown = plan === null || this.known[thread] === plan;
    if (!isKnown) this.known[thread] = plan;
    const space = plan === null ? null : (this.spaces.pop() ?? null);
    const sent: SentRowJob = { job, number, plan: isKnown ? null : plan, space };
    const message = structuredClone(sent, { transfer: buffersFor(sent) });
    const outcome = await this.threads[thread]?.run(message);
    if (outcome === undefined) throw new Error(`there is no thread ${thread}`);
    const { result }: Outcome<RowOutcome> = structuredClone(outcome, { transfer: buffersOf(outcome) });
    return { result, thread };
  }

  reuse(space: RowSpace): void {
    this.spaces.push(space);
  }

  forget(): void {}

  shrink(): void {}

  async close(): Promise<void> {}
}
