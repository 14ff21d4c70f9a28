import type { Ranking } from "../../analysis/backtest/gains.ts";
import type { ReturnGroup } from "../../analysis/backtest/return-table.ts";
import type { Guard, ModelFault, ValueFault } from "../../analysis/forecast/guards.ts";
import type { Method } from "../../analysis/forecast/origin-check.ts";
import type { DueState } from "../../analysis/forecast/usual-gaps.ts";
import type { PeopleFormats } from "./people-formats.ts";

/** A segment, how many were in it, and the share of them that came back. */
export interface ReturnFact {
  readonly segment: string;
  readonly customers: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** A stay share beside what chance gives. */
export interface StayFact {
  readonly by: "orders" | "spend";
  readonly observed: number;
  readonly expected: number;
  readonly error: number;
}

/** What one customer is expected to do, for a sentence. */
export interface CustomerForecastFact {
  readonly probability: number;
  readonly orders: number;
  readonly low: number;
  readonly high: number;
  readonly value: number;
  readonly spend: number;
  readonly from: number;
  readonly to: number;
  readonly interval: number;
}

/** Names and meanings by key; every language has the same keys. */
function explained<const Key extends string>(
  columns: Readonly<Record<Key, readonly [text: string, meaning: string]>>,
): Readonly<Record<Key, readonly [text: string, meaning: string]>> {
  return columns;
}

/** What the columns of the workbook's sheets are called, and what they mean, by sheet and name in data. */
export const FORECAST_SHEET_COLUMNS = explained({
  "backtest.group": ["By", "What customers are told apart by: a score, a cell, a segment, or all."],
  "backtest.value": ["Value", "The score, the cell or the segment."],
  "backtest.customers": ["Customers", "Who was in it on the day of scoring."],
  "backtest.returned": ["Came back", "Those of them who ordered in the days that followed."],
  "backtest.return_rate": ["Share", "Of the customers, those who came back."],
  "backtest.return_low": ["From", "Lower end of its 95% interval."],
  "backtest.return_high": ["To", "Upper end of its 95% interval."],
  "backtest.orders": ["Order days", "Days with an order in the days that followed, added up."],
  "backtest.revenue": ["Revenue", "Purchases minus refunds of those days."],
  "backtest.revenue_per_customer": ["Revenue per customer", "Divided by all who were in it."],
  "backtest.scored_on": ["Scored on", "Nothing after this day was known."],
  "backtest.until": ["Followed to", "The last of the days that followed."],
  "forecast.purchase_days": ["Order days", "Days with an order so far."],
  "forecast.p_order": ["Chance of an order", "Of at least one order in the days ahead."],
  "forecast.expected_orders": ["Expected orders", "Days with an order that are expected in the days ahead."],
  "forecast.orders_low": ["Orders from", "Lower end of the interval in which the customer's orders will lie."],
  "forecast.orders_high": ["Orders to", "Upper end of that interval."],
  "forecast.expected_order_value": [
    "Value of an order",
    "What one of them is expected to be worth, net of later refunds.",
  ],
  "forecast.expected_spend": ["Expected spend", "Expected orders times their value."],
  "forecast.discounted_spend": ["Discounted spend", "The same, worth less the later it comes."],
  "forecast.usual_gap_days": ["Usual gap", "Median days between the customer's order days, from three gaps on."],
  "forecast.due": ["Due", "no, due, overdue or lapsed, by the usual gap."],
  "forecast.p_alive": [
    "Chance of not having left",
    "It does not say who will order: choose by the chance of an order.",
  ],
});

/** The texts of `rfm backtest` and `rfm forecast`, in English. */
export function forecastWords({ count, number, money, share, day }: PeopleFormats) {
  const plural = (amount: number, one: string, many = `${one}s`): string =>
    `${count(amount)} ${amount === 1 ? one : many}`;
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
    "nobody leaves": "its best fit is that nobody ever leaves",
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
  return {
    due: "due: silent for as long as the usual gap between their order days (the median of three or more), or longer; overdue: for longer than ever before. Who is silent beyond the lapse gap as well is in neither list",
    methods,
    off,
    faults,
    /** The section of the page. */
    report: {
      heading: "Did the scores tell who came back, and who will order next?",
      caption: (scoredOn: number, until: number) =>
        `The share of each segment of ${day(scoredOn)} that ordered again by ${day(until)}; the bars run from 0 to 100%.`,
      bar: "came back",
      interval: "95% interval",
    },
    backtest: {
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
        `Whoever addresses the best ${whole(facts.part)} by ${facts.bestRanking.ranking} reaches ${share(facts.bestRanking.reached)} of those who come back (${facts.otherRankings.map(({ ranking, reached }) => `by ${ranking} ${share(reached)}`).join(", ")}; picked blindly ${whole(facts.part)}).`,
      nobodyReturned: (days: number) => `Nobody ordered again within the ${plural(days, "day")}.`,
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
              ? "That is more than chance explains: customers are steadier than the model of chance has it."
              : "So those who left the top need not have changed at all; many had just been lucky.";
        return `Of the top fifth by ${facts.by} in ${first}, ${share(facts.observed)} were in the top fifth of ${second} again (${plural(when.customers, "customer")} of both). If no customer had changed, chance alone would leave ${share(facts.expected)}, give or take ${share(facts.error)}. ${meaning}`;
      },
      staysOnly: (by: "orders" | "spend", observed: number) =>
        `By ${by}, ${share(observed)} stayed in the top fifth; what chance gives cannot be told, because the values of orders fit no model.`,
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
    },
    forecast: {
      title: (from: number, to: number) => `Who will order, ${day(from)} to ${day(to)}`,
      bySegment: "By segment",
      method: "How this was forecast",
      columns: {
        customer_id: "customer",
        first_order: "first order",
        last_order: "last order",
        recency_days: "days since",
        purchase_days: "order days",
        p_order: "chance of an order",
        expected_orders: "expected orders",
        orders_low: "from",
        orders_high: "to",
        expected_order_value: "value of an order",
        expected_spend: "expected spend",
        discounted_spend: "discounted",
        usual_gap_days: "usual gap",
        due: "due",
        segment: "segment",
        p_alive: "chance of not having left",
        customers: "customers",
        expected_buyers: "will order",
        share: "share",
      },
      notScored: "(before the window)",
      all: "all",
      total: (facts: {
        from: number;
        to: number;
        customers: number;
        buyers: number;
        orders: number;
        ordersRange: readonly [low: number, high: number] | null;
        spend: number;
        spendRange: readonly [low: number, high: number] | null;
        interval: number;
      }) => {
        const chance = whole(facts.interval);
        const orders =
          facts.ordersRange === null
            ? ""
            : ` (with a chance of ${chance} ${count(Math.round(facts.ordersRange[0]))} to ${count(Math.round(facts.ordersRange[1]))})`;
        const spend =
          facts.spendRange === null ? "" : ` (${money(facts.spendRange[0])} to ${money(facts.spendRange[1])})`;
        return `From ${day(facts.from)} to ${day(facts.to)}, about ${count(Math.round(facts.buyers))} of your ${plural(facts.customers, "customer")} will order: ${plural(Math.round(facts.orders), "order")}${orders} worth ${money(facts.spend)}${spend}. New customers come on top.`;
      },
      discounted: (spend: number, rate: number) =>
        `Discounted at ${whole(rate)} a year, that is worth ${money(spend)}.`,
      earlier: (facts: { asOf: number; expected: number; actual: number; bias: number | null }) =>
        `The same forecast made on ${day(facts.asOf)} expected ${plural(Math.round(facts.expected), "order")}; ${count(facts.actual)} came${facts.bias === null ? "" : `: it was ${off(facts.bias)}`}.`,
      model: (facts: {
        model: string;
        customers: number;
        parameters: readonly (readonly [name: string, value: number, error: number | null])[];
        logLikelihood: number;
        isFrozen: boolean;
      }) => {
        const each = facts.parameters.map(
          ([name, value, error]) => `${name} = ${number(value, 4)}${error === null ? "" : ` ± ${number(error, 4)}`}`,
        );
        const which = facts.isFrozen
          ? `By ${facts.model} with the parameters of the file`
          : `By ${facts.model}, the most likely of the models that pass`;
        return `${which} (${plural(facts.customers, "customer")}): ${each.join(", ")}; α in days, ± one standard error; log-likelihood ${number(facts.logLikelihood, 2)}.`;
      },
      rule: (rule: string, reason: Guard) => `No model is used: ${guard(reason)}. The figures are those of ${rule}.`,
      ruleMeaning: {
        hiatus: (days: number) =>
          `The silence rule: who was silent for ${plural(days, "day")} or less orders as such customers did at an earlier day, and everybody else as those did.`,
        "last-period":
          "“As in the last period”: every customer orders as often as in the last period of the same length.",
        "last-year":
          "“As in the same period last year”: every customer orders as often as in the same days of last year.",
      },
      noInterval: "A simple rule has no interval for the total; how far it was off earlier says how far to trust it.",
      values: (facts: { p: number; q: number; v: number; customers: number }) =>
        `The value of an order is by Gamma–Gamma on ${plural(facts.customers, "customer")} with repeat orders: p = ${number(facts.p, 3)}, q = ${number(facts.q, 3)}, v = ${money(facts.v)}.`,
      valueFault: (fault: ValueFault) => {
        const why =
          fault.kind === "few repeaters"
            ? `only ${plural(fault.repeaters, "customer")} with a repeat order`
            : fault.kind === "no mean"
              ? `orders differ too much between customers (q = ${number(fault.q, 3)}, and 1 or less has no mean)`
              : "its likelihood has no peak";
        return `The value of an order is each customer's own mean (the shop's where there is one order only): Gamma–Gamma cannot be used, ${why}.`;
      },
      refunds: (kept: number) =>
        `Values are net of what this shop refunds later: ${share(1 - kept)} of all purchases so far.`,
      allRefunded: "Everything bought so far was refunded later, so no spend is expected.",
      aliveMeaning:
        "p_alive is the chance that a customer has not left for good. It does not say who will order: choose by p_order.",
      preview: (file: string) => `Every customer's row: rfm forecast … -o ${file}`,
      saved: (file: string) => `Parameters written to ${file}; --parameters ${file} forecasts other data with them.`,
      nothingToSave: "no model is used, so there are no parameters to save",
      explain: {
        title: (id: string, asOf: number) => `${id}, as of ${day(asOf)}`,
        history: (facts: { days: number; first: number; last: number; silence: number }) =>
          facts.days === 1
            ? `Ordered on one day so far, ${day(facts.first)}, ${plural(facts.silence, "day")} ago.`
            : `Ordered on ${count(facts.days)} days, first on ${day(facts.first)}, last on ${day(facts.last)}, ${plural(facts.silence, "day")} ago.`,
        gap: (facts: { gap: number; state: DueState }) => {
          const said = {
            no: "the next order is not due yet",
            due: "an order is due",
            overdue: "an order is overdue: the silence is longer than any before",
            lapsed:
              "this customer has probably lapsed: the silence is longer than any before, and than nine in ten customers ever paused",
          };
          return `The usual gap between two orders is ${number(facts.gap)} ${facts.gap === 1 ? "day" : "days"}; by that ${said[facts.state]}.`;
        },
        noGap: "Too few orders to know a usual gap: it takes four.",
        chance: (facts: CustomerForecastFact) =>
          `The chance of at least one order from ${day(facts.from)} to ${day(facts.to)} is ${share(facts.probability)}: expected are ${number(facts.orders, 2)} ${facts.orders === 1 ? "order" : "orders"} (${whole(facts.interval)}: ${count(facts.low)} to ${count(facts.high)}), each worth ${money(facts.value)}, ${money(facts.spend)} in all.`,
        alive: (alive: number) => `The chance of not having left for good is ${share(alive)}.`,
        comparison: (facts: { probability: number; rank: number; customers: number }) =>
          `The mean of all customers is ${share(facts.probability)}; a higher chance than this customer: ${count(facts.rank)} of ${count(facts.customers)}.`,
        discounted: (spend: number) => `Discounted, that is ${money(spend)}.`,
      },
    },
  };
}

/** The texts as every language has to have them. */
export type ForecastWords = ReturnType<typeof forecastWords>;
