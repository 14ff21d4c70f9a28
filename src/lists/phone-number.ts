import parsePhoneNumber, { isSupportedCountry } from "libphonenumber-js/min";

/**
 * A phone number in the form of E.164, `+358401234567`. A local number needs its country; "" without one, and for what is
 * no number of a length that its country has: a wrong number is worse than none.
 *
 * @param country ISO 3166-1 code in capitals; "" where it is not known
 */
export function normalisePhone(text: string, country: string): string {
  const written = text.trim().replace(/^(?:\+|00)(?=\d)/, "+");
  if (!/\d/.test(written)) return "";
  const number = parsePhoneNumber(written, {
    ...(isSupportedCountry(country) ? { defaultCountry: country } : {}),
    extract: false,
  });
  return number?.isPossible() === true ? number.number : "";
}
