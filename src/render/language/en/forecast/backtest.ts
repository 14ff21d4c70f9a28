import type { Ranking } from "../../../../analysis/backtest/gains.ts";
import type { ReturnGroup } from "../../../../analysis/backtest/return-table.ts";
import type { Guard } from "../../../../analysis/forecast/guards.ts";
import type { EnglishGrammar } from "../grammar.ts";
import type { ForecastPhrases } from "./phrases.ts";

/** A segment, how many were in it, and the share of them that came back. */
export interface ReturnFact {
  readonly segment: string;
  readonly customers: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** A stay share next to what chance gives. */
export interface StayFact {
  readonly by: "orders" | "spend";
  readonly observed: number;
  readonly expected: number;
  readonly error: number;
}

/** What `rfm backtest` says. */
export function englishBacktest(
  { count, number, share, day, plural }: EnglishGrammar,
  { whole, range, off, guard }: ForecastPhrases,
) {
  return {
    title: (scoredOn: number, until: number) =>
      `Do the scores tell who comes back? Scored on ${day(scoredOn)}, followed to ${day(until)}`,
    bySegment: "By segment",
    byScore: "By score",
    gains: "Whom to address",
    stability: "Do the best stay the best?",
    methodsTitle: "What would have been forecast",
    columns: {
      group: "by",
      value: "value",
      segment: "segment",
      score: "score",
      customers: "customers",
      returned: "came back",
      return_rate: "share",
      return_low: "95% from",
      return_high: "to",
      orders: "orders",
      revenue: "revenue",
      revenue_per_customer: "revenue per customer",
      scored_on: "scored on",
      until: "followed to",
      recency: "recency",
      frequency: "frequency",
      monetary: "monetary value",
      ranking: "best by",
      method: "method",
      expected: "expected orders",
      actual: "actual orders",
      off: "off by",
      log_loss: "log-loss",
      auc: "AUC",
      best_fifth: "best fifth hit",
    },
    groups: {
      recency_score: "recency score",
      frequency_score: "frequency score",
      monetary_score: "monetary score",
      rfm_cell: "cell",
      segment: "segment",
      all: "all",
    } satisfies Record<ReturnGroup, string>,
    rankings: {
      recency: "recency",
      frequency: "frequency",
      spend: "spend",
      "r+f+m": "R + F + M",
      forecast: "forecast",
    } satisfies Record<Ranking, string>,
    bestShare: (part: number) => `best ${whole(part)}`,
    /** The first sentence: the best and the last segment that have customers, and everybody. */
    lead: (facts: {
      bestGroup: ReturnFact;
      lastGroup: ReturnFact | null;
      allGroup: { customers: number; rate: number };
      scoredOn: number;
      until: number;
    }) => {
      const { bestGroup: best, lastGroup: last, allGroup: all } = facts;
      const others = last === null ? "" : `; of the ${count(last.customers)} ${last.segment}, ${share(last.rate)}`;
      return `Of your ${count(best.customers)} ${best.segment} of ${day(facts.scoredOn)}, ${share(best.rate)} ordered again by ${day(facts.until)}${others}. Of all ${plural(all.customers, "customer")}, ${share(all.rate)} did.`;
    },
    wrongOrder: ({ higherGroup: higher, lowerGroup: lower }: { higherGroup: ReturnFact; lowerGroup: ReturnFact }) =>
      `The order of segments was wrong here: ${share(lower.rate)} of the ${count(lower.customers)} ${lower.segment} came back, but only ${share(higher.rate)} of the ${count(higher.customers)} ${higher.segment}, who stand higher. Chance does not explain that: the 95% intervals are ${range(lower.low, lower.high)} and ${range(higher.low, higher.high)}.`,
    rightOrder:
      "The order of segments held: none came back more often than one that stands higher by more than chance explains.",
    addressed: (facts: {
      part: number;
      bestRanking: { ranking: string; reached: number };
      otherRankings: readonly { ranking: string; reached: number }[];
    }) =>
      `Addressing the best ${whole(facts.part)} by ${facts.bestRanking.ranking} reaches ${share(facts.bestRanking.reached)} of those who come back (${facts.otherRankings.map(({ ranking, reached }) => `by ${ranking} ${share(reached)}`).join(", ")}; at random ${whole(facts.part)}).`,
    nobodyReturned: (days: number) => `No customer ordered again within the ${plural(days, "day")}.`,
    stays: (
      facts: StayFact,
      when: { first: readonly [number, number]; second: readonly [number, number]; customers: number },
    ) => {
      const [first, second] = [when.first, when.second].map(([from, to]) => `${day(from)} to ${day(to)}`);
      const distance = (facts.observed - facts.expected) / facts.error;
      const meaning =
        distance < -2
          ? "That is less than chance explains: some customers did change."
          : distance > 2
            ? "That is more than chance explains: customers are steadier than chance alone would make them."
            : "So those who left the top need not have changed at all; many had just been lucky.";
      return `Of the top fifth by ${facts.by} in ${first}, ${share(facts.observed)} were in the top fifth of ${second} again (${plural(when.customers, "customer")} of both). If no customer had changed, chance alone would leave ${share(facts.expected)}, give or take ${share(facts.error)}. ${meaning}`;
    },
    staysOnly: (by: "orders" | "spend", observed: number) =>
      `By ${by}, ${share(observed)} stayed in the top fifth; what chance alone would give is unknown, because order values fit no model.`,
    noStability:
      "Whether the best stay the best cannot be told: it takes two periods of this length, and 50 customers from before them who order in both.",
    check: (facts: {
      asOf: number;
      days: number;
      method: string;
      expected: number;
      actual: number;
      bias: number | null;
    }) =>
      `A forecast made on ${day(facts.asOf)} by ${facts.method} would have expected ${plural(Math.round(facts.expected), "order")} in the next ${plural(facts.days, "day")}; ${count(facts.actual)} came${facts.bias === null ? "" : `, so it was ${off(facts.bias)}`}.`,
    modelWins: (facts: { modelLoss: number; rule: string; ruleLoss: number }) =>
      `It told buyers from others better than any simple rule: log-loss ${number(facts.modelLoss, 4)}; the best rule, ${facts.rule}, has ${number(facts.ruleLoss, 4)}.`,
    ruleWins: (facts: { modelLoss: number; rule: string; ruleLoss: number }) =>
      `A simple rule told buyers from others better than the model: ${facts.rule} has log-loss ${number(facts.ruleLoss, 4)}, the model ${number(facts.modelLoss, 4)}.`,
    noModel: (reason: Guard) => `No model could be used on that day: ${guard(reason)}.`,
    logLossMeaning:
      "Log-loss: how surprised the forecast was, lower is better. AUC: the chance that a buyer ranked above a non-buyer; ½ is guessing.",
    compareStays: (
      stayFacts: readonly StayFact[],
      when: { first: readonly [number, number]; second: readonly [number, number] },
    ) =>
      `Of the top fifth in ${day(when.first[0])} to ${day(when.first[1])}, ${stayFacts.map(({ by, observed, expected }) => `${share(observed)} by ${by} (${share(expected)} if no customer had changed)`).join(" and ")} were in the top fifth of ${day(when.second[0])} to ${day(when.second[1])} again.`,
  };
}
