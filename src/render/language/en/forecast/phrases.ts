import type { Guard, ModelFault } from "../../../../analysis/forecast/guards.ts";
import type { Method } from "../../../../analysis/forecast/origin-check.ts";
import type { EnglishGrammar } from "../grammar.ts";

/** The phrases that sentences on forecasts and backtests share. */
export type ForecastPhrases = ReturnType<typeof forecastPhrases>;

export function forecastPhrases({ number, share, plural }: EnglishGrammar) {
  /** A percentage that somebody chose: `20%`. */
  const whole = (part: number): string => `${number(part * 100, 4)}%`;
  const range = (low: number, high: number): string => `${share(low)} to ${share(high)}`;
  const methods: Readonly<Record<Method, string>> = {
    model: "the model",
    hiatus: "the silence rule",
    "last-period": "“as in the last period”",
    "last-year": "“as in the same period last year”",
  };
  const faults: Readonly<Record<ModelFault, string>> = {
    "not converged": "the search for its parameters did not end",
    "nobody leaves": "its best fit is that no customer ever leaves",
    "all leave alike": "its best fit is that all customers are equally likely to leave",
    "all buy alike": "its best fit is that all customers buy equally often",
    "no clear peak": "its likelihood has no clear peak",
  };
  const off = (bias: number): string => {
    const size = share(Math.abs(bias));
    if (Math.abs(bias) < 0.0005) return "right to a tenth of a percent";
    return bias > 0 ? `${size} too high` : `${size} too low`;
  };
  const guard = (one: Guard): string => {
    switch (one.kind) {
      case "few customers":
        return `there are only ${plural(one.customers, "customer")}, and a model needs 200`;
      case "few repeaters":
        return `only ${plural(one.repeaters, "customer")} ordered on a second day, and a model needs 30`;
      case "missing months":
        return `${one.months.join(", ")} ${one.months.length === 1 ? "has" : "have"} no order at all, so an export is probably missing`;
      case "no model fits":
        return `none fits: ${one.faults.map(({ model, fault }) => `${model.toUpperCase().replace("-", "/")}, ${faults[fault]}`).join("; ")}`;
      case "not tested":
        return "no earlier day has enough customers to test one on";
      case "rule is better":
        return `on earlier days ${methods[one.rule]} foretold better who would order (log-loss ${number(one.ruleLoss, 4)}, the model ${number(one.modelLoss, 4)})`;
    }
  };
  return { whole, range, methods, faults, off, guard };
}
