/** Addresses that a marketplace lends its buyers: they reach nobody outside it, and may not be written to. */
const MARKETPLACE_ALIAS = /@(?:marketplace\.amazon\.[a-z.]+|members\.ebay\.[a-z.]+)$/;

const ADDRESS = /^[^\s@,;:"<>()[\]\\]+@(?:[^\s@,;:"<>()[\]\\.]+\.)+[^\s@,;:"<>()[\]\\.]{2,}$/;

/**
 * An e-mail address as tools compare it: in lower case, without blanks, composed (NFC); "" where it is no address that
 * could be written to.
 */
export function normaliseEmail(text: string): string {
  const address = text.normalize("NFC").replace(/\s+/g, "").toLowerCase();
  return ADDRESS.test(address) && !MARKETPLACE_ALIAS.test(address) ? address : "";
}
