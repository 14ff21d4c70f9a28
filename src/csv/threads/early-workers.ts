import { Worker } from "node:worker_threads";

/** Threads work on columns, and make few objects: without a limit, each would keep megabytes for those that it may make. */
const LIMITS = { maxYoungGenerationSizeMb: 2 };

/** Workers that nobody has asked for yet. */
interface EarlyWorkers {
  readonly program: string;
  readonly workers: readonly Worker[];
}

let early: EarlyWorkers | null = null;

/** Starts one thread. */
export function startWorker(program: URL): Worker {
  return new Worker(program, { resourceLimits: LIMITS });
}

/**
 * Starts threads that are likely to be asked for: a thread takes as long to start as the program takes to find out what to read.
 * Those that nobody takes end with the program. Where they cannot be started, whoever asks for threads finds that out.
 */
export function startEarly(program: URL, threads: number): void {
  const workers: Worker[] = [];
  try {
    while (workers.length < threads) workers.push(startWorker(program));
  } catch {
    for (const worker of workers) void worker.terminate();
    return;
  }
  const lose = (): void => {
    if (early?.workers === workers) early = null;
  };
  for (const worker of workers) {
    worker.unref();
    worker.on("error", lose);
    worker.on("exit", lose);
  }
  early = { program: program.href, workers };
}

/** The early threads that run a program, if there are so many; whoever has them must end them. */
export function takeEarly(program: URL, threads: number): readonly Worker[] | null {
  if (early === null || early.program !== program.href || early.workers.length !== threads) return null;
  const { workers } = early;
  early = null;
  for (const worker of workers) {
    worker.removeAllListeners("exit");
    worker.ref();
  }
  return workers;
}
