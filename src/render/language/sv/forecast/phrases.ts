import type { Guard, ModelFault } from "../../../../analysis/forecast/guards.ts";
import type { Method } from "../../../../analysis/forecast/origin-check.ts";
import type { SwedishGrammar } from "../grammar.ts";

/** The phrases that sentences on forecasts and backtests share. */
export type ForecastPhrases = ReturnType<typeof forecastPhrases>;

export function forecastPhrases({ number, share, customers }: SwedishGrammar) {
  /** A percentage that somebody chose: `20 %`. */
  const whole = (part: number): string => `${number(part * 100, 4)}\u00A0%`;
  const range = (low: number, high: number): string => `${share(low)} till ${share(high)}`;
  const methods: Readonly<Record<Method, string>> = {
    model: "modellen",
    hiatus: "uppehållsregeln",
    "last-period": "”som förra perioden”",
    "last-year": "”som samma period i fjol”",
  };
  const faults: Readonly<Record<ModelFault, string>> = {
    "not converged": "sökningen efter dess parametrar tog inte slut",
    "nobody leaves": "bäst passar att ingen kund någonsin lämnar",
    "all leave alike": "bäst passar att alla kunder är lika benägna att lämna",
    "all buy alike": "bäst passar att alla kunder köper lika ofta",
    "no clear peak": "dess likelihood har ingen tydlig topp",
  };
  const off = (bias: number): string => {
    const size = share(Math.abs(bias));
    if (Math.abs(bias) < 0.0005) return "rätt på en tiondels procent när";
    return bias > 0 ? `${size} för hög` : `${size} för låg`;
  };
  const guard = (one: Guard): string => {
    switch (one.kind) {
      case "few customers":
        return `det finns bara ${customers(one.customers)}, och en modell behöver 200`;
      case "few repeaters":
        return `bara ${customers(one.repeaters)} har beställt en andra dag, och en modell behöver 30`;
      case "missing months":
        return `${one.months.join(", ")} har inga beställningar alls, så en export saknas troligen`;
      case "no model fits":
        return `ingen passar: ${one.faults.map(({ model, fault }) => `${model.toUpperCase().replace("-", "/")}: ${faults[fault]}`).join("; ")}`;
      case "not tested":
        return "ingen tidigare dag har tillräckligt många kunder att pröva en på";
      case "rule is better":
        return `på tidigare dagar förutsade ${methods[one.rule]} bättre vilka som skulle beställa (log-förlust ${number(one.ruleLoss, 4)}, modellen ${number(one.modelLoss, 4)})`;
    }
  };
  /** By what the best fifth is chosen. */
  const by = { orders: "efter beställningar", spend: "efter köpvärde" } as const;
  return { whole, range, methods, faults, off, guard, by };
}
