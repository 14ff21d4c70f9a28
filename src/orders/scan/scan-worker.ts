import { parentPort } from "node:worker_threads";
import { buffersOf, SegmentJobs, type SentSegment } from "./segment-jobs.ts";

const jobs = new SegmentJobs();

parentPort?.on("message", (job: SentSegment) => {
  const outcome = jobs.run(job);
  parentPort?.postMessage(outcome, buffersOf(outcome));
});
