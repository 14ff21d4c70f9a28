import type { RowSpace } from "../read/row-buffer.ts";
import { RangeJobs } from "./range-jobs.ts";
import type { SentPlan } from "./scan-range.ts";
import type { Done, StretchJob, Threads } from "./thread-pool.ts";

/** Reads segments on this thread, where there is to be no other. */
export class OneThread implements Threads {
  private readonly jobs = new RangeJobs();
  private readonly spaces: RowSpace[] = [];
  private known: SentPlan | null = null;
  private count = 0;

  async run(job: StretchJob, plan: SentPlan): Promise<Done> {
    const isKnown = this.known === plan;
    this.known = plan;
    this.count += 1;
    const space = this.spaces.pop() ?? null;
    const outcome = this.jobs.run({ ...job, job: this.count, plan: isKnown ? null : plan, space });
    return { ...outcome, thread: 0 };
  }

  reuse(space: RowSpace): void {
    this.spaces.push(space);
  }

  forget(): void {}

  async close(): Promise<void> {}
}
