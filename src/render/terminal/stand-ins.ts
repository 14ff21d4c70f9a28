import { cellWidth } from "./cells.ts";

const FIRST = 0xf0000;
const FILL = "\uE000";
const STAND_IN = /([\u{F0000}-\u{FFFFD}])\uE000*/gu;

/**
 * Keeps lines of text that cli-table3 would measure by an older rule than {@link cellWidth}. The table is laid out with
 * stand-ins: private characters, one for each cell of the terminal. Then each stand-in gives way to its text.
 */
export class StandIns {
  readonly #texts: string[] = [];

  /** What to lay out for one line; printable ASCII stands for itself. */
  put(line: string): string {
    const width = cellWidth(line);
    if (width === 0 || /^[\x20-\x7E]*$/.test(line)) return line;
    this.#texts.push(line);
    return `${String.fromCodePoint(FIRST + this.#texts.length - 1)}${FILL.repeat(width - 1)}`;
  }

  /** The laid out text with every line back in its place. */
  restore(laidOut: string): string {
    return laidOut.replace(STAND_IN, (_, first: string) => this.#texts[(first.codePointAt(0) ?? 0) - FIRST] ?? "");
  }
}
