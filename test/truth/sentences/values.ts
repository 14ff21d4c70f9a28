import { type Facts, sumOf } from "./plain-counting.ts";
import { stayed } from "./plain-outlook.ts";
import { repeaters } from "./plain-repeat.ts";
import { EIGHT, HEALTHY, near, ONE, type Rows } from "./row.ts";

/** What each customer spent on an order day after the first one, on average; those with such a day only. */
function laterMeans(facts: Facts): readonly number[] {
  return [...facts.customers].flatMap(([id, { days }]) => {
    const own = facts.lines.filter(({ customer, amount, day }) => customer === id && amount > 0 && day !== days[0]);
    return own.length === 0 ? [] : [sumOf(own.map(({ amount }) => amount)) / (days.length - 1)];
  });
}

/** The part of all that was bought that was sent back later, 0 … 1; more counts as 1. */
function sentBack({ lines }: Facts): number {
  const bought = sumOf(lines.map(({ amount }) => Math.max(0, amount)));
  return Math.min(1, sumOf(lines.map(({ amount }) => Math.max(0, -amount))) / bought);
}

/** What the next orders are worth, and who stays among those who spend most. */
export const VALUES: Rows = {
  "forecasting.backtest.staysOnly": {
    claim: "of the best fifth of one period this share was in that of the next; no share by chance is told",
    restsOn: "order days and spend of those who had bought before both",
    isTrue: ([by, observed], facts) => near(observed, stayed(facts, by).share),
    said: HEALTHY,
    unsaid: ONE,
  },
  "forecasting.forecast.values": {
    claim: "a model of so many customers with repeat orders gives the value of an order",
    restsOn: "those who ordered on two days; the model's mean is near the mean of their later order days",
    isTrue: ([said], facts) => {
      const { p, q, v, customers } = said as Readonly<Record<"p" | "q" | "v" | "customers", number>>;
      const means = laterMeans(facts);
      const mean = sumOf(means) / means.length;
      return customers === repeaters(facts) && q > 1 && Math.abs((p * v) / (q - 1) / 10_000 - mean) < 0.1 * mean;
    },
    said: HEALTHY,
    unsaid: EIGHT,
  },
  "forecasting.forecast.valueFault": {
    claim: "no model gives the value of an order: too few came back, or none fits",
    restsOn: "those who ordered on two days",
    isTrue: ([fault], facts) => {
      const { kind, repeaters: few, q } = fault as { kind: string; repeaters?: number; q?: number };
      if (kind === "few repeaters") return few === repeaters(facts) && few < 30;
      return repeaters(facts) >= 30 && (kind === "no fit" || Number(q) <= 1);
    },
    said: EIGHT,
    unsaid: HEALTHY,
  },
  "forecasting.forecast.refunds": {
    claim: "this share of all purchases was refunded later",
    restsOn: "purchases and refunds",
    isTrue: ([kept], facts) => near(kept, 1 - sentBack(facts)) && sentBack(facts) > 0,
    said: "some is sent back",
    unsaid: HEALTHY,
  },
  "forecasting.forecast.allRefunded": {
    claim: "everything bought was refunded later",
    restsOn: "purchases and refunds",
    isTrue: (_, facts) => sentBack(facts) === 1,
    said: "one refund larger than all",
    unsaid: "some is sent back",
  },
};
