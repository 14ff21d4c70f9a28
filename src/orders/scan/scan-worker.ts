import { parentPort } from "node:worker_threads";
import { buffersOf, isLast, RowJobs, type SentRowJob } from "./segment-jobs.ts";

const jobs = new RowJobs();

parentPort?.on("message", (job: SentRowJob) => {
  void jobs.run(job).then((outcome) => {
    parentPort?.postMessage(outcome, buffersOf(outcome));
    if (isLast(job)) parentPort?.close();
  });
});
