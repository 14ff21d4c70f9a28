import { parentPort } from "node:worker_threads";
import { buffersOf, isLast, RowJobs, type SentRowJob } from "./segment-jobs.ts";

const jobs = new RowJobs();

parentPort?.on("message", (job: SentRowJob) => {
  const outcome = jobs.run(job);
  parentPort?.postMessage(outcome, buffersOf(outcome));
  if (isLast(job)) parentPort?.close();
});
