import { parentPort } from "node:worker_threads";
import { collectGarbage } from "../../csv/threads/collect-garbage.ts";
import { buffersOf, followsReading, isLast, RowJobs, type SentRowJob } from "./segment-jobs.ts";

/** What threads do: the jobs that they are sent, one after another. */
const jobs = new RowJobs();
/** Whether the garbage of all jobs so far was collected. */
let isTidy = false;

parentPort?.on("message", (job: SentRowJob) => {
  if (isLast(job)) jobs.forget();
  const isNeeded = followsReading(job);
  if (isNeeded && !isTidy) collectGarbage(isLast(job) ? 1 : 2);
  isTidy = isNeeded;
  void jobs.run(job).then((outcome) => {
    parentPort?.postMessage(outcome, buffersOf(outcome));
    if (isLast(job)) parentPort?.close();
  });
});
