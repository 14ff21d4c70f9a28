import stringWidth from "string-width";
import { once } from "../../basics/once.ts";

/** How many cells of a terminal a text takes: two for a Chinese character or an emoji, none for a combining mark. */
export function cellWidth(text: string): number {
  return stringWidth(text);
}

/** The text with blanks before it, so that it takes so many cells; one that is wider stays as it is. */
export function padStartCells(text: string, width: number): string {
  return `${" ".repeat(Math.max(0, width - cellWidth(text)))}${text}`;
}

/** The same with blanks after it. */
export function padEndCells(text: string, width: number): string {
  return `${text}${" ".repeat(Math.max(0, width - cellWidth(text)))}`;
}

const graphemes = once(() => new Intl.Segmenter());

/** The text, or as much of its beginning as fits into so many cells, with an ellipsis in the last; no character is cut in two. */
export function shortenCells(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  let kept = "";
  for (const { segment } of graphemes().segment(text)) {
    if (cellWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
