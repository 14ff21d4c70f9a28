import type { PageContext } from "../../page-context.ts";
import { bandMarkup, curveMarkup } from "../charts/curve.ts";
import { plotMarkup, xAt, yAt } from "../charts/plot.ts";
import { roundTicks } from "../charts/ticks.ts";
import { html, type Markup } from "../markup.ts";
import { figureMarkup, insteadOfChart } from "../parts/figure.ts";

/** Every twentieth of the customers has a row in the table. */
const TABLE_STEP = 5;

/** Who brings the revenue: the Lorenz curve from its rich end. */
export function concentrationSection(context: PageContext): Markup {
  const { text, language } = context;
  if (!language.hasMoney) return html``;
  return html`<section aria-labelledby="concentration"><h2 id="concentration">${text.concentration.heading}</h2>
<div class="plain">${concentrationFigure(context)}</div></section>
`;
}

/** Where the line rises less than this over the whole, nobody can see it. */
const VISIBLE_PEAK = 1.01;

function concentrationFigure(context: PageContext): Markup {
  const { text, report, language, money } = context;
  const { concentration } = report;
  const id = "curve-concentration";
  if (concentration === null) return insteadOfChart(id, text.concentration.noneTitle, text.concentration.none);
  if (report.headline.customers < 2) return insteadOfChart(id, text.concentration.noneTitle, text.concentration.one);
  const { topFifth, half, negative, peak, points } = concentration;
  const title = text.concentration.title(topFifth.customerShare, topFifth.revenueShare);
  const sentences = [
    text.concentration.half(half.customers, half.customerShare),
    ...(negative === 0
      ? []
      : [
          text.concentration.negative(
            negative,
            peak < VISIBLE_PEAK ? null : peak,
            report.segmented.customers.windowStart,
          ),
        ]),
  ];
  const every = points.length > 100 ? TABLE_STEP : 1;
  return figureMarkup(
    {
      id,
      title,
      caption: `${text.concentration.caption} ${sentences.join(" ")}`,
      chart: concentrationPlot(context, concentration, title),
      table: {
        caption: title,
        columns: [
          { heading: text.concentration.columns.customers },
          { heading: text.concentration.columns.part },
          { heading: text.concentration.columns.revenue },
          { heading: text.concentration.columns.revenuePart },
        ],
        rows: points
          .filter((_, index) => index % every === 0)
          .map((point) => [
            language.count(point.customers),
            language.share(point.customerShare),
            money(point.revenue),
            language.share(point.revenueShare),
          ]),
      },
    },
    context,
  );
}

const QUARTERS = [0, 0.25, 0.5, 0.75, 1] as const;

function concentrationPlot(
  context: PageContext,
  { points, topFifth }: NonNullable<PageContext["report"]["concentration"]>,
  title: string,
): Markup {
  const { text, language } = context;
  const most = Math.max(...points.map(({ revenueShare }) => revenueShare));
  const ticks = most < 1.25 ? QUARTERS : roundTicks(most);
  const top = Math.max(most, ticks.at(-1) ?? 1);
  const curve = points.map(({ customerShare, revenueShare }) => ({ x: customerShare, y: revenueShare / top }));
  const { customerShare: x, revenueShare } = topFifth;
  return plotMarkup({
    description: text.concentration.describe(title),
    yTicks: ticks.map((tick) => ({ at: tick / top, label: context.tickShare(tick) })),
    xTicks: QUARTERS.map((at) => ({
      at,
      isMinor: at === 0.5 || at === 0.75, // beside the last label, which is the longest
      label: at === 1 ? text.concentration.axis(context.tickShare(at)) : context.tickShare(at),
    })),
    content: [
      bandMarkup(
        curve.map((point) => ({ x: point.x, low: 0, high: point.y })),
        "range",
      ),
      curveMarkup(
        [
          { x: 0, y: 0 },
          { x: 1, y: 1 / top },
        ],
        "even",
      ),
      curveMarkup(curve, "curve"),
      html`<line class="mark" x1="${xAt(x)}" x2="${xAt(x)}" y1="${yAt(revenueShare / top)}" y2="${yAt(0)}"/>`,
      html`<circle class="dot" cx="${xAt(x)}" cy="${yAt(revenueShare / top)}" r="5"/>`,
      html`<text class="marked in-range" x="${xAt(x + 0.02)}" y="${yAt(revenueShare / top) + 16}">${language.share(revenueShare)}</text>`,
    ],
  });
}
