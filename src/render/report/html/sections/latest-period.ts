import type { PeriodFigures } from "../../../../analysis/report/latest-period.ts";
import type { Change, Compared, PeriodChange } from "../../../../analysis/report/period-changes.ts";
import { UNKNOWN } from "../../../language/language.ts";
import { shownDifference, signedShare } from "../../../language/signed-share.ts";
import { yearSentence } from "../../../sentences/year-sentence.ts";
import type { FollowedContext, PageContext } from "../../page-context.ts";
import { sparkBars } from "../charts/spark-bars.ts";
import { html, type Markup } from "../markup.ts";
import { numberTable } from "../parts/number-table.ts";

/** The figures that stand as tiles; the table below has the others too. */
const TILES: readonly Compared[] = ["revenue", "customers", "newCustomers", "retentionRate"];

/** The figures of the newest complete period with their bars and changes, or of everything where there is none. */
export function latestTiles(context: FollowedContext): Markup {
  const { text, overTime } = context;
  const { latest } = overTime.latest;
  const { kind } = overTime.retention;
  const heading = latest === null ? text.latest.all : text.latest.heading(latest.period, kind);
  const below = latest === null ? text.latest.none(kind) : text.latest.bars(overTime.latest.recent.length, kind);
  const tiles = latest === null ? totals(context) : TILES.map((figure) => tile(context, figure));
  return html`<section aria-labelledby="latest"><h2 id="latest" class="kicker">${heading}</h2>
${yearLine(context)}<p class="small soft">${below}</p>
<dl class="tiles">${tiles}</dl>
${latest === null ? null : changeTable(context, latest)}</section>
`;
}

/** The figures of everything, and why there are none of single periods. */
export function totalTiles(context: PageContext): Markup {
  const { text, language } = context;
  return html`<section aria-labelledby="latest"><h2 id="latest" class="kicker">${text.latest.all}</h2>
<p class="small soft">${language.words.ofCustomers.leftOut}</p>
<dl class="tiles">${totals(context)}</dl></section>
`;
}

function totals({ text, report: { headline }, language, roundMoney, average }: PageContext): readonly Markup[] {
  const { averageOrderValue } = headline;
  const [revenue, value] = [
    roundMoney(headline.revenue),
    averageOrderValue === null ? UNKNOWN : average(averageOrderValue),
  ];
  return [
    ...(language.hasMoney ? [[text.latest.revenue, revenue]] : []),
    [text.latest.customers, language.count(headline.customers)],
    [text.latest.orders, language.count(headline.orders)],
    ...(language.hasMoney ? [[text.latest.averageOrderValue, value]] : []),
  ].map(
    ([label = "", value = ""]) => html`<div><dt>${label}</dt><dd class="big">${value}</dd></div>
`,
  );
}

function tile(context: FollowedContext, figure: Compared): Markup {
  const { overTime } = context;
  const found = overTime.changes.find((change) => change.figure === figure);
  if (found === undefined) return html``;
  const bars = overTime.latest.recent.map(({ figures }) => figures?.[figure] ?? null);
  const lines = [...changesOf(context, found), ...intervalOf(context, figure)];
  return html`<div><dt>${labelOf(context, figure)}</dt><dd class="big">${valueText(context, figure, found.value)}</dd>
<dd>${sparkBars(bars.map((value) => (value === null ? null : Number(value))))}</dd>${lines.length === 0 ? null : html`<dd class="change">${lines.map((line) => html`<span>${line}</span>`)}</dd>`}</div>
`;
}

function labelOf({ text, overTime }: FollowedContext, figure: Compared): string {
  return figure === "retentionRate" ? text.latest.retentionRate(overTime.retention.kind) : text.latest[figure];
}

function valueText(
  { language, roundMoney, average }: PageContext,
  figure: Compared,
  value: number | bigint | null,
): string {
  if (value === null) return UNKNOWN;
  if (figure === "revenue") return roundMoney(value);
  if (figure === "averageOrderValue") return average(Number(value));
  return figure === "retentionRate" ? language.share(Number(value)) : language.count(value);
}

function changesOf(context: PageContext, { figure, value, before, yearBefore }: PeriodChange): readonly string[] {
  if (value === null) return [];
  return [before, yearBefore].flatMap((change) =>
    change === null ? [] : [changeText(context, { figure, value, change })],
  );
}

function changeText(
  context: PageContext,
  {
    figure,
    value,
    change: { period, was, change, isChance },
  }: {
    readonly figure: Compared;
    readonly value: number | bigint;
    readonly change: Change;
  },
): string {
  const { latest } = context.text;
  if (was === null) return latest.unknown(period);
  const [now, then] = [valueText(context, figure, value), valueText(context, figure, was)];
  if (was === value || (figure === "retentionRate" && now === then)) return latest.same(period);
  if (change === null) return latest.unknownChange(then, period);
  if (figure !== "retentionRate") return (change > 0 ? latest.up : latest.down)(Math.abs(change), period);
  const points = shownDifference(Number(value), Number(was));
  return (points > 0 ? latest.pointsUp : latest.pointsDown)(points, period, isChance === true);
}

/** How the last twelve months went, in bold above the tiles: a good month may lie in a bad year. */
function yearLine({ overTime, language, roundMoney }: FollowedContext): Markup | null {
  const { trailingYear, retention } = overTime;
  const text = yearSentence(trailingYear, { kind: retention.kind, money: roundMoney, language });
  return text === null
    ? null
    : html`<p class="year">${text}</p>
`;
}

/** How far chance alone could move the rate. */
function intervalOf({ text, overTime }: FollowedContext, figure: Compared): readonly string[] {
  const { retentionLow: low = null, retentionHigh: high = null } = overTime.latest.latest ?? {};
  return figure !== "retentionRate" || low === null || high === null ? [] : [text.latest.interval(low, high)];
}

/** All figures of the newest period beside those that it is compared with. */
function changeTable(context: FollowedContext, { period }: PeriodFigures): Markup {
  const { text, overTime } = context;
  const earlier = (["before", "yearBefore"] as const).filter((side) =>
    overTime.changes.some((one) => one[side]?.was != null),
  );
  const { columns } = text.latest;
  const table = numberTable({
    caption: `${text.latest.heading(period, overTime.retention.kind)} (${text.numbers})`,
    columns: [
      { heading: columns.figure, isText: true },
      { heading: text.shortPeriod(period) },
      ...earlier.flatMap((side) => [
        { heading: text.shortPeriod(overTime.changes[0]?.[side]?.period ?? "") },
        { heading: columns.change },
      ]),
    ],
    rows: overTime.changes.map((one) => [
      labelOf(context, one.figure),
      valueText(context, one.figure, one.value),
      ...earlier.flatMap((side) => {
        const was = one[side]?.was ?? null;
        return [valueText(context, one.figure, was), shortChange(context, one, one[side])];
      }),
    ]),
  });
  return html`<details><summary>${text.showNumbers}</summary>${table}</details>`;
}

function shortChange({ language }: PageContext, { figure, value: now }: PeriodChange, then: Change | null): string {
  const change = then?.change ?? null;
  if (change === null) return UNKNOWN;
  if (figure !== "retentionRate") return signedShare(change, language);
  return language.words.report.latest.points(Math.round(shownDifference(Number(now), Number(then?.was)) * 1000));
}
