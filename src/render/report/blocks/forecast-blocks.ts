import type { SegmentForecast } from "../../../analysis/forecast/by-segment.ts";
import type { Forecast } from "../../../analysis/forecast/forecast.ts";
import { historyOf } from "../../../analysis/forecast/predict-by-model.ts";
import { DUE_STATES } from "../../../analysis/forecast/usual-gaps.ts";
import {
  type ForecastMoney,
  sourceSentences,
  totalSentences,
  valueSentences,
} from "../../sentences/forecast-sentences.ts";
import { methodTable } from "../../tables/backtest-table.ts";
import { segmentForecastTable } from "../../tables/forecast-table.ts";
import type { Block } from "./block.ts";

/** A forecast for people: the total with its errors at earlier days, the segments, and how it was made. */
export function forecastBlocks(forecast: Forecast, bySegment: SegmentForecast, money: ForecastMoney): readonly Block[] {
  const { language } = money;
  const { forecast: words, backtest } = language.words.forecasting;
  return [
    { kind: "lines", lines: totalSentences(forecast, money) },
    { kind: "heading", text: words.bySegment },
    { kind: "table", table: segmentForecastTable(forecast, bySegment, language) },
    { kind: "heading", text: words.method },
    { kind: "lines", lines: [...sourceSentences(forecast, language), ...valueSentences(forecast, language)] },
    ...forecast.checks.flatMap((check): Block[] => [
      { kind: "heading", text: language.day(check.asOf) },
      { kind: "table", table: methodTable(check.methods, language) },
    ]),
    { kind: "lines", lines: [backtest.logLossMeaning] },
  ];
}

/** One customer's forecast in words. */
export function customerForecastBlocks(
  forecast: Forecast,
  { index, segment }: { readonly index: number; readonly segment: string | null },
  { language, currency }: ForecastMoney,
): readonly Block[] {
  const { explain: words, columns: headings } = language.words.forecasting.forecast;
  const { columns, histories, gaps, asOf, days, interval } = forecast;
  const { repeats, lastDays, ageDays } = historyOf(histories, index);
  const first = histories.firstDay[index] as number;
  const state = DUE_STATES[gaps.due[index] as number];
  const probability = columns.orderProbability[index] as number;
  const alive = columns.aliveProbability[index] as number;
  const discounted = columns.discountedSpend?.[index];
  const higher = columns.orderProbability.reduce((count, other) => count + (other > probability ? 1 : 0), 0);
  const lines = [
    words.history({ days: repeats + 1, first, last: first + lastDays, silence: ageDays - lastDays }),
    state === undefined ? words.noGap : words.gap({ gap: gaps.gapDays[index] as number, state }),
    words.chance({
      probability,
      orders: columns.expectedOrders[index] as number,
      low: columns.ordersLow[index] as number,
      high: columns.ordersHigh[index] as number,
      value: language.hasMoney ? Math.round(columns.orderValue[index] as number) : null,
      spend: language.hasMoney ? Math.round(columns.expectedSpend[index] as number) : null,
      from: asOf + 1,
      to: asOf + days,
      interval,
      currency,
    }),
    ...(discounted === undefined ? [] : [words.discounted(Math.round(discounted), currency)]),
    words.comparison({
      probability: forecast.total.expectedBuyers / forecast.total.customers,
      rank: higher,
      customers: forecast.total.customers,
    }),
    // unknown with a rule, and 1 where the model has no chance to leave
    ...(alive < 1 ? [words.alive(alive), language.words.forecasting.forecast.aliveMeaning] : []),
    ...(segment === null ? [] : [`${headings.segment}: ${segment}`]),
  ];
  return [
    { kind: "lines", lines },
    { kind: "lines", lines: sourceSentences(forecast, language) },
  ];
}
