/*
 * The sections of the HTML report, one file each, in the order in which ../page.ts puts them.
 */

import { untoldSentence } from "../../../sentences/advice.ts";
import { findingSentence } from "../../first-screen.ts";
import { html, type Markup } from "../markup.ts";
import { nameMarkup } from "../name.ts";
import type { PageContext } from "../page-context.ts";
import { segmentsOfQuiet } from "./in-short.ts";

/** The top of the page: whose report it is, and the one finding that stands above everything else. */
export function opening(context: PageContext): Markup {
  const { text, ledger } = context;
  const aside = ledger.rows - ledger.usedRows;
  const leftOut = aside === 0 ? null : html` · <a href="#ledger">${text.scope.leftOut(aside)}</a>`;
  return html`<header>
<p class="soft small">${text.title} · ${nameMarkup(context.title, 120)} · ${spanOf(context)}${leftOut}</p>
<h1>${findingSentence(context)}</h1>
<p class="under" id="slipping">${beneath(context)}</p></header>
`;
}

/** The days that are looked at; the last one where the first is not known. */
export function spanOf({ text, report, language }: PageContext): string {
  const { since, segmented } = report;
  const { asOf } = segmented.customers;
  return since === null ? language.day(asOf) : text.lead.span(since, asOf);
}

/** What the headline rests on; where it is not about the silent, what is known of them. */
export function beneath(context: PageContext): string {
  const { text, report, language } = context;
  const { lapsing, segments } = report;
  const { quiet } = text;
  if (lapsing === null) {
    const why = untoldSentence(segments.yardstick, language);
    return why === null ? "" : `${quiet.untold}. ${why}`;
  }
  const { valuable, lapseDays } = lapsing;
  if (valuable.customers === 0) return `${quiet.none(lapseDays)}. ${quiet.measure(lapseDays)}`;
  return quiet.valuable(lapseDays, segmentsOfQuiet(valuable, context), valuable.revenueShare);
}
