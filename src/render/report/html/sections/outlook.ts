import type { BacktestOrigin } from "../../../../analysis/backtest/backtest.ts";
import type { ReturnRow } from "../../../../analysis/backtest/return-table.ts";
import { UNKNOWN } from "../../../language/language.ts";
import { capital } from "../../../language/phrasing.ts";
import {
  checkSentences,
  gainSentence,
  returnSentences,
  stabilitySentences,
} from "../../../sentences/backtest-sentences.ts";
import { sourceSentences, totalSentences } from "../../../sentences/forecast-sentences.ts";
import type { PageContext } from "../../page-context.ts";
import { shortNumber } from "../charts/plot.ts";
import { html, type Markup } from "../markup.ts";
import { figureMarkup } from "../parts/figure.ts";
import { numberTable } from "../parts/number-table.ts";

/** Whether the page has the section: it was asked for, and can be made. */
export function hasOutlook({ outlook }: PageContext): boolean {
  return outlook !== null && (outlook.forecast !== null || (outlook.backtest?.origins.length ?? 0) > 0);
}

/** Whether the scores told who came back, and who will order next. */
export function outlookSection(context: PageContext): Markup {
  const { outlook, language } = context;
  const { report: words } = language.words.forecasting;
  const [newest] = outlook?.backtest?.origins ?? [];
  if (!hasOutlook(context)) return html``;
  return html`<section aria-labelledby="outlook"><h2 id="outlook">${words.heading}</h2>
<div class="plain">${newest === undefined ? null : returnFigure(context, newest)}${outlook?.forecast == null ? null : forecastFigure(context)}</div></section>
`;
}

/** The one chart: one bar per segment, as long as the share that came back. */
function returnFigure(context: PageContext, origin: BacktestOrigin): Markup {
  const { language } = context;
  const { backtest: words, report } = language.words.forecasting;
  const [title = "", ...others] = returnSentences(origin, language);
  const rows = origin.rows.filter(({ group, customers }) => group === "all" || (group === "segment" && customers > 0));
  const further = [
    ...others,
    gainSentence(origin, language),
    ...stabilitySentences(origin.stability, language),
    ...checkSentences(origin.check, language),
  ];
  return figureMarkup(
    {
      id: "bars-returned",
      title,
      caption: report.caption(origin.scoredOn, origin.to),
      chart: numberTable({
        caption: title,
        columns: [
          { heading: capital(words.columns.segment), isText: true },
          { heading: capital(words.columns.customers) },
          { heading: capital(words.columns.return_rate) },
          { heading: capital(report.bar), isText: true },
          { heading: capital(report.interval) },
        ],
        rows: rows.map((row) => [
          row.group === "all" ? capital(words.groups.all) : row.value,
          language.count(row.customers),
          shareOf(context, row.returnRate),
          barOf(context, row),
          `${shareOf(context, row.returnLow)} – ${shareOf(context, row.returnHigh)}`,
        ]),
      }),
      legend: html`${further.map((sentence) => html`<p>${sentence}</p>`)}`,
      table: null,
    },
    context,
  );
}

function shareOf({ language }: PageContext, value: number | null): string {
  return value === null ? UNKNOWN : language.share(value);
}

/** A bar whose whole width is 100 %; its colour is the segment's. The numbers stand beside it. */
function barOf({ report, bandOf }: PageContext, { group, value, returnRate }: ReturnRow): Markup {
  const summary = report.segments.segments.find(({ segment }) => segment === value);
  const band = group === "all" || summary === undefined ? null : bandOf(summary);
  return html`<svg class="rate band-${band ?? 2}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect x="0" y="0" width="${shortNumber((returnRate ?? 0) * 100)}" height="10"/></svg>`;
}

function forecastFigure(context: PageContext): Markup {
  const { outlook, language, currency, roundMoney } = context;
  if (outlook?.forecast == null) return html``;
  const { forecast, bySegment } = outlook.forecast;
  const { forecast: words } = language.words.forecasting;
  const [title = "", ...others] = totalSentences(forecast, { language, currency });
  const rows = [
    ...bySegment.segments.filter(({ total }) => total.customers > 0),
    { name: capital(words.all), total: forecast.total },
  ];
  return figureMarkup(
    {
      id: "table-forecast",
      title,
      caption: [...others, ...sourceSentences(forecast, language)].join(" "),
      chart: numberTable({
        caption: words.title(forecast.asOf + 1, forecast.asOf + forecast.days),
        columns: [
          { heading: capital(words.columns.segment), isText: true },
          { heading: capital(words.columns.customers) },
          { heading: capital(words.columns.expected_buyers) },
          { heading: capital(words.columns.expected_orders) },
          { heading: capital(words.columns.expected_spend), isLeftOut: !language.hasMoney },
        ],
        rows: rows.map(({ name, total }) => [
          name,
          language.count(total.customers),
          language.count(Math.round(total.expectedBuyers)),
          language.count(Math.round(total.expectedOrders)),
          roundMoney(Math.round(total.expectedSpend)),
        ]),
      }),
      table: null,
    },
    context,
  );
}
