/** A number as people write it, in any of the languages: 2,718 or 2 718 or 46.942,37, and a day as 31.3.2011. */
const NUMBER = "\\d(?:[\\d.,\\u00A0\\u202F]*\\d)?";
const NO_NUMBER_BEFORE = "(?<![\\w.,/\\u00A0\\u202F-])";
/** Of a name; an apostrophe is written as HTML has it. */
const NAME = "(?:[\\p{L}’-]|&#39;)+";

/** What a browser would break a line in, though it is one thing. */
const WHOLE = new RegExp(
  [
    "\\b\\d{4}-\\d{2}(?:-\\d{2})?\\b", // a day or month, as 2025-10-17 or 2025-10
    "\\b\\d+-%-\\p{L}+", // 95-%-Intervall
    "(?<![\\w-])--[a-z][a-z-]*", // an option, as --window
    `${NO_NUMBER_BEFORE}${NUMBER} (?:/|of|av|von) ${NUMBER}(?: \\p{L}{2,20}(?!\\p{L}))?`, // so many of so many, as 368 of 856
    `${NO_NUMBER_BEFORE}${NUMBER} \\p{L}{2,20}(?!\\p{L})`, // a number with what it counts, as 35 days
    `(?<=\\(|, )${NAME}(?: ${NAME}){0,2} ${NUMBER}(?=, |\\))`, // a group with its number in a list: (At Risk 240, Loyal 80)
    `(?<!\\p{L})\\p{L} = -?${NUMBER}(?: ± ${NUMBER})?`, // α = 99.1 ± 9.7
    "\\p{L}+ [→↓]", // a word with the arrow behind it
    "\\p{L}+(?: \\p{L}+)? [+−±-]\\d(?:[\\d.,\\u00A0\\u202F]*\\d)?", // a name, of one word or two, with its change, as på glid +195
  ].join("|"),
  "gu",
);

const TAG = /(<[^>]*>)/;
/** Where nothing may be put around a word: drawings, which may lie in each other; commands; the name of the page, its style. */
const CLOSED = /^<(\/?)(?:svg|code|style|title)\b/;

/**
 * A page's HTML in which days, options, and numbers with what they count stay on one line each. They keep their characters,
 * so that they can be searched for and copied into a command.
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
