import { html, type Markup } from "../markup.ts";
import { shortNumber, xAt, yAt } from "./plot.ts";

/** One part of a bar, from the bottom up. */
export interface BarPart {
  /** The class that gives its colour. */
  readonly kind: string;
  /** Height as a fraction of the plot, ≥ 0. */
  readonly height: number;
  /** Shown when the pointer rests on it. */
  readonly hint: string;
}

export interface Bar {
  readonly parts: readonly BarPart[];
  /** Not complete yet: hatched. */
  readonly partial?: boolean;
}

/** Bars side by side, each as wide as its share of the plot, with a small gap. */
export function barsMarkup(bars: readonly Bar[], gap: number): Markup {
  return html`${bars.map((bar, index) => barMarkup(bar, { from: index / bars.length, width: 1 / bars.length, gap }))}`;
}

function barMarkup(
  { parts, partial = false }: Bar,
  { from, width, gap }: { from: number; width: number; gap: number },
): Markup {
  const [x, w] = [xAt(from + (width * gap) / 2), xAt(width * (1 - gap))];
  let bottom = 0;
  const drawn = parts.map(({ kind, height, hint }) => {
    const top = bottom + height;
    const place = { y: yAt(top), height: shortNumber(yAt(bottom) - yAt(top)) };
    bottom = top;
    if (height <= 0) return null;
    return html`<rect class="${kind}" x="${x}" y="${place.y}" width="${w}" height="${place.height}"><title>${hint}</title></rect>`;
  });
  if (!partial) return html`${drawn}`;
  return html`${drawn}<rect class="hatch" x="${x}" y="${yAt(bottom)}" width="${w}" height="${shortNumber(yAt(0) - yAt(bottom))}"/>`;
}
