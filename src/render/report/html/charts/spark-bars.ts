import { html, type Markup } from "../markup.ts";
import { shortNumber, xAt } from "./plot.ts";

const HEIGHT = 28;
const GAP = 0.2;

/** Small bars side by side, the newest dark; a value that is not known is a gap. Values of 0 or less have no height. */
export function sparkBars(values: readonly (number | null)[]): Markup {
  const most = Math.max(...values.map((value) => value ?? 0));
  const bars = values.map((value, index) => {
    if (value === null || value <= 0) return null;
    const height = Math.max(1, (value / most) * HEIGHT);
    const kind = index === values.length - 1 ? "now" : "past";
    return html`<rect class="${kind}" x="${xAt((index + GAP / 2) / values.length)}" y="${shortNumber(HEIGHT - height)}" width="${xAt((1 - GAP) / values.length)}" height="${shortNumber(height)}"/>`;
  });
  return html`<svg class="spark" aria-hidden="true" width="100%" height="${HEIGHT}">${bars}</svg>`;
}
