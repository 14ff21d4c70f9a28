import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { startEarly } from "../../csv/threads/early-workers.ts";
import { SCAN_WORKER } from "./worker-url.ts";

/** With fewer bytes, one thread is done before others have started. */
export const BYTES_FOR_THREADS = 24 * 1024 * 1024;

/** Files that one thread inflates, or that are shared by the number of their rows. */
const NOT_PLAIN = /\.(?:gz|xlsx|parquet)$/i;

/** Before the name of a file that is written, and may be there from the last time. */
const OUTPUT = /^-(?:o|-output|-rejects|-moves)$/;

/**
 * Starts the threads that read rows, before the program is loaded, where a large file stands on the command line. They are taken
 * over once it is known that they are needed; where `--threads` says how many there are to be, they start then.
 */
export function startEarlyThreads(argv: readonly string[], start: typeof startEarly = startEarly): void {
  const threads = availableParallelism();
  const inputs = argv.filter((_, index) => !OUTPUT.test(argv[index - 1] ?? ""));
  if (threads === 1 || argv.some((word) => word.startsWith("--threads")) || !inputs.some(isLarge)) return;
  start(SCAN_WORKER, threads);
}

function isLarge(word: string): boolean {
  if (word.startsWith("-") || NOT_PLAIN.test(word)) return false;
  try {
    const found = statSync(word, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size > BYTES_FOR_THREADS;
  } catch {
    return false; // a name that no file can have, or nobody may look at: said later, if it is one
  }
}
