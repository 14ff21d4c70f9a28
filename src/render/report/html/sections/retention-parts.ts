import type { RetentionRow } from "../../../../analysis/retention/retention-by-period.ts";
import { UNKNOWN } from "../../../language/language.ts";
import type { FollowedContext, PageContext } from "../../page-context.ts";
import type { Tick } from "../charts/plot.ts";
import { everyNth } from "../charts/ticks.ts";
import { html, type Markup } from "../markup.ts";
import type { NumberTable } from "../parts/number-table.ts";

const LABELS = 6;
/** Of labels longer than `May 2011`, such as `wk 11, 2024`, two have room on a small phone, and twice as many elsewhere. */
const LONG_LABELS = 4;
const LONG = 9;

/** The labels of the time axis. */
export function periodTicks({ text }: PageContext, rows: readonly RetentionRow[]): readonly Tick[] {
  const labels = rows.map(({ period }) => text.shortPeriod(period));
  const areLong = labels.some((label) => label.length > LONG);
  const every = everyNth(rows.length, areLong ? LONG_LABELS : LABELS);
  return labels.flatMap((label, index) =>
    index % every === 0 ? [{ at: (index + 0.5) / rows.length, label, isMinor: index % (2 * every) !== 0 }] : [],
  );
}

/** What the parts of the bars are, by kind and name, and what hatched bars are where there are any. */
export function barsLegend(
  { text }: PageContext,
  rows: readonly RetentionRow[],
  parts: readonly (readonly [kind: string, name: string])[],
): Markup {
  const hasPart = rows.some(({ complete }) => !complete);
  const items = hasPart ? [...parts, ["part", text.retention.partial] as const] : parts;
  return html`<ul class="legend">${items.map(([kind, name]) => html`<li><span class="chip ${kind}"></span>${name}</li>`)}</ul>`;
}

/** The numbers under the charts of customers and of rates. */
export function retentionNumbers(
  context: FollowedContext,
  rows: readonly RetentionRow[],
  caption: string,
): NumberTable {
  const { text, language, overTime, money } = context;
  const { columns } = text.retention;
  const count = (value: number | null): string => (value === null ? UNKNOWN : language.count(value));
  return {
    caption,
    columns: [
      { heading: text.period[overTime.retention.kind], isText: true },
      { heading: columns.customers },
      { heading: columns.kept },
      { heading: columns.back },
      { heading: columns.new },
      { heading: columns.before },
      { heading: columns.rate },
      { heading: columns.orders },
      { heading: columns.revenue, isLeftOut: !language.hasMoney },
    ],
    rows: rows.map((row) => [
      row.complete ? text.periodName(row.period) : text.retention.incomplete(text.periodName(row.period)),
      language.count(row.customers),
      language.count(row.retained),
      language.count(row.reactivated),
      language.count(row.new),
      count(row.before),
      row.retentionRate === null ? UNKNOWN : language.share(row.retentionRate),
      language.count(row.orders),
      money(row.revenue),
    ]),
  };
}
