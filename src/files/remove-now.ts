import { existsSync, rmSync } from "node:fs";

/** How long to wait after each removal for what was still under way, in milliseconds. */
const WAITS_MS = [10, 20, 40, 80, 160, 320, 640];

/** How often nothing must be there, one look after another: a write may come late on a busy machine. */
const CLEAN_LOOKS = 2;

/**
 * Removes files, and folders with all that is in them, while the process ends and nothing can be awaited. Writes that were
 * handed to the system before may still put something there; so it is looked at again, and removed again, for about a second
 * at most. What cannot be removed stays.
 */
export function removeNow(paths: readonly string[], pause: (milliseconds: number) => void = sleep): void {
  let clean = 0;
  for (const wait of WAITS_MS) {
    for (const path of paths) tryRemove(path);
    pause(wait);
    clean = paths.some((path) => existsSync(path)) ? 0 : clean + 1;
    if (clean === CLEAN_LOOKS) return;
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function tryRemove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // something came into the folder meanwhile, or somebody has it open
  }
}
