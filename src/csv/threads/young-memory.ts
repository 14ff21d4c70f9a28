import { lazyPackage } from "../../files/lazy-package.ts";

const v8 = lazyPackage<typeof import("node:v8")>("node:v8");

/** What V8 doubles it by. */
const AS_USUAL = 2;
let factor = AS_USUAL;

/**
 * Says whether the memory for young objects may grow, in all threads. V8 doubles it, up to 16 MB and as much again to which they are
 * moved, whenever as many objects as it holds were still in use, however few are made. The flag is to be set once another thread has loaded
 * what it runs, and taken back before other parts of the program are loaded, for with other flags V8 does not take code that was compiled
 * before. (Node.js started with it, it has no effect.)
 */
export function letYoungMemoryGrow(may: boolean): void {
  const wanted = may ? AS_USUAL : 1;
  if (factor === wanted) return;
  factor = wanted;
  v8().setFlagsFromString(`--semi_space_growth_factor=${factor}`);
}
