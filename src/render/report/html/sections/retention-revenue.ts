import { isObserved } from "../../../../analysis/retention/observed-periods.ts";
import type { RetentionRow } from "../../../../analysis/retention/retention-by-period.ts";
import { AMOUNT_SCALE } from "../../../../basics/money/amount.ts";
import type { FollowedContext } from "../../page-context.ts";
import { type Bar, barsMarkup } from "../charts/bars.ts";
import { plotMarkup } from "../charts/plot.ts";
import { roundTicks } from "../charts/ticks.ts";
import { html, type Markup } from "../markup.ts";
import { figureMarkup } from "../parts/figure.ts";

import { barsLegend, periodTicks } from "./retention-parts.ts";

/** Who brought the revenue of each period: new customers, or those who had ordered before. */
export function revenueFigure(context: FollowedContext, rows: readonly RetentionRow[]): Markup {
  const { text, language, money, roundMoney } = context;
  const most = Math.max(...rows.map(({ revenue }) => Number(revenue))) / AMOUNT_SCALE;
  const newest = rows.findLast((row) => isObserved(row) && row.revenue > 0n);
  if (newest === undefined || most <= 0) return html``;
  const ticks = roundTicks(most, true);
  const top = (ticks.at(-1) ?? 1) * AMOUNT_SCALE;
  const part = Number(newest.newRevenue) / Number(newest.revenue);
  const title = text.retention.revenueTitle(newest.period, part, roundMoney(newest.newRevenue));
  const bars = rows.map((row): Bar => {
    const before = row.revenue - row.newRevenue;
    const piece = (kind: string, value: bigint, what: string) => ({
      kind,
      height: Math.max(0, Number(value)) / top,
      hint: text.retention.money(row.period, what, roundMoney(value)),
    });
    return {
      partial: !row.complete,
      parts: [
        piece("kept", before, text.retention.returningRevenue),
        piece("new", row.newRevenue, text.retention.newRevenue),
      ],
    };
  });
  return figureMarkup(
    {
      id: "revenue-new",
      title,
      caption: text.retention.revenueCaption,
      chart: plotMarkup({
        description: text.retention.describe(title, rows.length),
        yTicks: ticks.map((tick) => ({ at: (tick * AMOUNT_SCALE) / top, label: language.count(tick) })),
        xTicks: periodTicks(context, rows),
        content: [barsMarkup(bars, 0.25)],
      }),
      legend: barsLegend(context, rows, [
        ["kept", text.retention.returningRevenue],
        ["new", text.retention.newRevenue],
      ]),
      table: {
        caption: title,
        columns: [
          { heading: text.period[context.overTime.retention.kind], isText: true },
          { heading: text.retention.newRevenue },
          { heading: text.retention.returningRevenue },
          { heading: text.retention.columns.revenue },
        ],
        rows: rows.map((row) => [
          row.complete ? text.periodName(row.period) : text.retention.incomplete(text.periodName(row.period)),
          money(row.newRevenue),
          money(row.revenue - row.newRevenue),
          money(row.revenue),
        ]),
      },
    },
    context,
  );
}
