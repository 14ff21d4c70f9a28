/**
 * What a browser would break a line in, though it is one thing: a day or month as 2025-10-17 or 2025-10, an option as --window, 95-%-Intervall;
 * so many of so many, as 368 / 856; a word with the arrow behind it; and a name, of one word or two, with its change, as på glid +195.
 */
const WHOLE =
  /\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d+-%-\p{L}+|(?<![\w-])--[a-z][a-z-]*|\b\d[\d.,\u00A0\u202F]* \/ [\d.,\u00A0\u202F]*\d|\p{L}+ [→↓]|\p{L}+(?: \p{L}+)? [+−±]\d(?:[\d.,\u00A0\u202F]*\d)?/gu;

const TAG = /(<[^>]*>)/;
/** Where nothing may be put around a word: drawings, which may lie in each other; commands; the name of the page, its style. */
const CLOSED = /^<(\/?)(?:svg|code|style|title)\b/;

/**
 * A page's HTML in which days and options stay on one line each. They keep their characters, so that they can be searched for
 * and copied into a command.
 *
 * @param page whole elements: what is opened in it is closed in it
 */
export function keepWhole(page: string): string {
  let depth = 0; // of elements in which nothing is touched
  return page
    .split(TAG)
    .map((part) => {
      if (!part.startsWith("<")) return depth > 0 ? part : part.replace(WHOLE, '<span class="whole">$&</span>');
      const [, isEnd] = CLOSED.exec(part) ?? [];
      if (isEnd !== undefined) depth += isEnd === "/" ? -1 : 1;
      return part;
    })
    .join("");
}
