import type { RepeatPurchase } from "../../../../analysis/retention/repeat.ts";
import type { PeriodKind } from "../../../../basics/calendar/period.ts";
import { UNKNOWN } from "../../../language/language.ts";
import { longerThan } from "../../../sentences/whole-days.ts";
import { newCustomersNext } from "../../first-screen.ts";
import type { FollowedContext, PageContext } from "../../page-context.ts";
import { bandMarkup, curveMarkup } from "../charts/curve.ts";
import { plotMarkup, shortNumber, type Tick, xAt, yAt } from "../charts/plot.ts";
import { everyNth, roundTicks } from "../charts/ticks.ts";
import { html, type Markup } from "../markup.ts";
import { figureMarkup, insteadOfChart } from "../parts/figure.ts";

const DAYS_PER_LABEL = 30;
const LABELS = 6;
/** Fewer points than this make no line. */
const FEWEST_POINTS = 3;

/** How long customers take to order again. */
export function secondOrderSection(context: FollowedContext): Markup {
  const { text, overTime } = context;
  return html`<section aria-labelledby="second"><h2 id="second">${text.second.heading}</h2>
<div class="plain">${overTime.repeat === null ? insteadOfChart("curve-second", text.second.noneTitle, text.second.none) : secondFigure(context, overTime.repeat)}</div></section>
`;
}

function secondFigure(context: FollowedContext, repeat: RepeatPurchase): Markup {
  const { text, language } = context;
  const { curve, within, medianDays } = repeat.second;
  const known = within.findLast(({ share }) => share !== null);
  if (known === undefined || known.share === null || curve.length < FEWEST_POINTS) {
    return insteadOfChart("curve-second", text.second.noneTitle, text.second.tooFew);
  }
  const title = text.second.title(known.share, known.time);
  const share = (value: number | null): string => (value === null ? UNKNOWN : language.share(value));
  const sentences = [
    text.second.differs(known.share, known.time, headlineShare(context), nextPeriod(context)),
    text.second.median(medianDays),
    text.second.lapse(longerThan(repeat.lapseDays), repeat.lapsed, repeat.customers),
  ];
  return figureMarkup(
    {
      id: "curve-second",
      title,
      caption: `${text.second.oldCustomers} ${text.second.caption}`,
      chart: secondPlot(context, repeat, title),
      legend: html`<p>${sentences.join(" ")}</p>`,
      table: {
        caption: title,
        columns: [
          { heading: text.second.columns.days },
          { heading: text.second.columns.part },
          { heading: text.second.columns.low },
          { heading: text.second.columns.high },
          { heading: text.second.columns.atRisk },
        ],
        rows: curve.map(({ time, share: part, low, high, atRisk }) => [
          language.count(time),
          share(part),
          share(low),
          share(high),
          language.count(atRisk),
        ]),
      },
    },
    context,
  );
}

function headlineShare({ report: { headline } }: PageContext): number {
  return headline.returningCustomers / headline.customers;
}

/** What the cohorts say of new customers, where they have had the time. */
function nextPeriod({ overTime }: FollowedContext): { readonly rate: number; readonly kind: PeriodKind } | null {
  const rate = newCustomersNext(overTime.cohorts)?.figures?.rate ?? null;
  return rate === null ? null : { rate, kind: overTime.cohorts.periods.kind };
}

function secondPlot(context: PageContext, repeat: RepeatPurchase, title: string): Markup {
  const { text, language, tickShare } = context;
  const { curve, medianDays } = repeat.second;
  const last = curve.at(-1)?.time ?? 1;
  const ticks = roundTicks(Math.max(0.01, ...curve.map(({ share, high }) => Math.max(share ?? 0, high ?? 0))));
  const most = ticks.at(-1) ?? 1;
  const at = (value: number | null): number | null => (value === null ? null : value / most);
  const months = Math.floor(last / DAYS_PER_LABEL);
  const every = everyNth(months, LABELS);
  const xTicks = Array.from({ length: months + 1 }, (_, month) => month)
    .filter((month) => month % every === 0)
    .map(
      (month, index, shown): Tick => ({
        at: (month * DAYS_PER_LABEL) / last,
        isMinor: (shown.length - 1 - index) % 2 === 1, // next to the last label, which is the longest, there is no room on a phone
        label:
          index === shown.length - 1
            ? language.words.common.days(month * DAYS_PER_LABEL)
            : language.count(month * DAYS_PER_LABEL),
      }),
    );
  const marks = [
    ...(medianDays === null ? [] : [{ at: medianDays / last, label: text.second.halfMark(medianDays) }]),
    { at: repeat.lapseDays / last, label: text.second.lapseMark(longerThan(repeat.lapseDays)) },
  ].filter((mark) => mark.at <= 1); // none beyond the curve
  return plotMarkup({
    description: text.second.describe(title),
    yTicks: ticks.map((tick) => ({ at: tick / most, label: tickShare(tick) })),
    xTicks,
    content: [
      bandMarkup(
        curve.map(({ time, low, high }) => ({ x: time / last, low: at(low), high: at(high) })),
        "range",
      ),
      curveMarkup(
        curve.map(({ time, share }) => ({ x: time / last, y: at(share) })),
        "curve",
      ),
      ...marks.map(({ at: day }) => dayLine(day)),
      ...marks.map(dayLabel),
    ],
  });
}

/** A day on the curve. */
function dayLine(at: number): Markup {
  return html`<line class="halo" x1="${xAt(at)}" x2="${xAt(at)}" y1="${yAt(1)}" y2="${yAt(0)}"/><line class="mark" x1="${xAt(at)}" x2="${xAt(at)}" y1="${yAt(1)}" y2="${yAt(0)}"/>`;
}

/** Where the name of a day's line starts; on which side of it is room for it; and the width that its ground takes, a character. */
const GAP = 6;
const MIDDLE = 0.5;
const CHARACTER = 7.4;

/**
 * Its name, on the side where the other line is not, above the other's name, and on a ground of its own: where there is no
 * room on that side, or the days are near each other, the other line ends at the name and does not cross it.
 */
function dayLabel({ at, label }: { readonly at: number; readonly label: string }, line: number): Markup {
  const isBefore = at > MIDDLE || (line === 0 && at > MIDDLE - 0.08);
  const y = yAt(0) - 10 - 17 * line;
  const width = shortNumber(label.length * CHARACTER);
  const ground = html`<rect class="ground" x="${xAt(at)}" y="${y - 12}" width="${width}" height="16" transform="translate(${isBefore ? -GAP : GAP})${isBefore ? html` translate(-${width})` : null}"/>`;
  return html`${ground}<text class="named outlined" x="${xAt(at)}" dx="${isBefore ? -GAP : GAP}" y="${y}" text-anchor="${isBefore ? "end" : "start"}">${label}</text>`;
}
