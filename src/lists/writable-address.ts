import { normaliseEmail } from "../basics/addresses/email-address.ts";

/** Addresses that a marketplace lends its buyers: they reach nobody outside it, and must not be contacted. */
const MARKETPLACE_ALIAS = /@(?:marketplace\.amazon\.[a-z.]+|members\.ebay\.[a-z.]+)$/;

/** An e-mail address in its one form; "" where it is none that could be written to. */
export function writableAddress(text: string): string {
  const address = normaliseEmail(text);
  return MARKETPLACE_ALIAS.test(address) ? "" : address;
}
