import { type Facts, linesOf, once, sumOf } from "./plain-counting.ts";
import { monthsOf, rated } from "./plain-months.ts";

/** Each customer's purchases, the oldest first. */
const purchases = once((facts: Facts): readonly (readonly { readonly day: number; readonly amount: number }[])[] =>
  [...facts.customers.keys()].map((id) =>
    (linesOf(facts).get(id) ?? [])
      .filter(({ amount }) => amount > 0)
      .toSorted((a, b) => a.day - b.day)
      .map(({ day, amount }) => ({ day, amount })),
  ),
);

/** Days between one order day and the next, of everybody. */
export const pauses = once((facts: Facts): readonly number[] =>
  [...facts.customers.values()].flatMap(({ days }) => days.slice(1).map((day, index) => day - (days[index] ?? 0))),
);

export const repeaters = (facts: Facts): number =>
  [...facts.customers.values()].filter(({ days }) => days.length > 1).length;

/** Of those whose n-th purchase is old enough, how many placed another. */
export function rung(facts: Facts, n: number): { readonly hadTime: number; readonly rate: number } {
  const judged = purchases(facts).filter((own) => {
    const nth = own[n - 1];
    return nth !== undefined && facts.asOf - nth.day >= (facts.lapseDays ?? Number.NaN);
  });
  return { hadTime: judged.length, rate: judged.filter((own) => own.length > n).length / judged.length };
}

/** The days from each customer's first purchase to the second, or to the last day of the export. */
const waits = once((facts: Facts): readonly { readonly time: number; readonly came: boolean }[] =>
  purchases(facts).map(([first, second]) => ({
    time: (second?.day ?? facts.asOf) - (first?.day ?? 0),
    came: second !== undefined,
  })),
);

/** The share of those still without a second purchase before a day who make it on that day. */
const cameOn = once((facts: Facts): readonly number[] =>
  Array.from({ length: Math.max(0, ...waits(facts).map(({ time }) => time)) + 1 }, (_, day) => {
    const atRisk = waits(facts).filter(({ time }) => time >= day);
    return atRisk.filter(({ came, time }) => came && time === day).length / atRisk.length;
  }),
);

/** Those who have waited for the second purchase so long or longer, and the share that has had it by then (Kaplan–Meier). */
export function secondBy(facts: Facts, day: number): { readonly followed: number; readonly share: number } {
  const still = cameOn(facts)
    .slice(0, day + 1)
    .reduce((left, share) => left * (1 - share), 1);
  return { followed: waits(facts).filter(({ time }) => time >= day).length, share: 1 - still };
}

/** What returning customers are worth: in times of their first order, and the share of sales after the first order. */
export const returningWorth = once((facts: Facts): { readonly times: number; readonly laterShare: number } => {
  const firstOf = (own: readonly { readonly day: number; readonly amount: number }[]): number =>
    Math.max(...own.filter(({ day }) => day === own[0]?.day).map(({ amount }) => amount));
  const all = purchases(facts);
  const [bought, first] = [sumOf(all.flat().map(({ amount }) => amount)), sumOf(all.map(firstOf))];
  const spent = sumOf([...facts.customers.values()].filter(({ orders }) => orders > 1).map(({ spend }) => spend));
  const firstOfReturning = sumOf(all.filter((own) => own.length > 1).map(firstOf));
  return { times: spent / firstOfReturning, laterShare: 1 - first / bought };
});

/** What five points more of each month's customers would have brought in the last twelve months up to the last with a rate. */
export function fivePointsMore(facts: Facts): {
  readonly months: readonly string[];
  readonly customers: number;
  readonly revenue: number;
} {
  const months = monthsOf(facts);
  const last = months.findLastIndex(({ rate }) => rate !== null);
  const counted = rated(facts).filter((month) => month.kept.length > 0 && months.indexOf(month) > last - 12);
  const each = counted.map(({ label, kept, rate, before }) => {
    const spent = facts.lines.filter(
      ({ day, customer }) => monthsOf(facts).find((one) => one.last >= day)?.label === label && kept.includes(customer),
    );
    const more = Math.min(0.05, 1 - (rate ?? 1)) * (before ?? 0);
    return { more, revenue: (more * sumOf(spent.map(({ amount }) => amount))) / kept.length };
  });
  return {
    months: counted.map(({ label }) => label),
    customers: sumOf(each.map(({ more }) => more)),
    revenue: sumOf(each.map(({ revenue }) => revenue)),
  };
}
