import { parentPort } from "node:worker_threads";
import { buffersOf, type RangeJob, RangeJobs } from "./range-jobs.ts";

const jobs = new RangeJobs();

parentPort?.on("message", (job: RangeJob) => {
  const outcome = jobs.run(job);
  parentPort?.postMessage(outcome, buffersOf(outcome));
});
