/** What XML cannot hold as it is: control characters, halves of surrogate pairs, and non-characters. */
const UNWRITABLE = /(?![\t\n\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Text that reads like the escape of a character would be taken for one. */
const LOOKS_ESCAPED = /_(?=x[0-9a-fA-F]{4}_)/g;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const NEEDS_CARE = /[&<>"_]|[^\u0020-\ud7ff]/;

/**
 * Text from the data inside XML of a workbook, where a character that XML has no place for is written as `_x0007_`, as
 * spreadsheets do.
 */
export function xmlText(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text
    .replace(LOOKS_ESCAPED, "_x005F_")
    .replace(UNWRITABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}
