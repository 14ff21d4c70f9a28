import { html, type Markup } from "./markup.ts";

/** Beyond this many characters, as people count them, a name is cut on the page; data formats have it whole. */
const LONGEST_NAME = 48;

/**
 * A text of the user's data for people: line breaks as blanks, without marks that turn its direction, and cut where it is very long, never in the middle of a
 * character.
 *
 * @param most how many characters may stay, the ellipsis among them
 */
export function shortened(text: string, most = LONGEST_NAME): string {
  const line = text.slice(0, LONGEST_LOOK).replace(DIRECTIONS, "").replace(/\s+/g, " ").trim();
  if (line.length <= most) return text.length > LONGEST_LOOK ? `${line}…` : line;
  const characters = charactersOf(line);
  return characters.length <= most && text.length <= LONGEST_LOOK ? line : `${characters.slice(0, most - 1).join("")}…`;
}

/** Text in the characters that a reader sees. Making a segmenter takes some 10 ms, which plain text can do without. */
function charactersOf(line: string): readonly string[] {
  if (ASCII.test(line)) return line.split("");
  return Array.from(new Intl.Segmenter("en").segment(line), ({ segment }) => segment);
}

const ASCII = /^[ -~]*$/;

/** Enough code units for any name; a longer text is not looked at any further. */
const LONGEST_LOOK = 1000;

/** Characters that turn the direction of text, which a name could use to look like another. */
const DIRECTIONS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A name for the middle of a sentence: one written from right to left is set apart, so that it turns nothing else around. */
export function nameInText(text: string, most = LONGEST_NAME): string {
  const name = shortened(text, most);
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}

/** A file's name: pages are shown to others, whom the folders of a machine do not concern. */
export function withoutFolders(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== "") ?? path;
}

/** A name from the user's data, isolated, so that one written from right to left does not turn the text around it. */
export function nameMarkup(text: string, most = LONGEST_NAME): Markup {
  return html`<bdi>${shortened(text, most)}</bdi>`;
}

/** A text in which files of these paths go by their names alone. */
export function withoutFoldersIn(text: string, paths: readonly string[]): string {
  const longestFirst = paths.toSorted((a, b) => b.length - a.length); // one path may be the beginning of another
  return longestFirst.reduce((rest, path) => rest.replaceAll(path, () => withoutFolders(path)), text);
}
