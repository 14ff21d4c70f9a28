import { hierarchy, treemap, treemapSquarify } from "d3-hierarchy";
import { html, type Markup } from "../markup.ts";
import { nameInText, shortened } from "../name.ts";
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

/**
 * Rectangles in one frame, the largest first. Labels that do not fit are left out, and their names stand below; the table
 * has the numbers of all.
 *
 * @param unnamed says of a list of names that they had no room
 */
export function treemapMarkup(tiles: readonly Tile[], description: string, unnamed: (names: string) => string): Markup {
  return html`<div class="treemap" role="img" aria-label="${description}">${LAYOUTS.map(({ name, ...size }) => {
    const laid = layOut(tiles, size);
    const without = laid.filter(({ label }) => label.lines.length === 0).map(({ tile }) => nameInText(tile.name));
    return html`<svg aria-hidden="true" class="${name}" width="100%" height="${size.height}">${laid.map((one) => tileMarkup(one, size))}</svg>
${without.length === 0 ? null : html`<p aria-hidden="true" class="${name} small soft">${unnamed(without.slice(0, MOST_UNNAMED).join(", ") + (without.length > MOST_UNNAMED ? ", …" : ""))}</p>`}`;
  })}</div>`;
}

/** More names than this below a map are read by nobody. */
const MOST_UNNAMED = 12;

interface Size {
  readonly width: number;
  readonly height: number;
}

type Node = Tile | { readonly children: readonly Tile[] };

interface LaidTile {
  readonly tile: Tile;
  readonly box: Size & { readonly x: number; readonly y: number };
  readonly label: Label;
}

function layOut(tiles: readonly Tile[], size: Size): readonly LaidTile[] {
  const root = hierarchy<Node>({ children: tiles }, (node) => ("children" in node ? node.children : null))
    .sum((node) => ("value" in node ? node.value : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Node>().tile(treemapSquarify).size([size.width, size.height]).paddingInner(GAP)(root);
  return laid.leaves().flatMap(({ data, x0, x1, y0, y1 }): LaidTile[] => {
    if (!("value" in data)) return [];
    const box = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
    return [{ tile: data, box, label: labelOf(data.name, box) }];
  });
}

/** How a label is written: `character` is the room that one takes, measured on the widest of the system fonts; in pixels. */
interface Lettering {
  readonly kind: string;
  readonly character: number;
  readonly line: number;
  readonly padding: number;
}

const LARGE: Lettering = { kind: "name", character: 7.6, line: 18, padding: 8 };
const TIGHT: Lettering = { kind: "name tight", character: 6.6, line: 14, padding: 4 };
/** A name cut shorter than this says nothing. */
const SHORTEST = 6;
const LINES = 3;

interface Label {
  readonly lettering: Lettering;
  readonly lines: readonly string[];
}

function roomOf(box: Size, { character, line, padding }: Lettering): { characters: number; rows: number } {
  return {
    characters: Math.floor((box.width - 2 * padding) / character),
    rows: Math.floor((box.height - padding) / line),
  };
}

/** The whole name in large letters, or in small ones, or cut; without lines where it would say nothing. */
function labelOf(name: string, box: Size): Label {
  for (const lettering of [LARGE, TIGHT]) {
    const { characters, rows } = roomOf(box, lettering);
    const lines = brokenName(name, characters);
    if (lines.length <= Math.min(rows, LINES) && lines.every((line) => line.length <= characters)) {
      return { lettering, lines };
    }
  }
  const { characters, rows } = roomOf(box, TIGHT);
  return { lettering: TIGHT, lines: characters < SHORTEST ? [] : cutName(name, characters, Math.min(rows, LINES)) };
}

function tileMarkup({ tile, box, label: { lettering, lines: name } }: LaidTile, frame: Size): Markup {
  const percent = (part: number, of: number): string => `${shortNumber((part / of) * 100)}%`;
  const { kind, line, padding } = lettering;
  const { characters, rows } = roomOf(box, lettering);
  const hasValue = name.length > 0 && rows > name.length && characters >= tile.label.length;
  const lines = [
    ...name.map(
      (text, index) => html`<text class="${kind}" x="${padding}" y="${(index + 1) * line + 2}">${text}</text>`,
    ),
    hasValue
      ? html`<text class="${kind.replace("name", "value")}" x="${padding}" y="${(name.length + 1) * line + 2}">${tile.label}</text>`
      : null,
  ];
  return html`<svg class="${tile.kind}" x="${percent(box.x, frame.width)}" y="${shortNumber(box.y)}" width="${percent(box.width, frame.width)}" height="${shortNumber(box.height)}"><title>${shortened(tile.name)}: ${tile.label}</title><rect width="100%" height="100%"/>${lines}</svg>`;
}

/** A name in lines of so many characters, broken between words; a longer word is a line of its own. */
function brokenName(name: string, characters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of shortened(name).split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && longer.length <= characters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The same in at most so many lines, cut where it is longer. */
function cutName(name: string, characters: number, most: number): readonly string[] {
  if (most < 1) return [];
  const lines = brokenName(name, characters);
  const shown = lines.slice(0, most).map((line) => shortened(line, characters));
  if (lines.length <= most) return shown;
  return [...shown.slice(0, -1), shortened(lines.slice(most - 1).join(" "), characters)];
}
