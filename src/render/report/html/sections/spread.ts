import type { Distribution, DistributionBin } from "../../../../analysis/report/distribution.ts";
import { scoredDimensions } from "../../../../analysis/scores/score-customers.ts";
import { AMOUNT_SCALE } from "../../../../basics/money/amount.ts";
import type { PageContext } from "../../page-context.ts";
import { barsMarkup } from "../charts/bars.ts";
import { plotMarkup, shortNumber, type Tick, xAt, yAt } from "../charts/plot.ts";
import { apart, everyNth, roundTicks } from "../charts/ticks.ts";
import { html, type Markup } from "../markup.ts";
import { figureMarkup, insteadOfChart } from "../parts/figure.ts";

/** How recency, frequency and monetary value are spread, with the cut points drawn. */
export function spreadSection(context: PageContext): Markup {
  const { text, report } = context;
  return html`<section aria-labelledby="spread"><h2 id="spread">${text.spread.heading}</h2>
<p>${text.spread.intro}</p>
<div class="triple">${scoredDimensions(report.segmented).map((dimension) => spreadFigure(context, report.distributions[dimension]))}</div></section>
`;
}

function spreadFigure(context: PageContext, distribution: Distribution): Markup {
  const { text, language } = context;
  const { dimension, bins, distinct, median, least } = distribution;
  const id = `spread-${dimension}`;
  const customers = bins.reduce((sum, bin) => sum + bin.customers, 0);
  if (distinct < 2) {
    const value = `${text.spread.columns[dimension]}: ${valueText(context, distribution, least)}`;
    return insteadOfChart(id, text.spread.sameTitle[dimension], text.spread.same(value, customers));
  }
  const title =
    dimension === "monetary"
      ? text.spread.titles.monetary(context.money(median))
      : text.spread.titles[dimension](dimension === "recency" ? Math.floor(median) : median);
  const labels = bins.map((bin) => binText(context, distribution, bin));
  const hasLines = distribution.cutPoints.length > 0;
  return figureMarkup(
    {
      id,
      title,
      caption: `${text.spread.captions[dimension]}${hasLines ? "" : ` ${text.spread.noLines}`}`,
      chart: histogram(context, distribution, { title, labels }),
      table: {
        caption: title,
        columns: [
          { heading: text.spread.columns[dimension], isText: true },
          { heading: text.columns.customers },
          { heading: text.columns.shareOfCustomers },
        ],
        rows: bins.map((bin, index) => [
          labels[index] ?? "",
          language.count(bin.customers),
          language.share(bin.customers / customers),
        ]),
      },
    },
    context,
  );
}

const GAP = 0.12;

function histogram(
  context: PageContext,
  distribution: Distribution,
  { title, labels }: { readonly title: string; readonly labels: readonly string[] },
): Markup {
  const { text, language } = context;
  const { bins } = distribution;
  const ticks = roundTicks(Math.max(...bins.map(({ customers }) => customers)), true);
  const most = ticks.at(-1) ?? 1;
  const bars = bins.map(({ customers }, index) => ({
    parts: [{ kind: "bar", height: customers / most, hint: text.spread.hint(labels[index] ?? "", customers) }],
  }));
  return plotMarkup({
    description: text.spread.describe(title, bins.length),
    yTicks: ticks.map((tick) => ({ at: tick / most, label: language.count(tick) })),
    xTicks: binTicks(context, distribution),
    content: [barsMarkup(bars, GAP), ...cutLines(distribution)],
  });
}

const LABELS = 6;
/** Where three charts stand side by side, each has this many pixels at least; a digit takes so many, and between labels these are left. */
const [NARROW, DIGIT, BETWEEN] = [252, 7.2, 12];

/** Labels under the bins: the least value of a bin, in its middle where it holds a single value and else at its left edge. */
function binTicks(context: PageContext, distribution: Distribution): readonly Tick[] {
  const { bins, dimension, binWidth } = distribution;
  const isSingle = dimension !== "monetary" && binWidth === 1;
  const every = everyNth(bins.length, LABELS);
  const firstClosed = bins[0]?.over === null ? 1 : 0;
  const last = bins.at(-1);
  const endsOpen = last?.upTo === null;
  const openLabel = endsOpen ? labelOf(context, distribution, last) : "";
  return bins.flatMap(({ over, upTo }, index): Tick[] => {
    const isLast = index === bins.length - 1;
    if ((index - firstClosed) % every !== 0 && !(isLast && upTo === null)) return [];
    if (over === null && upTo === null) return [];
    const label = labelOf(context, distribution, { over, upTo });
    const needed = (openLabel.length + label.length / 2) * DIGIT + BETWEEN;
    const isNear = bins.length - 1 - index < every || (1 - index / bins.length) * NARROW < needed;
    if (!isLast && endsOpen && isNear) return [];
    const middle = isSingle || over === null || upTo === null;
    const isOpenEnd = isLast && upTo === null; // which is always named
    const isOdd = (index - firstClosed) % (2 * every) !== 0;
    return [
      {
        at: (index + (middle ? 0.5 : 0)) / bins.length,
        label,
        isMinor: !isOpenEnd && (isOdd || (endsOpen && bins.length - 1 - index < 2 * every)),
      },
    ];
  });
}

