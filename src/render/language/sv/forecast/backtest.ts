import type { Catalogue } from "../../en/index.ts";
import type { SwedishGrammar } from "../grammar.ts";
import type { ForecastPhrases } from "./phrases.ts";

/** What `rfm backtest` says. */
export function swedishBacktest(
  { count, number, share, day, orders, customers, days }: SwedishGrammar,
  { whole, range, off, guard, by }: ForecastPhrases,
): Catalogue["forecasting"]["backtest"] {
  return {
    title: (scoredOn, until) =>
      `Visar poängen vilka som kommer tillbaka? Poängsatt ${day(scoredOn)}, följt till ${day(until)}`,
    bySegment: "Per segment",
    byScore: "Per poäng",
    gains: "Vilka du ska rikta dig till",
    stability: "Förblir de bästa bäst?",
    methodsTitle: "Vad som skulle ha förutsagts",
    columns: {
      group: "efter",
      value: "värde",
      segment: "segment",
      score: "poäng",
      customers: "kunder",
      returned: "kom tillbaka",
      return_rate: "andel",
      return_low: "95\u00A0% från",
      return_high: "till",
      orders: "beställningar",
      revenue: "intäkter",
      revenue_per_customer: "intäkter per kund",
      scored_on: "poängsatt",
      until: "följt till",
      recency: "aktualitet",
      frequency: "frekvens",
      monetary: "köpvärde",
      ranking: "bäst efter",
      method: "metod",
      expected: "väntade beställningar",
      actual: "verkliga",
      off: "avvikelse",
      log_loss: "log-förlust",
      auc: "AUC",
      best_fifth: "bästa femtedelen träffade",
    },
    groups: {
      recency_score: "aktualitetspoäng",
      frequency_score: "frekvenspoäng",
      monetary_score: "köpvärdespoäng",
      rfm_cell: "cell",
      segment: "segment",
      all: "alla",
    },
    rankings: {
      recency: "aktualitet",
      frequency: "frekvens",
      spend: "köpvärde",
      "r+f+m": "summan R + F + M",
      forecast: "prognos",
    },
    bestShare: (part) => `bästa ${whole(part)}`,
    lead: ({ bestGroup: best, lastGroup: last, allGroup: all, scoredOn, until }) => {
      const others =
        last === null ? "" : `, och av de ${count(last.customers)} i ”${last.segment}” ${share(last.rate)}`;
      return `Av dina ${customers(best.customers)} i ”${best.segment}” per ${day(scoredOn)} beställde ${share(best.rate)} igen senast ${day(until)}${others}. Av alla ${customers(all.customers)} gjorde ${share(all.rate)} det.`;
    },
    wrongOrder: ({ higherGroup: higher, lowerGroup: lower }) =>
      `Segmentens ordning stämde inte här: av de ${count(lower.customers)} i ”${lower.segment}” kom ${share(lower.rate)} tillbaka, men av de ${count(higher.customers)} i ”${higher.segment}”, som står högre, bara ${share(higher.rate)}. Slumpen förklarar inte det: 95\u00A0%-intervallen är ${range(lower.low, lower.high)} och ${range(higher.low, higher.high)}.`,
    rightOrder:
      "Segmentens ordning höll: inget kom tillbaka oftare än ett som står högre, i varje fall inte mer än slumpen förklarar.",
    addressed: ({ part, bestRanking: best, otherRankings: others }) =>
      `Den som riktar sig till de bästa ${whole(part)} efter ${best.ranking} når ${share(best.reached)} av dem som kommer tillbaka (${others.map(({ ranking, reached }) => `efter ${ranking} ${share(reached)}`).join(", ")}; på måfå ${whole(part)}).`,
    nobodyReturned: (amount) => `Ingen kund beställde igen inom ${days(amount)}.`,
    stays: (facts, when) => {
      const [first, second] = [when.first, when.second].map(([from, to]) => `${day(from)} till ${day(to)}`);
      const distance = (facts.observed - facts.expected) / facts.error;
      const meaning =
        distance < -2
          ? "Det är mindre än slumpen förklarar: en del kunder har verkligen ändrats."
          : distance > 2
            ? "Det är mer än slumpen förklarar: kunderna är stadigare än slumpmodellen antar."
            : "De som lämnade toppen behöver alltså inte ha ändrats alls; många hade bara haft en bra period.";
      return `Av den bästa femtedelen ${by[facts.by]} (${first}) var ${share(facts.observed)} också i den bästa femtedelen under ${second} (${customers(when.customers)} från båda perioderna). Om ingen kund hade ändrats skulle slumpen ensam lämna kvar ${share(facts.expected)}, med ett standardfel på ${share(facts.error)}. ${meaning}`;
    },
    staysOnly: (what, observed) =>
      `Räknat ${by[what]} stannade ${share(observed)} i den bästa femtedelen; vad slumpen ger går inte att säga, eftersom beställningarnas värden inte passar någon modell.`,
    noStability:
      "Om de bästa förblir bäst går inte att säga: det kräver två perioder av den här längden, och 50 kunder från tiden före dem som beställer i båda.",
    check: ({ asOf, days: amount, method, expected, actual, bias }) =>
      `En prognos gjord ${day(asOf)} (metod: ${method}) skulle ha väntat sig ${orders(Math.round(expected))} under de närmaste ${count(amount)} ${amount === 1 ? "dagen" : "dagarna"}; det kom ${count(actual)}${bias === null ? "" : `, så den var ${off(bias)}`}.`,
    modelWins: ({ modelLoss, rule, ruleLoss }) =>
      `Den skilde köpare från andra bättre än någon enkel regel: log-förlust ${number(modelLoss, 4)}; den bästa regeln, ${rule}, har ${number(ruleLoss, 4)}.`,
    ruleWins: ({ modelLoss, rule, ruleLoss }) =>
      `En enkel regel skilde köpare från andra bättre än modellen: ${rule} har log-förlusten ${number(ruleLoss, 4)}, modellen ${number(modelLoss, 4)}.`,
    noModel: (reason) => `Ingen modell gick att använda den dagen: ${guard(reason)}.`,
    logLossMeaning:
      "Log-förlust (log-loss): hur överraskad prognosen var, lägre är bättre. AUC: sannolikheten att en köpare rankades före en icke-köpare; ½ är gissning.",
    compareStays: (stayFacts, when) =>
      `Av den bästa femtedelen ${day(when.first[0])} till ${day(when.first[1])} var ${stayFacts.map(({ by: what, observed, expected }) => `${share(observed)} ${by[what]} (${share(expected)} om ingen kund hade ändrats)`).join(" och ")} också i den bästa femtedelen ${day(when.second[0])} till ${day(when.second[1])}.`,
  };
}
