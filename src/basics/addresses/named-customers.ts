import { addressesIn, normaliseEmail } from "./email-address.ts";

/** An id as entries of a list and exports are compared by: without what nobody sees, outer quotes and case. */
function plainId(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, "")
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .trim()
    .toLowerCase();
}

/** The one form of an entry that names a customer: an e-mail address, or an id. */
export function namedForm(text: string): string {
  return normaliseEmail(text) || plainId(text);
}

/** Every form by which a customer's key or an address of theirs may be named; a data frame writes the id 17850 as 17850.0. */
export function formsOf(text: string): readonly string[] {
  const id = plainId(text);
  const other = /^\d+$/.test(id) ? [`${id}.0`] : /^\d+\.0$/.test(id) ? [id.slice(0, -2)] : [];
  return [...addressesIn(text), id, ...other].filter((form) => form !== "");
}