/** What stands under a bin: `7`, `4+` where it has no end. */
function labelOf(
  context: PageContext,
  distribution: Distribution,
  { over, upTo }: Pick<DistributionBin, "over" | "upTo">,
): string {
  const from = over === null ? upTo : distribution.dimension === "monetary" ? over : over + 1;
  const { orLess, orMore } = context.text.spread.short;
  const value = shortValue(context, distribution, from ?? 0);
  return over === null ? orLess(value) : upTo === null ? orMore(value) : value;
}

/** Dashed lines where one score ends and the next begins, and the scores between them. */
function cutLines(distribution: Distribution): readonly Markup[] {
  const { cutPoints, dimension } = distribution;
  const levels = cutPoints.length + 1;
  const places = cutPoints.map((cutPoint) => placeOf(distribution, cutPoint));
  const edges = places.map((place, index) => place ?? edgeOf(distribution, cutPoints[index] ?? 0));
  const lines = places.map((place) =>
    place === null
      ? null
      : html`<line class="halo" x1="${xAt(place)}" x2="${xAt(place)}" y1="${shortNumber(yAt(1))}" y2="${shortNumber(yAt(0))}"/><line class="mark" x1="${xAt(place)}" x2="${xAt(place)}" y1="${shortNumber(yAt(1))}" y2="${shortNumber(yAt(0))}"/>`,
  );
  const bands = Array.from({ length: levels }, (_, bin) => ({
    score: dimension === "recency" ? levels - bin : bin + 1,
    isEmpty: bin > 0 && bin < levels - 1 && cutPoints[bin - 1] === cutPoints[bin], // nobody has the score
    middle: ((edges[bin - 1] ?? 0) + (edges[bin] ?? 1)) / 2,
  })).filter(({ isEmpty }) => !isEmpty);
  const middles = apart(
    bands.map(({ middle }) => middle),
    SCORE_WIDTH,
    { low: 0, high: 1 },
  );
  const scores = bands.map(
    ({ score }, index) =>
      html`<text class="marked" x="${xAt(middles[index] ?? 0)}" y="11" text-anchor="middle">${score}</text>`,
  );
  return [...lines.filter((line) => line !== null), ...scores];
}

/** A score's number needs so much of the width. */
const SCORE_WIDTH = 0.05;

/** The same for a value in an open bin: the bin's middle. */
function edgeOf({ bins }: Distribution, value: number): number {
  const isBelow = bins[0]?.over === null && value <= (bins[0]?.upTo ?? 0);
  return (isBelow ? 0.5 : bins.length - 0.5) / bins.length;
}

/** Where a value stands on the axis, 0 … 1; `null` where it is in an open bin, which has no scale. */
function placeOf({ bins, binWidth }: Distribution, value: number): number | null {
  const index = bins.findIndex(({ over, upTo }) => over !== null && upTo !== null && value >= over && value <= upTo);
  const bin = bins[index];
  if (bin === undefined || bin.over === null) return null;
  return (index + (value - bin.over) / binWidth) / bins.length;
}

/** The values of a bin in words: `7 – 13`, `4 or more`, `over 200.00, to 300.00`. */
function binText(context: PageContext, distribution: Distribution, { over, upTo }: DistributionBin): string {
  const { spread } = context.text;
  const value = (amount: number): string => valueText(context, distribution, amount);
  if (over === null) return upTo === null ? "" : spread.orLess(value(upTo));
  if (distribution.dimension === "monetary") {
    return upTo === null ? spread.over(value(over)) : spread.overUpTo(value(over), value(upTo));
  }
  if (upTo === null) return spread.orMore(value(over + 1));
  return upTo === over + 1 ? value(upTo) : spread.between(value(over + 1), value(upTo));
}

function valueText({ language, money }: PageContext, { dimension }: Distribution, value: number): string {
  return dimension === "monetary" ? money(value) : language.number(value);
}

function shortValue({ language }: PageContext, { dimension, binWidth }: Distribution, value: number): string {
  if (dimension !== "monetary") return language.number(value);
  const units = value / AMOUNT_SCALE;
  return binWidth % AMOUNT_SCALE === 0 ? language.count(units) : language.number(units, 2);
}
