import { html, type Markup } from "../markup.ts";
import { apart } from "./ticks.ts";

/** Height of a plot with its axis, of the axis alone, and what is left free at the top, in CSS pixels. */
const HEIGHT = 240;
const AXIS_HEIGHT = 26;
const TOP = 18;
/** Room for the numbers on the left, at least, and what one digit of them takes. */
const LEFT = 52;
const DIGIT = 7.2;

/** A number on an axis. */
export interface Tick {
  /** 0 … 1 along the axis, from the left or from the bottom. */
  readonly at: number;
  readonly label: string;
  /** Left out where the page is narrow. */
  readonly isMinor?: boolean;
}

/** A plot: what is drawn, between its axes. It is as wide as the page lets it be; heights are pixels, widths per cent. */
export interface Plot {
  /** What it shows, for those who cannot see it. */
  readonly description: string;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly content: readonly Markup[];
}

/** A fraction of the width as an SVG length. */
export function xAt(fraction: number): string {
  return `${shortNumber(fraction * 100)}%`;
}

/** A fraction of the height as pixels from the top. */
export function yAt(fraction: number): number {
  return Number(shortNumber(TOP + (1 - fraction) * (HEIGHT - AXIS_HEIGHT - TOP)));
}

/** At most two decimals: a hundredth of a pixel cannot be seen. */
export function shortNumber(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/** The frame of a plot: numbers on the left, fine lines across, labels below. */
export function plotMarkup({ description, xTicks, yTicks, content }: Plot): Markup {
  const left = Math.max(LEFT, ...yTicks.map(({ label }) => label.length * DIGIT + 12));
  const lines = yTicks.map(({ at }) => html`<line class="grid" x1="0" x2="100%" y1="${yAt(at)}" y2="${yAt(at)}"/>`);
  return html`<div class="plot" role="img" aria-label="${description}">
<svg aria-hidden="true" class="axis" width="${shortNumber(left)}" height="${HEIGHT}">${yTicks.map(
    ({ at, label }) => html`<text x="${shortNumber(left - 8)}" y="${yAt(at) + 4}" text-anchor="end">${label}</text>`,
  )}</svg>
<svg aria-hidden="true" class="area" width="100%" height="${HEIGHT}">${lines}${content}
${xTicks.map(
  ({ at, label, isMinor = false }) =>
    html`<text class="${isMinor ? "minor" : "major"}" x="${xAt(at)}" y="${HEIGHT - 6}" text-anchor="${anchorAt(at)}">${label}</text>`,
)}</svg>
</div>`;
}

/** A label at the right edge stays inside; at the left edge there is the room of the numbers. */
function anchorAt(at: number): string {
  return at > 0.96 ? "end" : "middle";
}

/** Labels beside the right end of a plot, kept apart. */
export function sideLabels(labels: readonly { readonly at: number; readonly label: string }[]): Markup {
  const places = apart(
    labels.map(({ at }) => -yAt(at)),
    LINE,
    { low: LINE / 2 - HEIGHT + AXIS_HEIGHT, high: -LINE / 2 },
  );
  return html`<svg aria-hidden="true" class="side" width="${SIDE}" height="${HEIGHT}">${labels.map(
    ({ label }, index) => html`<text class="named" x="8" y="${shortNumber(4 - (places[index] ?? 0))}">${label}</text>`,
  )}</svg>`;
}

/** The height of a line of text, and the width of the labels beside a plot. */
const LINE = 17;
const SIDE = 172;

/** Draws into the plot's area with x and y as fractions 0 … 1: lines keep their width however wide the page is. */
export function stretched(content: readonly Markup[]): Markup {
  const height = HEIGHT - AXIS_HEIGHT - TOP;
  return html`<svg x="0" y="${TOP}" width="100%" height="${height}" viewBox="0 0 1000 1000" preserveAspectRatio="none">${content}</svg>`;
}

/** A point of {@link stretched}. */
export function stretchedPoint(x: number, y: number): [number, number] {
  return [Math.round(x * 100_000) / 100, Math.round((1 - y) * 100_000) / 100];
}
