import { isObserved } from "../../../../analysis/retention/observed-periods.ts";
import type { RetentionRow } from "../../../../analysis/retention/retention-by-period.ts";
import { AMOUNT_SCALE } from "../../../../basics/money/amount.ts";
import { UNKNOWN } from "../../../language/language.ts";
import { retentionSentence } from "../../../sentences/retention-sentences.ts";
import { type Bar, barsMarkup } from "../charts/bars.ts";
import { curveMarkup } from "../charts/curve.ts";
import { plotMarkup, type Tick, xAt, yAt } from "../charts/plot.ts";
import { everyNth, roundTicks } from "../charts/ticks.ts";
import { html, type Markup } from "../markup.ts";
import type { FollowedContext, PageContext } from "../page-context.ts";
import { figureMarkup, insteadOfChart } from "../parts/figure.ts";
import type { NumberTable } from "../parts/number-table.ts";

/** So many periods fit into a chart; older ones are in the JSON report. */
const PERIODS_SHOWN = 24;
const LABELS = 6;

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

function periodTicks({ text }: PageContext, rows: readonly RetentionRow[]): readonly Tick[] {
  const every = everyNth(rows.length, LABELS);
  return rows.flatMap(({ period }, index) =>
    index % every === 0
      ? [{ at: (index + 0.5) / rows.length, label: text.shortPeriod(period), isMinor: index % (2 * every) !== 0 }]
      : [],
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
  const legend = html`<ul class="legend">${(["kept", "back", "new"] as const).map(
    (kind) => html`<li><span class="chip ${kind}"></span>${text.retention[kind]}</li>`,
  )}${rows.some(({ complete }) => !complete) ? html`<li><span class="chip part"></span>${text.retention.partial}</li>` : null}</ul>`;
  const table = retentionNumbers(context, rows, title);
  return figureMarkup(
    { id: "retention-customers", title, caption: text.retention.countCaption, chart, legend, table },
    context,
  );
}

/** Who brought the revenue of each period: new customers, or those who had ordered before. */
function revenueFigure(context: FollowedContext, rows: readonly RetentionRow[]): Markup {
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
      legend: html`<ul class="legend"><li><span class="chip kept"></span>${text.retention.returningRevenue}</li><li><span class="chip new"></span>${text.retention.newRevenue}</li></ul>`,
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

function rateFigure(context: FollowedContext, rows: readonly RetentionRow[]): Markup {
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
      html`<text class="named outlined" x="4" y="${yAt(pooledRetention / most) - 7}">${text.retention.average(pooledRetention)}</text>`,
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

function retentionNumbers(context: FollowedContext, rows: readonly RetentionRow[], caption: string): NumberTable {
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
