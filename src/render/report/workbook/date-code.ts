/** The date code of a spreadsheet for a locale, `d.m.yyyy` for fi-FI; ISO where none is named. */
export function dateCode(locale: string | null): string {
  if (locale === null) return "yyyy-mm-dd";
  const format = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  });
  const parts = format.formatToParts(Date.UTC(2011, 0, 2)); // one digit each, unless the locale asks for two
  return parts.map(({ type, value }) => CODES[type]?.(value) ?? escaped(value)).join("");
}

const CODES: Partial<Record<Intl.DateTimeFormatPartTypes, (value: string) => string>> = {
  day: (value) => "d".repeat(value.length),
  month: (value) => "m".repeat(value.length),
  year: () => "yyyy",
};

/** What stands between the numbers; letters and signs that could mean something are told to mean nothing. */
function escaped(literal: string): string {
  return literal.replace(/[^./ -]/g, (character) => `\\${character}`);
}
