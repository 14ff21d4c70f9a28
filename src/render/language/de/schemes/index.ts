/*
 * The built-in schemes in German: the names, descriptions and advice of their segments.
 */
import type { SchemeTexts } from "../../en/schemes.ts";
import { ACTIONS } from "./actions.ts";
import { ADVICE } from "./advice.ts";
import { MEANINGS } from "./meanings.ts";
import { NAMES } from "./names.ts";

/** The texts of the built-in schemes. */
export const SCHEMES: SchemeTexts = { ...NAMES, ...MEANINGS, ...ACTIONS, ...ADVICE };
