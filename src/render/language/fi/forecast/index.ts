/*
 * The Finnish texts of forecast and backtest.
 */
import type { Catalogue } from "../../en/index.ts";
import type { FinnishGrammar } from "../grammar.ts";
import { finnishBacktest } from "./backtest.ts";
import { finnishForecast } from "./forecast.ts";
import { forecastPhrases } from "./phrases.ts";

/** The texts of `rfm backtest` and `rfm forecast`. */
export function finnishForecasting(grammar: FinnishGrammar): Catalogue["forecasting"] {
  const phrases = forecastPhrases(grammar);
  const { methods, off, faults } = phrases;
  const { day } = grammar;
  return {
    due: "due: hiljaa vähintään yhtä kauan kuin tilauspäivien tavallinen väli (kolmen tai useamman mediaani); overdue: kauemmin kuin kertaakaan ennen. Lisäksi menetetyn asiakkaan rajan ylittäneet eivät ole kummassakaan listassa",
    methods,
    off,
    faults,
    report: {
      heading: "Kertoivatko pisteet, kuka palasi, ja kuka tilaa seuraavaksi?",
      caption: (scoredOn, until) =>
        `Kunkin segmentin (${day(scoredOn)}) osuus, joka tilasi uudelleen viimeistään ${day(until)}; palkit kulkevat nollasta sataan prosenttiin.`,
      bar: "palasi",
      interval: "95\u00A0%:n luottamusväli",
    },
    backtest: finnishBacktest(grammar, phrases),
    forecast: finnishForecast(grammar, phrases),
  };
}
