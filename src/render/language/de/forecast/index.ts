/*
 * The German texts of forecast and backtest.
 */
import type { Catalogue } from "../../en/index.ts";
import type { GermanGrammar } from "../grammar.ts";
import { germanBacktest } from "./backtest.ts";
import { germanForecast } from "./forecast.ts";
import { forecastPhrases } from "./phrases.ts";

/** The texts of `rfm backtest` and `rfm forecast`. */
export function germanForecasting(grammar: GermanGrammar): Catalogue["forecasting"] {
  const phrases = forecastPhrases(grammar);
  const { methods, off, faults } = phrases;
  const { day } = grammar;
  return {
    due: "due: ohne Bestellung seit mindestens dem üblichen Abstand der eigenen Bestelltage (Median aus drei oder mehr); overdue: länger als je zuvor. Wer auch die Abwanderungsgrenze überschritten hat, ist in keiner der beiden Listen",
    methods,
    off,
    faults,
    report: {
      heading: "Haben die Scores gezeigt, wer wiederkam, und wer bestellt als Nächstes?",
      caption: (scoredOn, until) =>
        `Der Anteil jedes Segments vom ${day(scoredOn)}, der bis ${day(until)} wieder bestellt hat; die Balken reichen von 0 bis 100\u00A0%.`,
      bar: "kamen wieder",
      interval: "95-%-Intervall",
    },
    backtest: germanBacktest(grammar, phrases),
    forecast: germanForecast(grammar, phrases),
  };
}
