import type metadata from "libphonenumber-js/min/metadata";
import { lazyPackage } from "../files/lazy-package.ts";

/** The languages in which exports name countries; where two disagree the earlier counts. */
const LANGUAGES = ["en", "fi", "sv", "de", "fr", "es", "nl"];

/** Spellings beside the common locale data's: short forms, older names, and those of public data sets. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  usa: "US",
  "u s": "US",
  "u s a": "US",
  "united states of america": "US",
  america: "US",
  eire: "IE",
  "republic of ireland": "IE",
  rsa: "ZA",
  holland: "NL",
  "the netherlands": "NL",
  "czech republic": "CZ",
  czechia: "CZ",
  turkey: "TR",
  turkiye: "TR",
  "russian federation": "RU",
  "viet nam": "VN",
  "korea republic of": "KR",
  "republic of korea": "KR",
  "hong kong": "HK",
  macau: "MO",
  "ivory coast": "CI",
  swaziland: "SZ",
  macedonia: "MK",
  burma: "MM",
  "cape verde": "CV",
  uae: "AE",
  suomi: "FI",
  sverige: "SE",
  norge: "NO",
  danmark: "DK",
  deutschland: "DE",
  osterreich: "AT",
  espana: "ES",
  italia: "IT",
  polska: "PL",
  eesti: "EE",
};

/** A name as it is compared: lower case, without accents and punctuation. */
function fold(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}

/** The countries that have telephone numbers, by their ISO 3166-1 codes. Taken from the data alone, because the parser takes long to load. */
const phoneData = lazyPackage<typeof metadata>("libphonenumber-js/min/metadata");

let codes: ReadonlyMap<string, string> | null = null;

function knownCodes(): ReadonlyMap<string, string> {
  if (codes !== null) return codes;
  const known = new Map<string, string>(Object.entries(OTHER_NAMES));
  const countries = Object.keys(phoneData().countries);
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: "region" });
    for (const code of countries) {
      const name = fold(names.of(code) ?? "");
      if (name !== "" && !known.has(name)) known.set(name, code);
    }
  }
  for (const code of countries) known.set(code.toLowerCase(), code);
  codes = known;
  return known;
}

/**
 * The ISO 3166-1 code of a country, in capitals, from a code or a name in one of seven languages; "" where it is neither.
 *
 * @example countryCode("Suomi") // "FI"
 */
export function countryCode(text: string): string {
  return knownCodes().get(fold(text)) ?? "";
}
