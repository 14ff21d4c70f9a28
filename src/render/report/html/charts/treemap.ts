import { hierarchy, treemap, treemapSquarify } from "d3-hierarchy";
import { html, type Markup } from "../markup.ts";
import { shortened } from "../name.ts";
import { shortNumber } from "./plot.ts";

/** One rectangle: its area is its share. */
export interface Tile {
  readonly name: string;
  /** > 0 */
  readonly value: number;
  /** The number as people read it. */
  readonly label: string;
  readonly kind: string;
}

/** The layouts: one for wide pages, one for phones. Sizes in pixels are the smallest at which labels must fit. */
const LAYOUTS = [
  { name: "wide", width: 440, height: 300 },
  { name: "narrow", width: 280, height: 360 },
] as const;

const GAP = 2;

/** Rectangles in one frame, the largest first. Labels that do not fit are left out; the table below has them all. */
export function treemapMarkup(tiles: readonly Tile[], description: string): Markup {
  return html`<div class="treemap" role="img" aria-label="${description}">${LAYOUTS.map(
    ({
      name,
      ...size
    }) => html`<svg aria-hidden="true" class="${name}" width="100%" height="${size.height}">${layOut(tiles, size)}</svg>
`,
  )}</div>`;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

type Node = Tile | { readonly children: readonly Tile[] };

function layOut(tiles: readonly Tile[], size: Size): readonly Markup[] {
  const root = hierarchy<Node>({ children: tiles }, (node) => ("children" in node ? node.children : null))
    .sum((node) => ("value" in node ? node.value : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Node>().tile(treemapSquarify).size([size.width, size.height]).paddingInner(GAP)(root);
  return laid
    .leaves()
    .map(({ data, x0, x1, y0, y1 }) =>
      "value" in data ? tileMarkup(data, { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }, size) : html``,
    );
}

/** Pixels that a character of the label takes; measured on the widest of the system fonts. */
const CHARACTER = 7.6;
const LINE = 18;
const PADDING = 8;
/** A name cut shorter than this says nothing. */
const SHORTEST = 6;
const LINES = 3;

function tileMarkup(tile: Tile, box: Size & { readonly x: number; readonly y: number }, frame: Size): Markup {
  const percent = (part: number, of: number): string => `${shortNumber((part / of) * 100)}%`;
  const characters = Math.floor((box.width - 2 * PADDING) / CHARACTER);
  const rows = Math.floor((box.height - PADDING) / LINE);
  const name = linesOf(tile.name, characters, Math.min(rows, LINES));
  const hasValue = name.length > 0 && rows > name.length && characters >= tile.label.length;
  const lines = [
    ...name.map((line, index) => html`<text class="name" x="${PADDING}" y="${(index + 1) * LINE + 2}">${line}</text>`),
    hasValue ? html`<text x="${PADDING}" y="${(name.length + 1) * LINE + 2}">${tile.label}</text>` : null,
  ];
  return html`<svg class="${tile.kind}" x="${percent(box.x, frame.width)}" y="${shortNumber(box.y)}" width="${percent(box.width, frame.width)}" height="${shortNumber(box.height)}"><title>${shortened(tile.name)}: ${tile.label}</title><rect width="100%" height="100%"/>${lines}</svg>`;
}

/** A name in at most so many lines of so many characters, broken between words; none where it would say nothing. */
function linesOf(name: string, characters: number, most: number): readonly string[] {
  if (most < 1 || characters < SHORTEST) return name.length <= characters && most > 0 ? [name] : [];
  const lines: string[] = [];
  for (const word of shortened(name).split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && longer.length <= characters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, most).map((line) => shortened(line, characters));
  if (lines.length <= most) return shown;
  return [...shown.slice(0, -1), shortened(lines.slice(most - 1).join(" "), characters)];
}
