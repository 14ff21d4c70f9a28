import type { Language } from "../../src/render/language/language.ts";
import { loadLanguage } from "../../src/render/language/load-language.ts";

/** The languages, for tests of functions that take one. */
export const ENGLISH: Language = await loadLanguage("en");
export const FINNISH: Language = await loadLanguage("fi");
