import { cellWidth } from "./cells.ts";

/**
 * Breaks text at spaces so that no line is wider than `width` cells; lines after the first begin with `indent`. Words that are
 * read as one (a number and its noun, a month and its year, an option and its value) stay on one line where it has room.
 */
export function wrapText(text: string, width: number, indent = ""): string {
  const lead = /^ */.exec(text)?.[0] ?? "";
  const lines: string[] = [];
  let line = lead;
  for (const word of unitsOf(text.slice(lead.length).split(" "), width - cellWidth(indent))) {
    const candidate = line.trim() === "" ? `${line}${word}` : `${line} ${word}`;
    if (cellWidth(candidate) <= width || line.trim() === "") {
      line = candidate;
      continue;
    }
    lines.push(line.trimEnd());
    line = `${indent}${word}`;
  }
  return [...lines, line].join("\n");
}

/** Lines of sentences are no wider than this, because longer ones are hard to follow back to the next. */
export const WIDEST_SENTENCES = 100;

/** Sentences for a terminal of this width. */
export function wrapSentences(text: string, width: number, indent = ""): string {
  return wrapText(text, Math.min(width, WIDEST_SENTENCES), indent);
}

/** Words, with those that stay together as one; what would be wider than a line is words again. */
function unitsOf(words: readonly string[], width: number): readonly string[] {
  const units: string[][] = [];
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const unit = units.at(-1);
    if (unit === undefined || before === undefined || !belongTogether(before, word, words[index + 1]))
      units.push([word]);
    else unit.push(word);
  }
  return units.flatMap((unit) => (cellWidth(unit.join(" ")) <= width ? [unit.join(" ")] : unit));
}

const NUMBER = /^[([„“"]?[−+±<-]?\p{Sc}?\d[\d.,'’\u00a0\u202f]*\u00a0?%?$/u;
const CLOSED_NUMBER = /^[−+±-]?\p{Sc}?\d[\d.,'’\u00a0\u202f]*(?<![.,])\u00a0?%?[)\]”“",.;:!?]+$/u;
const YEAR = /^(?:\d{1,2}\/)?(?:19|20)\d\d[)\],.;:]*$/;
const OPEN_WORD = /\p{L}$/u;
const OPTION = /^\(?--[a-z-]+$/;
const SIGN = /^[=×/+–…]$/;

/** Whether two words that follow each other, and the one after them, are read as one. */
function belongTogether(first: string, second: string, next: string | undefined): boolean {
  if (OPTION.test(first)) return !/^(?:--|\(|$)/.test(second);
  if (SIGN.test(second)) return NUMBER.test(first) || /^\p{L}$/u.test(first);
  if (SIGN.test(first)) return /^[\p{L}\d−+-]/u.test(second);
  if (YEAR.test(second)) return OPEN_WORD.test(first);
  if (/^\d+,$/.test(first) && !YEAR.test(first) && /^\d+[,.;)]?$/.test(second)) return true; // a list of scores: 1, 3, 4, 5
  if (NUMBER.test(first)) return /^[\p{L}\p{Sc}%]/u.test(second);
  const endsThere = CLOSED_NUMBER.test(second) || (NUMBER.test(second) && (next === undefined || next.startsWith("(")));
  return endsThere && /[\p{L}:]$/u.test(first);
}
