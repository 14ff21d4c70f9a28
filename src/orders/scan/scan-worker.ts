import { parentPort } from "node:worker_threads";
import { buffersOf, RangeJobs, type SentRange } from "./range-jobs.ts";

const jobs = new RangeJobs();

parentPort?.on("message", (job: SentRange) => {
  const outcome = jobs.run(job);
  parentPort?.postMessage(outcome, buffersOf(outcome));
});
