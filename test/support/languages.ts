import type { Language } from "../../src/render/language/language.ts";
import { LANGUAGE_CODES, loadLanguage } from "../../src/render/language/load-language.ts";

/** The languages, for tests of functions that take one. */
export const ENGLISH: Language = await loadLanguage("en");
export const FINNISH: Language = await loadLanguage("fi");

/** All but English, whose words the others put into their own. */
export const OTHER_LANGUAGES: readonly Language[] = await Promise.all(
  LANGUAGE_CODES.filter((code) => code !== "en").map((code) => loadLanguage(code)),
);
