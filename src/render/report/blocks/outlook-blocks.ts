import { currencyText } from "../../sentences/currency-text.ts";
import type { ReportInput } from "../report-input.ts";
import { backtestBlocks } from "./backtest-blocks.ts";
import type { Block } from "./block.ts";
import { forecastBlocks } from "./forecast-blocks.ts";

/** Who came back and who will order, where the report was asked for it; the short form has the segments only. */
export function outlookBlocks({ outlook, language, understanding }: ReportInput, isFull: boolean): readonly Block[] {
  if (outlook === null) return [];
  const { backtest, forecast } = outlook;
  const { backtest: backtestWords, forecast: forecastWords } = language.words.forecasting;
  const newest = backtest?.origins[0];
  return [
    ...(backtest === null || newest === undefined
      ? []
      : [
          { kind: "heading", text: backtestWords.title(newest.scoredOn, newest.to) } as const,
          ...shortened(backtestBlocks(backtest, language), isFull),
        ]),
    ...(forecast === null
      ? []
      : [
          {
            kind: "heading",
            text: forecastWords.title(forecast.forecast.asOf + 1, forecast.forecast.asOf + forecast.forecast.days),
          } as const,
          ...shortened(
            forecastBlocks(forecast.forecast, forecast.bySegment, { language, currency: currencyText(understanding) }),
            isFull,
          ),
        ]),
  ];
}

/** The sentences that come first, and the table of segments with its heading. */
const SHORT = 3;

function shortened(blocks: readonly Block[], isFull: boolean): readonly Block[] {
  return isFull ? blocks : blocks.slice(0, SHORT);
}
