/*
 * The sections of the HTML report, one file each, in the order in which ../page.ts puts them.
 */

import { development } from "../../development.ts";
import { beneath, findingSentence, spanOf } from "../../first-screen.ts";
import type { PageContext } from "../../page-context.ts";
import { html, type Markup } from "../markup.ts";
import { nameMarkup } from "../name.ts";

/** The top of the page: whose report it is, and the one finding that stands above everything else. */
export function opening(context: PageContext): Markup {
  const { text, ledger } = context;
  const aside = ledger.rows - ledger.usedRows;
  const leftOut = aside === 0 ? null : html` · <a href="#ledger">${text.scope.leftOut(aside)}</a>`;
  return html`<header>
<p class="soft small">${text.title} · ${nameMarkup(context.title, 120)} · <span class="whole">${spanOf(context)}</span>${leftOut}</p>
<h1>${findingSentence(context)}</h1>
<p class="under" id="lapsed">${beneath(context)}</p>${trendLine(context)}</header>
`;
}

/** Whether it is getting better: where the screen is too narrow to have the tiles beside the cards, that has to be said here. */
function trendLine(context: PageContext): Markup | null {
  const sentences = development(context);
  return sentences.length === 0 ? null : html`<p class="trend">${sentences.join(" ")}</p>`;
}
