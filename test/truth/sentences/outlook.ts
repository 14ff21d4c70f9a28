import { SCHEME, standingOn } from "./plain-groups.ts";
import {
  actual,
  ahead,
  followed,
  type GroupSaid,
  isBias,
  isGroup,
  isOutOfOrder,
  isReason,
  looked,
  ordersIn,
  RANKED,
  rateOf,
  reached,
  stayed,
} from "./plain-outlook.ts";
import { ALL_ONCE, EIGHT, HEALTHY, near, ONE, type Rows, SHORT } from "./row.ts";

interface StaySaid {
  readonly by: string;
  readonly observed: number;
  readonly expected: number;
  readonly error: number;
}

/** Who came back: everybody is scored on an earlier day, and looked at in the days that followed. */
export const BACKTEST: Rows = {
  "forecasting.backtest.title": {
    claim: "scored on this day, followed to that",
    restsOn: "a quarter of the history, at most six months",
    isTrue: ([scoredOn, until], facts) => until === facts.asOf && scoredOn === facts.asOf - followed(facts),
    said: HEALTHY,
    unsaid: ONE,
  },
  "forecasting.report.caption": {
    claim: "scored on this day, followed to that",
    restsOn: "a quarter of the history, at most six months",
    isTrue: ([scoredOn, until], facts) => until === facts.asOf && scoredOn === facts.asOf - followed(facts),
    said: HEALTHY,
    unsaid: ONE,
  },
  "forecasting.backtest.lead": {
    claim: "of so many Champions of that day this share ordered again; of the last segment, of all, that share",
    restsOn: "everybody's scores on the earlier day, and who ordered after it",
    isTrue: ([said], facts) => {
      const { bestGroup, lastGroup, allGroup } = said as {
        bestGroup: GroupSaid;
        lastGroup: GroupSaid | null;
        allGroup: { customers: number; rate: number };
      };
      const told = SCHEME.filter((name) => looked(facts).filter(({ segment }) => segment === name).length >= 20);
      return (
        isGroup(bestGroup, facts) &&
        (lastGroup === null || isGroup(lastGroup, facts)) &&
        (told.length < 2 || (bestGroup.segment === told[0] && lastGroup?.segment === told.at(-1))) &&
        allGroup.customers === looked(facts).length &&
        near(allGroup.rate, rateOf(looked(facts)))
      );
    },
    said: HEALTHY,
    unsaid: ONE,
  },
  "forecasting.backtest.rightOrder": {
    claim: "no segment came back more often than one that stands higher, beyond chance",
    restsOn: "the same, with each share's 95 % interval",
    isTrue: (_, facts) => !isOutOfOrder(facts),
    said: HEALTHY,
    unsaid: "the best stop",
  },
  "forecasting.backtest.wrongOrder": {
    claim: "this segment came back more often than that one, which stands higher",
    restsOn: "the same",
    isTrue: ([said], facts) => {
      const { higherGroup, lowerGroup } = said as Readonly<
        Record<"higherGroup" | "lowerGroup", GroupSaid & { low: number; high: number }>
      >;
      return (
        isOutOfOrder(facts) &&
        isGroup(higherGroup, facts) &&
        isGroup(lowerGroup, facts) &&
        SCHEME.indexOf(higherGroup.segment) < SCHEME.indexOf(lowerGroup.segment) &&
        lowerGroup.low > higherGroup.high
      );
    },
    said: "the best stop",
    unsaid: HEALTHY,
  },
  "forecasting.backtest.addressed": {
    claim: "the best fifth by this ranking holds this share of those who came back, by the others less",
    restsOn: "the same; the forecast's own ranking is not counted again here",
    isTrue: ([said], facts) => {
      const { part, bestRanking, otherRankings } = said as {
        part: number;
        bestRanking: { ranking: string; reached: number };
        otherRankings: readonly { ranking: string; reached: number }[];
      };
      const all = [bestRanking, ...otherRankings];
      return (
        part === 0.2 &&
        all.length >= 4 &&
        all.every((one) => one.reached <= bestRanking.reached) &&
        all.filter(({ ranking }) => ranking in RANKED).every((one) => near(one.reached, reached(facts, one.ranking)))
      );
    },
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "forecasting.backtest.nobodyReturned": {
    claim: "nobody ordered again within so many days",
    restsOn: "who ordered after the earlier day",
    isTrue: ([days], facts) => days === followed(facts) && looked(facts).every(({ cameBack }) => !cameBack),
    said: ALL_ONCE,
    unsaid: HEALTHY,
  },
  "forecasting.backtest.stays": {
    claim: "of the best fifth of one period this share was in that of the next; chance alone would leave about so much",
    restsOn: "order days and spend of those who had bought before both; the share by chance is a model's",
    isTrue: ([said, when], facts) => {
      const { by, observed, expected, error } = said as StaySaid;
      const { first, second, customers } = when as {
        first: readonly number[];
        second: readonly number[];
        customers: number;
      };
      const [days, found] = [followed(facts), stayed(facts, by)];
      return (
        near(observed, found.share) &&
        customers === found.customers &&
        String(second) === String([facts.asOf - days + 1, facts.asOf]) &&
        String(first) === String([facts.asOf - 2 * days + 1, facts.asOf - days]) &&
        expected > 0.2 &&
        expected < 1 &&
        near(error, Math.sqrt((expected * (1 - expected)) / (customers / 5)))
      );
    },
    said: HEALTHY,
    unsaid: ALL_ONCE,
  },
  "forecasting.backtest.noStability": {
    claim: "fewer than fifty had bought before both periods, or nobody ordered in one of them",
    restsOn: "order days of everybody",
    isTrue: (_, facts) => {
      const days = followed(facts);
      const known = standingOn(facts, facts.asOf - 2 * days).map(({ id }) => id);
      const isQuiet = (from: number): boolean => known.every((id) => ordersIn(facts, id, from, from + days - 1) === 0);
      return known.length < 50 || isQuiet(facts.asOf - 2 * days + 1) || isQuiet(facts.asOf - days + 1);
    },
    said: EIGHT,
    unsaid: HEALTHY,
  },
  "forecasting.backtest.check": {
    claim: "a forecast of that day expected so many orders, so many came",
    restsOn: "order days after the earlier day of those who had bought by then",
    isTrue: ([said], facts) => {
      const check = said as { asOf: number; days: number; expected: number; actual: number; bias: number | null };
      return check.days === followed(facts) && check.actual === actual(facts, check.asOf, check.days) && isBias(check);
    },
    said: HEALTHY,
    unsaid: SHORT,
  },
  "forecasting.backtest.modelWins": {
    claim: "the model's log-loss is no higher than the best rule's",
    restsOn: "both log-losses",
    isTrue: ([said]) => {
      const { modelLoss, ruleLoss } = said as Readonly<Record<"modelLoss" | "ruleLoss", number>>;
      return modelLoss > 0 && modelLoss <= ruleLoss;
    },
    said: "five hundred customers",
    unsaid: EIGHT,
  },
  "forecasting.backtest.ruleWins": {
    claim: "the best rule's log-loss is lower than the model's",
    restsOn: "both log-losses",
    isTrue: ([said]) => {
      const { modelLoss, ruleLoss } = said as Readonly<Record<"modelLoss" | "ruleLoss", number>>;
      return ruleLoss > 0 && ruleLoss < modelLoss;
    },
    said: "the best stop",
    unsaid: EIGHT,
  },
  "forecasting.backtest.noModel": {
    claim: "no model could be used on that day, for there were too few customers or for another reason",
    restsOn: "customers known on that day, and those who had come back",
    isTrue: ([reason], facts) => isReason(reason, facts),
    said: EIGHT,
    unsaid: ONE,
  },
};

/** Who will order. What a model expects is checked by its own tests; here stand what happened, and what must hold of any forecast. */
export const FORECAST: Rows = {
  "forecasting.forecast.title": {
    claim: "the forecast is of these days",
    restsOn: "the last row's day; 90 days, at most half of the history",
    isTrue: ([from, to], facts) => from === facts.asOf + 1 && to === facts.asOf + ahead(facts),
    said: HEALTHY,
    unsaid: SHORT,
  },
  "forecasting.forecast.total": {
    claim: "about so many of so many customers will order so often, between this and that",
    restsOn: "customers; the range holds the expectation, and each buyer orders at least once",
    isTrue: ([said], facts) => {
      const total = said as Readonly<Record<"from" | "to" | "customers" | "buyers" | "orders" | "spend", number>> &
        Readonly<Record<"ordersRange" | "spendRange", readonly [number, number] | null>>;
      const holds = (range: readonly [number, number] | null, value: number): boolean =>
        range === null || (range[0] <= value + 1 && value <= range[1] + 1);
      return (
        total.from === facts.asOf + 1 &&
        total.to === facts.asOf + ahead(facts) &&
        total.customers === facts.customers.size &&
        total.buyers <= total.customers &&
        total.buyers <= total.orders + 1e-9 &&
        total.buyers > 0 === total.orders > 0 &&
        holds(total.ordersRange, total.orders) &&
        holds(total.spendRange, total.spend)
      );
    },
    said: HEALTHY,
    unsaid: SHORT,
  },
  "forecasting.forecast.earlier": {
    claim: "the same forecast of an earlier day expected so many orders, so many came",
    restsOn: "order days after the earlier day of those who had bought by then",
    isTrue: ([said], facts) => {
      const check = said as { asOf: number; expected: number; actual: number; bias: number | null };
      return check.actual === actual(facts, check.asOf, ahead(facts)) && isBias(check);
    },
    said: HEALTHY,
    unsaid: SHORT,
  },
  "forecasting.forecast.model": {
    claim: "a model of so many customers is used",
    restsOn: "customers, those who came back",
    isTrue: ([said], facts) => {
      const { customers, parameters } = said as {
        customers: number;
        parameters: readonly (readonly [string, number, number | null])[];
      };
      const back = [...facts.customers.values()].filter(({ days }) => days.length > 1).length;
      return (
        customers === facts.customers.size && customers >= 200 && back >= 30 && parameters.every(([, one]) => one > 0)
      );
    },
    said: "five hundred customers",
    unsaid: EIGHT,
  },
  "forecasting.forecast.rule": {
    claim: "no model is used, for this reason",
    restsOn: "customers, those who came back, how models did on earlier days",
    isTrue: ([, reason], facts) => isReason(reason, facts),
    said: EIGHT,
    unsaid: SHORT,
  },
};
