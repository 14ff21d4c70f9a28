import type { EnglishGrammar } from "../grammar.ts";
import { englishBacktest } from "./backtest.ts";
import { englishForecast } from "./forecast.ts";
import { forecastPhrases } from "./phrases.ts";

/** The texts of `rfm backtest` and `rfm forecast`. */
export function englishForecasting(grammar: EnglishGrammar) {
  const phrases = forecastPhrases(grammar);
  const { methods, off, faults } = phrases;
  return {
    due: "due: silent for as long as the usual gap between their order days (the median of three or more), or longer; overdue: for longer than ever before. Who is silent beyond the lapse gap as well is in neither list",
    methods,
    off,
    faults,
    backtest: englishBacktest(grammar, phrases),
    forecast: englishForecast(grammar, phrases),
  };
}
