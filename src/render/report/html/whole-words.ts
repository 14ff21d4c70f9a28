/** What has hyphens that a browser would break a line at, though it is one word: a day as 2025-10-17, an option as --window. */
const WHOLE = /\b\d{4}-\d{2}-\d{2}\b|(?<![\w-])--[a-z][a-z-]*/g;

/** Where nothing may be put around a word: tags, drawings, commands (which break between options on their own), names of pages. */
const CLOSED = /(<(svg|code|style|title)\b[\s\S]*?<\/\2>|<[^>]*>)/;

/**
 * A page's HTML in which days and options stay on one line each. They keep their characters, so that they can be searched for
 * and copied into a command.
 */
export function keepWhole(page: string): string {
  return page
    .split(CLOSED)
    .filter((_, index) => index % PARTS !== NAME)
    .map((part) => (part.startsWith("<") ? part : part.replace(WHOLE, '<span class="whole">$&</span>')))
    .join("");
}

/** `split` returns text, closed part and the name in it, over and over. */
const PARTS = 3;
const NAME = 2;
