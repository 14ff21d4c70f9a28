import type { Done } from "../../csv/threads/thread-pool.ts";
import type { RowSpace } from "../rows/row-space.ts";
import type { SentPlan } from "./read-segment.ts";
import { type RowJob, RowJobs, type RowOutcome, type RowThreads } from "./segment-jobs.ts";

/** Does the jobs on this thread, where there is to be no other. */
export class OneThread implements RowThreads {
  private readonly jobs = new RowJobs();
  private readonly spaces: RowSpace[] = [];
  private known: SentPlan | null = null;

  async run(job: RowJob, plan: SentPlan | null): Promise<Done<RowOutcome>> {
    const isKnown = plan === null || this.known === plan;
    if (!isKnown) this.known = plan;
    const space = plan === null ? null : (this.spaces.pop() ?? null);
    const { result } = await this.jobs.run({ job, number: 0, plan: isKnown ? null : plan, space });
    return { result, thread: 0 };
  }

  reuse(space: RowSpace): void {
    this.spaces.push(space);
  }

  forget(): void {}

  shrink(): void {}

  async close(): Promise<void> {}
}
