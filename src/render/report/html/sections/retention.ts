import { isObserved } from "../../../../analysis/retention/observed-periods.ts";
import type { RetentionRow } from "../../../../analysis/retention/retention-by-period.ts";
import type { FollowedContext } from "../../page-context.ts";
import { type Bar, barsMarkup } from "../charts/bars.ts";
import { plotMarkup } from "../charts/plot.ts";
import { roundTicks } from "../charts/ticks.ts";
import { html, type Markup } from "../markup.ts";
import { figureMarkup, insteadOfChart } from "../parts/figure.ts";

import { barsLegend, periodTicks, retentionNumbers } from "./retention-parts.ts";
import { rateFigure } from "./retention-rate.ts";
import { revenueFigure } from "./retention-revenue.ts";

/** So many periods fit into a chart; older ones are in the JSON report. */
const PERIODS_SHOWN = 24;

/** Who comes back from period to period. */
export function retentionSection(context: FollowedContext): Markup {
  const { text, overTime } = context;
  const { kind, rows } = overTime.retention;
  const shown = rows.slice(-PERIODS_SHOWN);
  return html`<section aria-labelledby="retention"><h2 id="retention">${text.retention.heading(kind)}</h2>
<p>${text.retention.intro(kind)}${shown.some(({ complete }) => !complete) ? ` ${text.retention.hatched(kind)}` : ""}</p>
${shown.length < rows.length ? html`<p class="small soft">${text.retention.newest(shown.length, rows.length)}</p>` : null}
<div class="pair">${shown.length < 2 ? onePeriod(context, shown) : html`${countFigure(context, shown)}${rateFigure(context, shown)}${context.language.hasMoney ? revenueFigure(context, shown) : null}`}</div></section>
`;
}

function onePeriod({ text, overTime }: FollowedContext, [row]: readonly RetentionRow[]): Markup {
  const { kind } = overTime.retention;
  return insteadOfChart(
    "retention-rate",
    text.retention.onePeriodTitle(kind),
    row === undefined ? "" : text.retention.onePeriod(text.periodName(row.period), row.customers, row.complete),
  );
}

function countFigure(context: FollowedContext, rows: readonly RetentionRow[]): Markup {
  const { text, language } = context;
  const ticks = roundTicks(Math.max(...rows.map(({ customers }) => customers)), true);
  const most = Math.max(1, ticks.at(-1) ?? 1);
  const newest = rows.findLast(isObserved) ?? rows.at(-1);
  const title = newest === undefined ? "" : text.retention.countTitle(newest.period, newest.customers);
  const bars = rows.map((row): Bar => {
    const hint = (what: string, amount: number): string => text.retention.hint(row.period, what, amount);
    return {
      partial: !row.complete,
      parts: [
        { kind: "kept", height: row.retained / most, hint: hint(text.retention.kept, row.retained) },
        { kind: "back", height: row.reactivated / most, hint: hint(text.retention.back, row.reactivated) },
        { kind: "new", height: row.new / most, hint: hint(text.retention.new, row.new) },
      ],
    };
  });
  const chart = plotMarkup({
    description: text.retention.describe(title, rows.length),
    yTicks: ticks.map((tick) => ({ at: tick / most, label: language.count(tick) })),
    xTicks: periodTicks(context, rows),
    content: [barsMarkup(bars, 0.25)],
  });
  const legend = barsLegend(
    context,
    rows,
    (["kept", "back", "new"] as const).map((kind) => [kind, text.retention[kind]]),
  );
  const table = retentionNumbers(context, rows, title);
  return figureMarkup(
    { id: "retention-customers", title, caption: text.retention.countCaption, chart, legend, table },
    context,
  );
}
