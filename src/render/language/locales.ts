/** Locales to name where a user's is not known; any other that Unicode's CLDR has will do. */
export const COMMON_LOCALES = [
  "fi-FI",
  "sv-SE",
  "en-GB",
  "en-US",
  "de-DE",
  "da-DK",
  "nb-NO",
  "et-EE",
  "nl-NL",
  "fr-FR",
  "es-ES",
  "it-IT",
  "pl-PL",
] as const;

/** The locale that a tag names, in its usual spelling (`fi-fi` is `fi-FI`); `null` where the tag is not one that is known. */
export function knownLocale(tag: string): string | null {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag.trim().replaceAll("_", "-"))[0] ?? null;
  } catch {
    return null; // not even the form of a tag
  }
}
