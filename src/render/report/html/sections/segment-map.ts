import { byWeight, type SegmentSummary } from "../../../../analysis/segments/summarise-segments.ts";
import { UNKNOWN } from "../../../language/language.ts";
import type { PageContext } from "../../page-context.ts";
import { shortNumber } from "../charts/plot.ts";
import { html, type Insertable, type Markup } from "../markup.ts";
import { nameInText, nameMarkup } from "../name.ts";
import { figureMarkup, insteadOfChart } from "../parts/figure.ts";
import { groupShape } from "../parts/group-shape.ts";
import { numberTable } from "../parts/number-table.ts";

const ID = "segment-map";

/** One row per group, the largest revenue first: its share of customers beside that of revenue, and what is typical of it. */
export function segmentMap(context: PageContext): Markup {
  const { text, report, language } = context;
  const groups = report.segments.segments.filter(({ customers }) => customers > 0).toSorted(byWeight(report.segments));
  const [first] = groups;
  if (groups.length < 2 || first === undefined) {
    const name = nameInText(first?.segment ?? "");
    return insteadOfChart(ID, text.segments.oneGroupTitle, text.segments.oneGroup(name, report.segments.customers));
  }
  const [title, ...others] = findings(context, groups);
  const most = Math.max(
    ...groups.flatMap(({ customerShare, revenueShare }) => [customerShare ?? 0, revenueShare ?? 0]),
  );
  return figureMarkup(
    {
      id: ID,
      title: title ?? "",
      caption: [...others.map((finding) => `${finding}.`), text.segments.mapCaption].join(" "),
      chart: numberTable({
        caption: title ?? "",
        columns: [
          { heading: text.columns.segment, isText: true },
          { heading: text.columns.customers, isText: true },
          { heading: text.columns.revenue, isText: true, isLeftOut: !language.hasMoney },
          { heading: text.segments.perCustomer, isLeftOut: !language.hasMoney },
          { heading: text.segments.silence },
        ],
        rows: groups.map((group) => rowOf(context, group, most)),
      }),
      table: null,
    },
    context,
  );
}

/** Which group brings the most, and which is the largest. */
function findings({ text, report }: PageContext, groups: readonly SegmentSummary[]): readonly string[] {
  const [richest] = groups;
  const [largest] = groups.toSorted((a, b) => b.customers - a.customers);
  return [
    ...(report.segments.revenue > 0n && richest !== undefined
      ? [text.segments.byRevenue(nameInText(richest.segment), richest.revenueShare ?? 0)]
      : []),
    ...(largest === undefined
      ? []
      : [text.segments.byCustomers(nameInText(largest.segment), largest.customerShare ?? 0)]),
  ];
}

function rowOf(context: PageContext, summary: SegmentSummary, most: number): readonly Insertable[] {
  const { language, roundMoney, average, bandOf } = context;
  const { customers, customerShare, revenue, revenueShare, revenuePerCustomer, medianRecencyDays } = summary;
  const bar = (share: number | null): Markup => shareBar(bandOf(summary), most > 0 ? (share ?? 0) / most : 0);
  const share = (value: number | null): Insertable =>
    value === null ? null : html` <span class="soft">${language.share(value)}</span>`;
  return [
    html`${groupShape(bandOf(summary))} ${nameMarkup(summary.segment)}`,
    html`${language.count(customers)}${share(customerShare)}${bar(customerShare)}`,
    html`${roundMoney(revenue)}${share(revenueShare)}${bar(revenueShare)}`,
    revenuePerCustomer === null ? UNKNOWN : average(revenuePerCustomer),
    medianRecencyDays === null ? UNKNOWN : language.number(medianRecencyDays),
  ];
}

/** A bar under a number; a share below 0 has none. */
function shareBar(band: number | null, part: number): Markup {
  const width = shortNumber(Math.max(0, part) * 100);
  return html`<svg class="share band-${band ?? 2}" aria-hidden="true" width="100%" height="8"><rect width="${width}%" height="8"/></svg>`;
}
