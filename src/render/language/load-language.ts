import { UsageError } from "../../errors.ts";
import type { Catalogue } from "./en/index.ts";
import type { Language } from "./language.ts";
import { localeFormats, type PeopleFormats, plainFormats } from "./people-formats.ts";

/** A language that the program speaks. */
interface LanguageEntry {
  /** The locale of its numbers and dates where none is named; `null` for the plain formats. */
  readonly locale: string | null;
  /** Brings its catalogue; only the language that is asked for is loaded. */
  readonly load: () => Promise<(formats: PeopleFormats) => Catalogue>;
}

/** Every language: a new one is a catalogue file, and a line here. */
const LANGUAGES: Readonly<Record<string, LanguageEntry>> = {
  en: { locale: null, load: async () => (await import("./en/index.ts")).english },
  fi: { locale: "fi-FI", load: async () => (await import("./fi/index.ts")).finnish },
  sv: { locale: "sv-SE", load: async () => (await import("./sv/index.ts")).swedish },
  de: { locale: "de-DE", load: async () => (await import("./de/index.ts")).german },
};

/** The codes of the languages, the default first. */
export const LANGUAGE_CODES: readonly string[] = Object.keys(LANGUAGES);

/**
 * A language with its words, bound to a locale.
 *
 * @param code one of {@link LANGUAGE_CODES}; default `en`
 * @param locale a tag as knownLocale gives it; default the language's own
 * @throws UsageError for a language that there is not
 */
export async function loadLanguage(code = "en", locale?: string): Promise<Language> {
  const entry = Object.hasOwn(LANGUAGES, code) ? LANGUAGES[code] : undefined;
  if (entry === undefined) {
    throw new UsageError(`unknown language "${code}"`, `the languages are ${LANGUAGE_CODES.join(", ")}`);
  }
  const tag = locale ?? entry.locale;
  const key = `${code} ${tag}`;
  const language = loaded.get(key) ?? boundTo(tag, code, entry);
  loaded.set(key, language);
  return language;
}

/** The languages that were asked for, by code and locale: a catalogue has some thousand texts to make. */
const loaded = new Map<string, Promise<Language>>();

async function boundTo(tag: string | null, code: string, { load }: LanguageEntry): Promise<Language> {
  const formats = tag === null ? plainFormats : localeFormats(tag);
  const catalogue = await load();
  return { ...formats, code, locale: tag, hasMoney: true, words: catalogue(formats) };
}
