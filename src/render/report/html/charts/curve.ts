import { area, line } from "d3-shape";
import { html, type Markup } from "../markup.ts";
import { stretched, stretchedPoint } from "./plot.ts";

/** A point of a curve, both as fractions 0 … 1 of the plot; `null` leaves a gap. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number | null;
}

/** A line through points. */
export function curveMarkup(points: readonly CurvePoint[], kind: string): Markup {
  const path = line<CurvePoint>()
    .defined(({ y }) => y !== null)
    .x(({ x }) => stretchedPoint(x, 0)[0])
    .y(({ y }) => stretchedPoint(0, y ?? 0)[1])
    .digits(2)(points);
  return stretched([html`<path class="${kind}" d="${path ?? ""}"/>`]);
}

/** The space between a line below and a line above, or down to the axis. */
export function bandMarkup(
  points: readonly { readonly x: number; readonly low: number | null; readonly high: number | null }[],
  kind: string,
): Markup {
  const path = area<(typeof points)[number]>()
    .defined(({ low, high }) => low !== null && high !== null)
    .x(({ x }) => stretchedPoint(x, 0)[0])
    .y0(({ low }) => stretchedPoint(0, low ?? 0)[1])
    .y1(({ high }) => stretchedPoint(0, high ?? 0)[1])
    .digits(2)(points);
  return stretched([html`<path class="${kind}" d="${path ?? ""}"/>`]);
}
