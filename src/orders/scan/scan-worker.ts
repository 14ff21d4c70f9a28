import { parentPort } from "node:worker_threads";
import { type RangeJob, RangeJobs } from "./range-jobs.ts";
import type { RangePart } from "./scan-range.ts";

const jobs = new RangeJobs();

parentPort?.on("message", (job: RangeJob) => {
  const outcome = jobs.run(job);
  parentPort?.postMessage(outcome, outcome.part === null ? [] : buffersOf(outcome.part));
});

/** The memory behind the part's columns, which is handed over instead of copied. */
function buffersOf({ rows, customers, orders }: RangePart): ArrayBuffer[] {
  const columns = Object.values(rows).filter((value) => ArrayBuffer.isView(value));
  const keys = [customers, orders].flatMap((one) => (one !== null && "ends" in one ? [one.bytes, one.ends] : []));
  const buffers = [...columns, ...rows.kept, ...keys].map((view) => view.buffer);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
