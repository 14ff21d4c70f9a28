/*
 * The Swedish texts of forecast and backtest.
 */
import type { Catalogue } from "../../en/index.ts";
import type { SwedishGrammar } from "../grammar.ts";
import { swedishBacktest } from "./backtest.ts";
import { swedishForecast } from "./forecast.ts";
import { forecastPhrases } from "./phrases.ts";

/** The texts of `rfm backtest` and `rfm forecast`. */
export function swedishForecasting(grammar: SwedishGrammar): Catalogue["forecasting"] {
  const phrases = forecastPhrases(grammar);
  const { methods, off, faults } = phrases;
  const { day } = grammar;
  return {
    due: "due: utan beställning minst lika länge som det vanliga uppehållet mellan kundens beställningsdagar (medianen av tre eller fler); overdue: längre än någonsin förr. Den som också har passerat gränsen för förlorade kunder är inte i någon av listorna",
    methods,
    off,
    faults,
    report: {
      heading: "Visade poängen vilka som kom tillbaka, och vilka beställer härnäst?",
      caption: (scoredOn, until) =>
        `Andelen av varje segment per ${day(scoredOn)} som beställde igen senast ${day(until)}; staplarna går från 0 till 100\u00A0%.`,
      bar: "kom tillbaka",
      interval: "95\u00A0%-intervall",
    },
    backtest: swedishBacktest(grammar, phrases),
    forecast: swedishForecast(grammar, phrases),
  };
}
