import type { Band } from "../../page-context.ts";
import { html, type Markup } from "../markup.ts";

/** One outline for each colour, so that groups can be told without it: disc, triangle up, square, triangle down, diamond. */
const OUTLINES: readonly string[] = [
  "M6 .5A5.5 5.5 0 1 1 5.99 .5Z",
  "M6 .5 11.5 11 .5 11Z",
  "M1 1H11V11H1Z",
  "M.5 1H11.5L6 11.5Z",
  "M6 0 12 6 6 12 0 6Z",
];

/** The sign of a kind of group: its colour and its shape. What it stands for is said beside it. */
export function groupShape(band: Band | null): Markup {
  return html`<svg class="shape" aria-hidden="true" width="12" height="12" viewBox="0 0 12 12"><path class="band-${band ?? 2}" d="${OUTLINES[band ?? 2] ?? ""}"/></svg>`;
}
