import { ThreadPool } from "../../csv/threads/thread-pool.ts";
import { OneThread } from "./one-thread.ts";
import { buffersFor, RowJobs, type RowThreads } from "./segment-jobs.ts";
import { SCAN_WORKER } from "./worker-url.ts";

/** Starts threads that read rows; where there is to be one only, this one reads. */
export function startRowThreads(threads: number): RowThreads {
  if (threads <= 1) return new OneThread();
  return new ThreadPool({ threads, worker: SCAN_WORKER, own: new RowJobs(), buffersFor });
}
