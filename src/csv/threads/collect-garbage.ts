import { lazyPackage } from "../../files/lazy-package.ts";

const v8 = lazyPackage<typeof import("node:v8")>("node:v8");
const vm = lazyPackage<typeof import("node:vm")>("node:vm");

let collect: (() => void) | null = null;

/**
 * Collects this thread's garbage now, which takes some milliseconds. V8 itself waits until there is more, which is too late just before
 * much memory is needed at once.
 *
 * @param times two, where what is left is to be moved together: the first finds out where there is garbage
 */
export function collectGarbage(times = 1): void {
  collect ??= exposed();
  for (let time = 0; time < times; time += 1) collect();
}

/** How often the function is asked for: another thread may take the flag back at that very moment. */
const TRIES = 5;

/**
 * V8's own function; the flag is for contexts made after it was set. It is all threads', and is taken back, for with other flags V8 does
 * not take code that was compiled before.
 */
function exposed(): () => void {
  for (let count = 0; count < TRIES; count += 1) {
    v8().setFlagsFromString("--expose_gc");
    const gc: unknown = vm().runInNewContext("globalThis.gc");
    v8().setFlagsFromString("--no-expose_gc");
    if (typeof gc === "function") return () => void gc();
  }
  return () => {};
}
