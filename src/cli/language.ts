import type { Language } from "../render/language/language.ts";
import { loadLanguage } from "../render/language/load-language.ts";
import type { OutputOptions } from "./options.ts";

/** The language that `--lang` and `--locale` ask for. The environment is not looked at: same input, same bytes. */
export function languageFor({ lang, locale }: Pick<OutputOptions, "lang" | "locale">): Promise<Language> {
  return loadLanguage(lang, locale);
}
