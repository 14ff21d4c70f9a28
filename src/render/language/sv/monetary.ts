import type { Catalogue } from "../en/index.ts";

/** The monetary value by what it is made from. */
export const swedishMonetary: Catalogue["monetary"] = {
  averageSpend: {
    howMuch: "hur mycket de har handlat för per beställning efter återbetalningar",
    measure: "köp per beställning",
    median: "median per beställning",
    values: "Köp per beställning",
    caption: "Kunder efter vad de har handlat för per beställning efter återbetalningar (köpvärde).",
    half: (median) => `Hälften av kunderna har handlat för högst ${median} per beställning`,
    same: "Alla kunder har handlat för lika mycket per beställning",
  },
  totalMargin: {
    howMuch: "vilken marginal deras beställningar har gett efter återbetalningar",
    measure: "marginal",
    median: "median för marginal",
    values: "Marginal",
    caption: "Kunder efter beställningarnas marginal efter återbetalningar (köpvärde).",
    half: (median) => `Hälften av kunderna har gett en marginal på högst ${median}`,
    same: "Alla kunder har gett samma marginal",
  },
  averageMargin: {
    howMuch: "vilken marginal deras beställningar i genomsnitt har gett efter återbetalningar",
    measure: "marginal per beställning",
    median: "median för marginal per beställning",
    values: "Marginal per beställning",
    caption: "Kunder efter marginalen per beställning efter återbetalningar (köpvärde).",
    half: (median) => `Hälften av kunderna har gett en marginal på högst ${median} per beställning`,
    same: "Alla kunder har gett samma marginal per beställning",
  },
};
