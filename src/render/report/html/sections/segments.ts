import { FAMILIES } from "../../../../analysis/segments/family.ts";
import { byWeight, type SegmentSummary } from "../../../../analysis/segments/summarise-segments.ts";
import { UNKNOWN } from "../../../language/language.ts";
import { segmentAdvice, untoldSentence } from "../../../sentences/advice.ts";
import { aboutDays } from "../../../sentences/whole-days.ts";
import type { Band, PageContext } from "../../page-context.ts";
import { html, type Markup } from "../markup.ts";
import { nameInText, nameMarkup } from "../name.ts";
import { groupShape } from "../parts/group-shape.ts";
import { segmentMap } from "./segment-map.ts";

/** The groups by size and by revenue, and what to do about each. */
export function segmentSection(context: PageContext): Markup {
  const { text } = context;
  return html`<section aria-labelledby="segments"><h2 id="segments">${text.segments.heading}</h2>
<p>${text.segments.intro(text.segments.howMuch)}</p>
${segmentMap(context)}
${bandLegend(context)}
<h3 id="what-to-do" class="kicker">${text.segments.tableHeading}</h3>
<p class="small soft">${text.segments.tableIntro}</p>
${untoldLine(context)}${actionTable(context)}
${leftOut(context)}</section>
`;
}

/** Why nothing is said of the groups, where that is so. */
function untoldLine({ report, language }: PageContext): Markup {
  const untold = untoldSentence(report.segments.yardstick, language);
  return untold === null
    ? html``
    : html`<p>${untold}</p>
`;
}

function inUse({ report }: PageContext): readonly SegmentSummary[] {
  return report.segments.segments.filter(({ customers }) => customers > 0);
}

function bandLegend({ text, hasFamilies }: PageContext): Markup {
  const { legend, families, fifthsLegend, fifths } = text.segments;
  const names = hasFamilies ? FAMILIES.map((family) => families[family]) : fifths;
  return html`<ul class="legend"><li>${hasFamilies ? legend : fifthsLegend}:</li>${names.map(
    (name, band) => html`<li>${groupShape(band as Band)} ${name}</li>`,
  )}</ul>
`;
}

/** The table of advice; on a phone each row is a block, and says so to screen readers as a table would. */
function actionTable(context: PageContext): Markup {
  const { text, language, report } = context;
  const shown = inUse(context).toSorted(byWeight(report.segments));
  const hasAdvice = shown.some((summary) => adviceFor(context, summary) !== null);
  const headings = [
    text.columns.segment,
    text.columns.customers,
    ...(language.hasMoney ? [text.columns.revenue] : []),
    text.segments.typicalCustomer,
    ...(hasAdvice ? [text.columns.whatToDo] : []),
  ];
  const rows = shown.map((summary) => actionRow(context, summary, hasAdvice));
  return html`<table class="actions" role="table"><thead role="rowgroup"><tr role="row">${headings.map(
    (heading) => html`<th scope="col" role="columnheader" class="text">${heading}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody></table>
`;
}

function actionRow(context: PageContext, summary: SegmentSummary, hasAdvice: boolean): Markup {
  const { text, language, roundMoney } = context;
  const { columns } = text;
  const share =
    summary.revenueShare === null ? null : html` <span class="soft">(${language.share(summary.revenueShare)})</span>`;
  const typical =
    summary.medianRecencyDays === null || summary.medianFrequency === null
      ? UNKNOWN
      : text.segments.typical(aboutDays(summary.medianRecencyDays), summary.medianFrequency);
  return html`<tr role="row"><th scope="row" role="rowheader" class="text">${groupShape(context.bandOf(summary))} ${nameMarkup(summary.segment)}</th>
<td role="cell" data-label="${columns.customers}">${language.count(summary.customers)} <span class="soft">(${language.share(summary.customerShare ?? 0)})</span></td>
${
  language.hasMoney
    ? html`<td role="cell" data-label="${columns.revenue}">${roundMoney(summary.revenue)}${share}</td>
`
    : null
}<td role="cell" data-label="${text.segments.typicalCustomer}">${typical}</td>
${hasAdvice ? html`<td role="cell" class="do">${adviceFor(context, summary)}</td>` : null}</tr>
`;
}

/** Who they are, what to do, what to avoid and what to watch; `null` where nothing may be said. */
function adviceFor({ text, report, language }: PageContext, summary: SegmentSummary): Markup | null {
  const { meaning, action, avoid, measure } = segmentAdvice(summary, report.segments, language);
  if ([meaning, action, avoid, measure].every((one) => one === "")) return null;
  return html`${meaning === "" ? null : html`<p>${meaning}</p>`}${action === "" ? null : html`<p><strong>${action}</strong></p>`}${avoid === "" ? null : html`<p class="small soft">${text.segments.avoid(avoid)}</p>`}${measure === "" ? null : html`<p class="small soft">${text.segments.watch(measure)}</p>`}`;
}

function leftOut(context: PageContext): Markup {
  const { text, report } = context;
  const { outsideWindow, segments } = report.segments;
  const empty = segments.filter(({ customers }) => customers === 0).map(({ segment }) => nameInText(segment));
  return html`${outsideWindow === 0 ? null : html`<p class="small soft">${text.segments.outsideWindow(outsideWindow)}</p>`}${
    empty.length === 0 ? null : html`<p class="small soft">${text.segments.empty(empty.join(", "))}</p>`
  }`;
}
