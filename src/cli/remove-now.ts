import { existsSync, rmSync } from "node:fs";

/** How long to wait after each removal for what was still under way, in milliseconds. */
const WAITS_MS = [10, 20, 40, 80, 160, 320, 640];

/**
 * Removes files, and folders with all that is in them, while the process ends and nothing can be awaited. Writes that were
 * handed to the system before may still put something there; so it is looked at again, and removed again, for about a second
 * at most. What cannot be removed stays.
 */
export function removeNow(paths: readonly string[]): void {
  for (const wait of WAITS_MS) {
    for (const path of paths) tryRemove(path);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    if (!paths.some((path) => existsSync(path))) return;
  }
}

function tryRemove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // something came into the folder meanwhile, or somebody has it open
  }
}
