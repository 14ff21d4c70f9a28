import type { Done } from "../../csv/threads/thread-pool.ts";
import type { RowSpace } from "../rows/row-buffer.ts";
import { type RangeJob, RangeJobs, type RangeOutcome, type RangeThreads } from "./range-jobs.ts";
import type { SentPlan } from "./scan-range.ts";

/** Reads segments on this thread, where there is to be no other. */
export class OneThread implements RangeThreads {
  private readonly jobs = new RangeJobs();
  private readonly spaces: RowSpace[] = [];
  private known: SentPlan | null = null;

  async run(job: RangeJob, plan: SentPlan): Promise<Done<RangeOutcome>> {
    const isKnown = this.known === plan;
    this.known = plan;
    const space = this.spaces.pop() ?? null;
    const { result } = this.jobs.run({ job, number: 0, plan: isKnown ? null : plan, space });
    return { result, thread: 0 };
  }

  reuse(space: RowSpace): void {
    this.spaces.push(space);
  }

  forget(): void {}

  async close(): Promise<void> {}
}
