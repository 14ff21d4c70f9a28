/*
 * Parts that several sections of the HTML report are made of: figures, and tables of numbers or shades.
 */

import type { PageContext } from "../../page-context.ts";
import { html, type Markup } from "../markup.ts";
import { type NumberTable, numberTable } from "./number-table.ts";

/** A chart with everything that belongs to it. */
export interface Figure {
  /** Unique on the page; also the anchor. */
  readonly id: string;
  /** The finding, as a sentence. */
  readonly title: string;
  /** What is drawn, and how to read it. */
  readonly caption: string;
  readonly chart: Markup;
  readonly legend?: Markup | null;
  /** The numbers behind it, one click away; `null` where the chart is a table itself. */
  readonly table: NumberTable | null;
}

/** A chart under its finding, with its numbers folded away below. */
export function figureMarkup(
  { id, title, caption, chart, legend = null, table }: Figure,
  context: PageContext,
): Markup {
  return html`<figure id="${id}" class="figure">
<figcaption><h3>${title}</h3><p>${caption}</p></figcaption>
${chart}
${legend}
${table === null ? null : html`<details><summary>${context.text.showNumbers}</summary>${numberTable({ ...table, caption: `${table.caption} (${context.text.numbers})` })}</details>`}
</figure>
`;
}

/** What stands where a chart would say less than a sentence, or something untrue. */
export function insteadOfChart(id: string, title: string, why: string): Markup {
  return html`<div id="${id}" class="figure instead"><h3>${title}</h3><p>${why}</p></div>
`;
}
