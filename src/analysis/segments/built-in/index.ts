/*
 * The built-in schemes, one file each, as data; the standard one is in ../standard.ts.
 */
import type { SchemeFile } from "../scheme.ts";
import { standardSchemeFile } from "../standard.ts";
import { braze } from "./braze.ts";
import { putler } from "./putler.ts";
import { pymc } from "./pymc.ts";
import { rfmR } from "./rfm-r.ts";
import { segMap } from "./seg-map.ts";

/** The schemes that come with the program, the default first; docs/schemes.md tells their holes and overlaps. */
export const BUILT_IN_SCHEMES: readonly SchemeFile[] = [standardSchemeFile, putler, segMap, rfmR, pymc, braze];

/** The built-in scheme of this name; `null` where there is none. */
export function builtInScheme(name: string): SchemeFile | null {
  return BUILT_IN_SCHEMES.find((scheme) => scheme.name === name) ?? null;
}
