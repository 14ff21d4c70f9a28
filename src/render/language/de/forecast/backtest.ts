import type { Catalogue } from "../../en/index.ts";
import type { GermanGrammar } from "../grammar.ts";
import type { ForecastPhrases } from "./phrases.ts";

/** What `rfm backtest` says. */
export function germanBacktest(
  { count, number, share, day, orders, customersDative, daysDative }: GermanGrammar,
  { whole, range, off, guard, by }: ForecastPhrases,
): Catalogue["forecasting"]["backtest"] {
  return {
    title: (scoredOn, until) =>
      `Zeigen die Scores, wer wiederkommt? Bewertet am ${day(scoredOn)}, beobachtet bis ${day(until)}`,
    bySegment: "Nach Segment",
    byScore: "Nach Score",
    gains: "Wen ansprechen",
    stability: "Bleiben die Besten die Besten?",
    methodsTitle: "Was vorhergesagt worden wäre",
    columns: {
      group: "nach",
      value: "Wert",
      segment: "Segment",
      score: "Score",
      customers: "Kunden",
      returned: "kamen wieder",
      return_rate: "Anteil",
      return_low: "95\u00A0% von",
      return_high: "bis",
      orders: "Bestellungen",
      revenue: "Umsatz",
      revenue_per_customer: "Umsatz pro Kunde",
      scored_on: "bewertet am",
      until: "beobachtet bis",
      recency: "Aktualität",
      frequency: "Häufigkeit",
      monetary: "Kaufwert",
      ranking: "beste nach",
      method: "Methode",
      expected: "erwartete Bestellungen",
      actual: "tatsächliche",
      off: "Abweichung",
      log_loss: "Log-Loss",
      auc: "AUC",
      best_fifth: "bestes Fünftel traf",
    },
    groups: {
      recency_score: "Score der Aktualität",
      frequency_score: "Score der Häufigkeit",
      monetary_score: "Score des Kaufwerts",
      rfm_cell: "Zelle",
      segment: "Segment",
      all: "alle",
    },
    rankings: {
      recency: "Aktualität",
      frequency: "Häufigkeit",
      spend: "Ausgaben",
      "r+f+m": "Summe R + F + M",
      forecast: "Prognose",
    },
    bestShare: (part) => `beste ${whole(part)}`,
    lead: ({ bestGroup: best, lastGroup: last, allGroup: all, scoredOn, until }) => {
      const others = last === null ? "" : `, von den ${count(last.customers)} in „${last.segment}“ ${share(last.rate)}`;
      return `Von Ihren ${customersDative(best.customers)} in „${best.segment}“ am ${day(scoredOn)} haben ${share(best.rate)} bis ${day(until)} wieder bestellt${others}. Von allen ${customersDative(all.customers)} waren es ${share(all.rate)}.`;
    },
    wrongOrder: ({ higherGroup: higher, lowerGroup: lower }) =>
      `Die Reihenfolge der Segmente stimmte hier nicht: Von den ${count(lower.customers)} in „${lower.segment}“ kamen ${share(lower.rate)} wieder, von den ${count(higher.customers)} in „${higher.segment}“, die höher stehen, nur ${share(higher.rate)}. Zufall erklärt das nicht: Die 95-%-Intervalle sind ${range(lower.low, lower.high)} und ${range(higher.low, higher.high)}.`,
    rightOrder:
      "Die Reihenfolge der Segmente hielt: Keines kam öfter wieder als ein höher stehendes, jedenfalls nicht stärker, als Zufall erklärt.",
    addressed: ({ part, bestRanking: best, otherRankings: others }) =>
      `Wer die besten ${whole(part)} nach ${best.ranking} anspricht, erreicht ${share(best.reached)} derer, die wiederkommen (${others.map(({ ranking, reached }) => `nach ${ranking} ${share(reached)}`).join(", ")}; bei zufälliger Auswahl ${whole(part)}).`,
    nobodyReturned: (amount) => `Innerhalb von ${daysDative(amount)} hat kein Kunde wieder bestellt.`,
    stays: (facts, when) => {
      const [first, second] = [when.first, when.second].map(([from, to]) => `${day(from)} bis ${day(to)}`);
      const distance = (facts.observed - facts.expected) / facts.error;
      const meaning =
        distance < -2
          ? "Das ist weniger, als Zufall erklärt: Einige Kunden haben sich wirklich verändert."
          : distance > 2
            ? "Das ist mehr, als Zufall erklärt: Kunden sind beständiger, als es das Zufallsmodell annimmt."
            : "Wer die Spitze verlassen hat, muss sich also gar nicht verändert haben; viele hatten nur eine gute Zeit.";
      return `Vom besten Fünftel ${by[facts.by]} (${first}) waren ${share(facts.observed)} auch im besten Fünftel vom ${second} (${customersDative(when.customers)} aus beiden Zeiträumen). Hätte sich kein Kunde verändert, blieben allein durch Zufall ${share(facts.expected)}, mit einem Standardfehler von ${share(facts.error)}. ${meaning}`;
    },
    staysOnly: (what, observed) =>
      `${by[what] === "nach Ausgaben" ? "Nach Ausgaben" : "Nach Bestellungen"} blieben ${share(observed)} im besten Fünftel; was der Zufall ergibt, lässt sich nicht sagen, weil die Bestellwerte zu keinem Modell passen.`,
    noStability:
      "Ob die Besten die Besten bleiben, lässt sich nicht sagen: Dafür braucht es zwei Zeiträume dieser Länge und 50 Kunden aus der Zeit davor, die in beiden bestellen.",
    check: ({ asOf, days: amount, method, expected, actual, bias }) =>
      `Am ${day(asOf)} hätte die Prognose (Methode: ${method}) in den nächsten ${daysDative(amount)} ${orders(Math.round(expected))} erwartet; es ${Math.round(actual) === 1 ? "kam" : "kamen"} ${count(actual)}${bias === null ? "" : `, sie war also ${off(bias)}`}.`,
    modelWins: ({ modelLoss, rule, ruleLoss }) =>
      `Es trennte Käufer von anderen besser als jede einfache Regel: Log-Loss ${number(modelLoss, 4)}; die beste Regel, ${rule}, hat ${number(ruleLoss, 4)}.`,
    ruleWins: ({ modelLoss, rule, ruleLoss }) =>
      `Eine einfache Regel trennte Käufer von anderen besser als das Modell: ${rule} hat einen Log-Loss von ${number(ruleLoss, 4)}, das Modell ${number(modelLoss, 4)}.`,
    noModel: (reason) => `An diesem Tag war kein Modell verwendbar. ${guard(reason)}.`,
    logLossMeaning:
      "Log-Loss: wie überrascht die Prognose war, weniger ist besser. AUC: die Wahrscheinlichkeit, dass ein Käufer vor einem Nichtkäufer stand; ½ ist geraten.",
    compareStays: (stayFacts, when) =>
      `Vom besten Fünftel vom ${day(when.first[0])} bis ${day(when.first[1])} waren ${stayFacts.map(({ by: what, observed, expected }) => `${by[what]} ${share(observed)} (${share(expected)}, hätte sich kein Kunde verändert)`).join(" und ")} auch im besten Fünftel vom ${day(when.second[0])} bis ${day(when.second[1])}.`,
  };
}
