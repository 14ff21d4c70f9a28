import type { Guard, ModelFault } from "../../../../analysis/forecast/guards.ts";
import type { Method } from "../../../../analysis/forecast/origin-check.ts";
import type { GermanGrammar } from "../grammar.ts";

/** The phrases that sentences on forecasts and backtests share. */
export type ForecastPhrases = ReturnType<typeof forecastPhrases>;

export function forecastPhrases({ number, share, plural }: GermanGrammar) {
  /** A percentage that somebody chose: `20 %`. */
  const whole = (part: number): string => `${number(part * 100, 4)}\u00A0%`;
  const range = (low: number, high: number): string => `${share(low)} bis ${share(high)}`;
  const methods: Readonly<Record<Method, string>> = {
    model: "das Modell",
    hiatus: "die Pausenregel",
    "last-period": "„wie im letzten Zeitraum“",
    "last-year": "„wie im gleichen Zeitraum des Vorjahres“",
  };
  const faults: Readonly<Record<ModelFault, string>> = {
    "not converged": "die Suche nach seinen Parametern endete nicht",
    "nobody leaves": "am besten passt, dass nie ein Kunde abwandert",
    "all leave alike": "am besten passt, dass alle Kunden gleich wahrscheinlich abwandern",
    "all buy alike": "am besten passt, dass alle Kunden gleich oft kaufen",
    "no clear peak": "seine Likelihood hat kein klares Maximum",
  };
  const off = (bias: number): string => {
    const size = share(Math.abs(bias));
    if (Math.abs(bias) < 0.0005) return "auf ein Zehntelprozent genau";
    return bias > 0 ? `um ${size} zu hoch` : `um ${size} zu niedrig`;
  };
  const guard = (one: Guard): string => {
    switch (one.kind) {
      case "few customers":
        return `Es gibt nur ${plural(one.customers, "Kunden", "Kunden")}, und ein Modell braucht 200`;
      case "few repeaters":
        return `Nur ${plural(one.repeaters, "Kunde hat", "Kunden haben")} an einem zweiten Tag bestellt, und ein Modell braucht 30`;
      case "missing months":
        return `${one.months.join(", ")} ${one.months.length === 1 ? "hat" : "haben"} gar keine Bestellung, daher fehlt vermutlich ein Export`;
      case "no model fits":
        return `Keines passt: ${one.faults.map(({ model, fault }) => `${model.toUpperCase().replace("-", "/")}: ${faults[fault]}`).join("; ")}`;
      case "not tested":
        return "Kein früherer Tag hat genug Kunden, um eines daran zu prüfen";
      case "rule is better":
        return `An früheren Tagen sagte ${methods[one.rule]} besser voraus, wer bestellt (Log-Loss ${number(one.ruleLoss, 4)}, das Modell ${number(one.modelLoss, 4)})`;
    }
  };
  /** By what the best fifth is chosen. */
  const by = { orders: "nach Bestellungen", spend: "nach Ausgaben" } as const;
  return { whole, range, methods, faults, off, guard, by };
}
