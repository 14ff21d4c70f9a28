import type { Guard, ModelFault } from "../../../../analysis/forecast/guards.ts";
import type { Method } from "../../../../analysis/forecast/origin-check.ts";
import type { FinnishGrammar } from "../grammar.ts";

/** The phrases that sentences on forecasts and backtests share. */
export type ForecastPhrases = ReturnType<typeof forecastPhrases>;

export function forecastPhrases({ count, number, share, customers }: FinnishGrammar) {
  /** Valittu prosenttiosuus: `20 %`. */
  const whole = (part: number): string => `${number(part * 100, 4)} %`;
  const range = (low: number, high: number): string => `${share(low)} – ${share(high)}`;
  const methods: Readonly<Record<Method, string>> = {
    model: "malli",
    hiatus: "hiljaisuussääntö",
    "last-period": "”kuten viime jaksolla”",
    "last-year": "”kuten viime vuonna samaan aikaan”",
  };
  const faults: Readonly<Record<ModelFault, string>> = {
    "not converged": "parametrien haku ei päättynyt",
    "nobody leaves": "parhaassa sovituksessa kukaan ei lähde koskaan",
    "all leave alike": "parhaassa sovituksessa kaikki lähtevät yhtä todennäköisesti",
    "all buy alike": "parhaassa sovituksessa kaikki ostavat yhtä usein",
    "no clear peak": "uskottavuudella ei ole selvää huippua",
  };
  const off = (bias: number): string => {
    const size = share(Math.abs(bias));
    if (Math.abs(bias) < 0.0005) return "prosentin kymmenesosan tarkkuudella oikea";
    return bias > 0 ? `${size} liian suuri` : `${size} liian pieni`;
  };
  const guard = (one: Guard): string => {
    switch (one.kind) {
      case "few customers":
        return `asiakkaita on vain ${count(one.customers)}, ja malli tarvitsee 200`;
      case "few repeaters":
        return `vain ${customers(one.repeaters)} on tilannut toisenakin päivänä, ja malli tarvitsee 30`;
      case "missing months":
        return `${one.months.length === 1 ? "kuukaudelta" : "kuukausilta"} ${one.months.join(", ")} ei ole yhtään tilausta, joten vienti luultavasti puuttuu`;
      case "no model fits":
        return `mikään ei sovi: ${one.faults.map(({ model, fault }) => `${model.toUpperCase().replace("-", "/")}, ${faults[fault]}`).join("; ")}`;
      case "not tested":
        return "minään aiempana päivänä ei ole tarpeeksi asiakkaita mallin kokeilemiseen";
      case "rule is better":
        return `aiempina päivinä ${methods[one.rule]} ennusti paremmin, kuka tilaa (log-tappio ${number(one.ruleLoss, 4)}, malli ${number(one.modelLoss, 4)})`;
    }
  };
  const by = { orders: "tilausten", spend: "ostosumman" } as const;
  return { whole, range, methods, faults, off, guard, by };
}
