import { html, type Markup } from "./markup.ts";

/** Beyond this many characters, as people count them, a name is cut on the page; data formats have it whole. */
const LONGEST_NAME = 48;

/**
 * A text of the user's data for people: line breaks as blanks, and cut where it is very long, never in the middle of a
 * character.
 *
 * @param most how many characters may stay, the ellipsis among them
 */
export function shortened(text: string, most = LONGEST_NAME): string {
  const line = text.slice(0, LONGEST_LOOK).replace(/\s+/g, " ").trim();
  if (line.length <= most) return text.length > LONGEST_LOOK ? `${line}…` : line;
  const characters = Array.from(new Intl.Segmenter("en").segment(line), ({ segment }) => segment);
  return characters.length <= most && text.length <= LONGEST_LOOK ? line : `${characters.slice(0, most - 1).join("")}…`;
}

/** Enough code units for any name; a longer text is not looked at any further. */
const LONGEST_LOOK = 1000;

/** A name from the user's data, isolated, so that one written from right to left does not turn the text around it. */
export function nameMarkup(text: string, most = LONGEST_NAME): Markup {
  return html`<bdi>${shortened(text, most)}</bdi>`;
}
