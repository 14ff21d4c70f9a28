import type { Catalogue } from "../../en/index.ts";
import type { FinnishGrammar } from "../grammar.ts";
import type { ForecastPhrases } from "./phrases.ts";

/** What `rfm backtest` says. */
export function finnishBacktest(
  { count, number, share, day, plural, customers, days }: FinnishGrammar,
  { whole, range, off, guard, by }: ForecastPhrases,
): Catalogue["forecasting"]["backtest"] {
  return {
    title: (scoredOn, until) =>
      `Kertovatko pisteet, kuka palaa? Pisteytetty ${day(scoredOn)}, seurattu ${day(until)} asti`,
    bySegment: "Segmenteittäin",
    byScore: "Pisteittäin",
    gains: "Ketä kannattaa lähestyä",
    stability: "Pysyvätkö parhaat parhaina?",
    methodsTitle: "Mitä olisi ennustettu",
    columns: {
      group: "ryhmä",
      value: "arvo",
      segment: "segmentti",
      score: "pisteet",
      customers: "asiakkaita",
      returned: "palasi",
      return_rate: "osuus",
      return_low: "95\u00A0% alkaen",
      return_high: "asti",
      orders: "tilauksia",
      revenue: "myynti",
      revenue_per_customer: "myynti asiakasta kohti",
      scored_on: "pisteytetty",
      until: "seurattu asti",
      recency: "tuoreus",
      frequency: "tiheys",
      monetary: "ostojen arvo",
      ranking: "parhaat",
      method: "menetelmä",
      expected: "odotettuja tilauksia",
      actual: "toteutuneita",
      off: "ero",
      log_loss: "log-tappio",
      auc: "AUC",
      best_fifth: "paras viidennes osui",
    },
    groups: {
      recency_score: "tuoreuspisteet",
      frequency_score: "tiheyspisteet",
      monetary_score: "rahapisteet",
      rfm_cell: "solu",
      segment: "segmentti",
      all: "kaikki",
    },
    rankings: {
      recency: "tuoreuden mukaan",
      frequency: "tiheyden mukaan",
      spend: "ostosumman mukaan",
      "r+f+m": "R + F + M:n mukaan",
      forecast: "ennusteen mukaan",
    },
    bestShare: (part) => `parhaat ${whole(part)}`,
    lead: ({ bestGroup: best, lastGroup: last, allGroup: all, scoredOn, until }) => {
      const others =
        last === null ? "" : `; segmentin ${last.segment} ${count(last.customers)} asiakkaasta ${share(last.rate)}`;
      return `Segmentissä ${best.segment} oli ${day(scoredOn)} ${customers(best.customers)}, ja heistä ${share(best.rate)} tilasi uudelleen viimeistään ${day(until)}${others}. Kaikista asiakkaista (${count(all.customers)}) tilasi ${share(all.rate)}.`;
    },
    wrongOrder: ({ higherGroup: higher, lowerGroup: lower }) =>
      `Segmenttien järjestys oli tässä väärä: segmentistä ${lower.segment} (${count(lower.customers)}) palasi ${share(lower.rate)}, mutta ylempänä olevasta segmentistä ${higher.segment} (${count(higher.customers)}) vain ${share(higher.rate)}. Sattuma ei selitä eroa: 95\u00A0%:n luottamusvälit ovat ${range(lower.low, lower.high)} ja ${range(higher.low, higher.high)}.`,
    rightOrder:
      "Segmenttien järjestys piti: mikään segmentti ei palannut ylempää segmenttiä useammin enempää kuin sattuma selittää.",
    addressed: ({ part, bestRanking: best, otherRankings: others }) =>
      `Kun lähestyy parasta ${whole(part)} asiakkaista ${best.ranking}, tavoittaa ${share(best.reached)} palaavista (${others.map(({ ranking, reached }) => `${ranking} ${share(reached)}`).join(", ")}; umpimähkään ${whole(part)}).`,
    nobodyReturned: (amount) => `Kukaan ei tilannut uudelleen (seuranta ${days(amount)}).`,
    stays: (facts, when) => {
      const [first, second] = [when.first, when.second].map(([from, to]) => `${day(from)}–${day(to)}`);
      const distance = (facts.observed - facts.expected) / facts.error;
      const meaning =
        distance < -2
          ? "Se on vähemmän kuin sattuma selittää: osa asiakkaista todella muuttui."
          : distance > 2
            ? "Se on enemmän kuin sattuma selittää: asiakkaat ovat sattuman mallia tasaisempia."
            : "Kärjestä pudonneet eivät siis välttämättä muuttuneet lainkaan; monella oli vain ollut hyvä jakso.";
      return `Jakson ${first} parhaasta viidenneksestä ${by[facts.by]} mukaan ${share(facts.observed)} oli parhaassa viidenneksessä myös jaksolla ${second} (${customers(when.customers)}, jotka olivat mukana molemmilla). Jos kukaan ei olisi muuttunut, pelkkä sattuma jättäisi ${share(facts.expected)} (keskivirhe ${share(facts.error)}). ${meaning}`;
    },
    staysOnly: (what, observed) =>
      `Parhaassa viidenneksessä pysyi ${by[what]} mukaan ${share(observed)}; sattuman osuutta ei voi kertoa, koska tilausten arvot eivät sovi malliin.`,
    noStability:
      "Pysyvätkö parhaat parhaina, sitä ei voi kertoa: siihen tarvitaan kaksi tämän pituista jaksoa ja 50 asiakasta niitä edeltävältä ajalta, ja tilauksia molemmilla jaksoilla.",
    check: ({ asOf, days: amount, method, expected, actual, bias }) =>
      `Ennuste, jonka ${method} olisi tehnyt ${day(asOf)}, olisi odottanut seuraavalle jaksolle (${days(amount)}) ${plural(Math.round(expected), "tilaus", "tilausta")}; niitä tuli ${count(actual)}${bias === null ? "" : `, joten ennuste oli ${off(bias)}`}.`,
    modelWins: ({ modelLoss, rule, ruleLoss }) =>
      `Se erotti tilaajat muista paremmin kuin mikään yksinkertainen sääntö: log-tappio ${number(modelLoss, 4)}; paras sääntö, ${rule}, saa ${number(ruleLoss, 4)}.`,
    ruleWins: ({ modelLoss, rule, ruleLoss }) =>
      `Yksinkertainen sääntö erotti tilaajat muista paremmin kuin malli: ${rule} saa log-tappion ${number(ruleLoss, 4)}, malli ${number(modelLoss, 4)}.`,
    noModel: (reason) => `Mitään mallia ei voinut käyttää sinä päivänä: ${guard(reason)}.`,
    logLossMeaning:
      "Log-tappio (log-loss): kuinka yllättynyt ennuste oli, pienempi on parempi. AUC: todennäköisyys, että tilaaja sijoittui muiden yläpuolelle; ½ on arvaamista.",
    compareStays: (stayFacts, when) =>
      `Jakson ${day(when.first[0])}–${day(when.first[1])} parhaasta viidenneksestä oli parhaassa viidenneksessä myös jaksolla ${day(when.second[0])}–${day(when.second[1])} ${stayFacts.map(({ by: what, observed, expected }) => `${by[what]} mukaan ${share(observed)} (${share(expected)}, jos kukaan ei olisi muuttunut)`).join(" ja ")}.`,
  };
}
