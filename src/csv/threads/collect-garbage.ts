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
  if (collect === null) {
    v8().setFlagsFromString("--expose_gc");
    collect = vm().runInNewContext("gc") as () => void; // the flag is for contexts made after it was set
    v8().setFlagsFromString("--no-expose_gc"); // with other flags, V8 does not take code that was compiled before
  }
  for (let time = 0; time < times; time += 1) collect();
}
