/*
 * The English texts of forecast and backtest.
 */
import type { EnglishGrammar } from "../grammar.ts";
import { englishBacktest } from "./backtest.ts";
import { englishForecast } from "./forecast.ts";
import { forecastPhrases } from "./phrases.ts";

/** The texts of `rfm backtest` and `rfm forecast`. */
export function englishForecasting(grammar: EnglishGrammar) {
  const phrases = forecastPhrases(grammar);
  const { methods, off, faults } = phrases;
  const { day } = grammar;
  return {
    due: "due: silent for as long as the usual gap between their order days (the median of three or more), or longer; overdue: for longer than ever before. Who is silent beyond the lapse gap as well is in neither list",
    methods,
    off,
    faults,
    /** The section of the page. */
    report: {
      heading: "Did the scores tell who came back, and who will order next?",
      caption: (scoredOn: number, until: number) =>
        `The share of each segment of ${day(scoredOn)} that ordered again by ${day(until)}; the bars run from 0 to 100%.`,
      bar: "came back",
      interval: "95% interval",
    },
    backtest: englishBacktest(grammar, phrases),
    forecast: englishForecast(grammar, phrases),
  };
}
