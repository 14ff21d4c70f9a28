import type { RetentionRow } from "../../../../analysis/retention/retention-by-period.ts";
import { retentionSentence } from "../../../sentences/retention-sentences.ts";
import type { FollowedContext, PageContext } from "../../page-context.ts";
import { curveMarkup } from "../charts/curve.ts";
import { plotMarkup, xAt, yAt } from "../charts/plot.ts";
import { roundTicks } from "../charts/ticks.ts";
import { html, type Markup } from "../markup.ts";
import { figureMarkup, insteadOfChart } from "../parts/figure.ts";

import { periodTicks, retentionNumbers } from "./retention-parts.ts";

/** The retention rate of each period with its interval, and the average as a line. */
export function rateFigure(context: FollowedContext, rows: readonly RetentionRow[]): Markup {
  const { text, overTime, language } = context;
  const { pooledRetention, periodsPooled, kind } = overTime.retention;
  const rated = rows.flatMap(({ retentionRate, retentionHigh }) =>
    retentionRate === null ? [] : [Math.max(retentionRate, retentionHigh ?? 0)],
  );
  const last = rows.findLast(({ retentionRate }) => retentionRate !== null);
  if (pooledRetention === null || last === undefined) {
    return insteadOfChart("retention-rate", text.retention.noneTitle, text.retention.none(kind));
  }
  const ticks = roundTicks(Math.min(1, Math.max(...rated)));
  const most = Math.max(0.01, ticks.at(-1) ?? 1);
  const title = text.retention.rateTitle(last.period, last.retained, last.before ?? 0, last.retentionRate ?? 0);
  const chart = plotMarkup({
    description: text.retention.describe(title, rows.length),
    yTicks: ticks.map((tick) => ({ at: tick / most, label: context.tickShare(tick) })),
    xTicks: periodTicks(context, rows),
    content: [
      html`${rows.map((row, index) => rateMarkup(context, row, { at: (index + 0.5) / rows.length, width: 1 / rows.length, most }))}`,
      curveMarkup(
        [
          { x: 0, y: pooledRetention / most },
          { x: 1, y: pooledRetention / most },
        ],
        "even",
      ),
    ],
  });
  return figureMarkup(
    {
      id: "retention-rate",
      title,
      caption: text.retention.rateCaption(pooledRetention, periodsPooled),
      legend: html`<p>${retentionSentence(overTime.retention, language, text.periodName)}</p>`,
      chart,
      table: retentionNumbers(context, rows, title),
    },
    context,
  );
}

function rateMarkup(
  { text }: PageContext,
  row: RetentionRow,
  { at, width, most }: { readonly at: number; readonly width: number; readonly most: number },
): Markup {
  if (!row.complete) {
    return html`<rect class="partial-band" x="${xAt(at - width / 2)}" y="${yAt(1)}" width="${xAt(width)}" height="${yAt(0) - yAt(1)}"/>`;
  }
  const { retentionRate: rate, retentionLow: low, retentionHigh: high } = row;
  if (rate === null) return html``;
  const whisker =
    low === null || high === null
      ? null
      : html`<line class="whisker" x1="${xAt(at)}" x2="${xAt(at)}" y1="${yAt(low / most)}" y2="${yAt(high / most)}"/>`;
  return html`${whisker}<circle class="dot" cx="${xAt(at)}" cy="${yAt(rate / most)}" r="5"><title>${text.retention.rateHint(row.period, rate)}</title></circle>`;
}
