import type { Done } from "../../csv/threads/thread-pool.ts";
import type { RowSpace } from "../rows/row-buffer.ts";
import type { SentPlan } from "./read-segment.ts";
import { type SegmentJob, SegmentJobs, type SegmentOutcome, type SegmentThreads } from "./segment-jobs.ts";

/** Reads segments on this thread, where there is to be no other. */
export class OneThread implements SegmentThreads {
  private readonly jobs = new SegmentJobs();
  private readonly spaces: RowSpace[] = [];
  private known: SentPlan | null = null;

  async run(job: SegmentJob, plan: SentPlan): Promise<Done<SegmentOutcome>> {
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
