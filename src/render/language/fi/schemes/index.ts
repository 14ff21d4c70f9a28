/*
 * The built-in schemes in Finnish: the names, descriptions and advice of their segments, one file per scheme.
 */
import type { SchemeWords } from "../../en/schemes.ts";
import { BRAZE } from "./braze.ts";
import { PUTLER } from "./putler.ts";
import { PYMC } from "./pymc.ts";
import { RFM_R } from "./rfm-r.ts";
import { SEG_MAP } from "./seg-map.ts";
import { STANDARD } from "./standard.ts";

/** The texts of the built-in schemes. */
export const SCHEMES: Readonly<Record<string, SchemeWords>> = {
  standard: STANDARD,
  putler: PUTLER,
  "seg-map": SEG_MAP,
  "rfm-r": RFM_R,
  pymc: PYMC,
  braze: BRAZE,
};
