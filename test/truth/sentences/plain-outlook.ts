import { dateOf, dayOfDate, type Facts, once, sumOf } from "./plain-counting.ts";
import { cutPointsOf, SCHEME, type Standing, scoresOf, segmentOfScores, standingOn } from "./plain-groups.ts";
import { near } from "./row.ts";

const firstDay = (facts: Facts): number =>
  Math.min(...[...facts.customers.values()].map(({ days }) => days[0] ?? Number.POSITIVE_INFINITY));
const historyDays = (facts: Facts): number => facts.asOf - firstDay(facts) + 1;

/** Days of the six months that end on a day. */
function halfYear(day: number): number {
  const [year = 0, month = 0, date = 0] = dateOf(day + 1)
    .split("-")
    .map(Number);
  const before = year * 12 + month - 1 - 6;
  const first = `${Math.floor(before / 12)}-${String((before % 12) + 1).padStart(2, "0")}`;
  return day - (dayOfDate(`${first}-01`) + date - 1) + 1;
}

/** How long customers are followed: a quarter of the history, at most six months. */
export const followed = (facts: Facts): number => Math.min(Math.floor(historyDays(facts) / 4), halfYear(facts.asOf));
/** How far a forecast looks: 90 days, at most half of the history. */
export const ahead = (facts: Facts): number => Math.min(90, Math.floor(historyDays(facts) / 2));

export const ordersIn = (facts: Facts, id: string, from: number, to: number): number =>
  facts.customers.get(id)?.days.filter((day) => day >= from && day <= to).length ?? 0;

interface Looked extends Standing {
  readonly scores: string;
  readonly segment: string;
  readonly cameBack: boolean;
}

/** Everybody as they were scored on the earlier day, and whether they ordered in the days that followed. */
export const looked = once((facts: Facts): readonly Looked[] => {
  const scoredOn = facts.asOf - followed(facts);
  const standing = standingOn(facts, scoredOn);
  const cutPoints = cutPointsOf(standing);
  return standing.map((one) => {
    const scores = scoresOf(one, cutPoints);
    const cameBack = ordersIn(facts, one.id, scoredOn + 1, facts.asOf) > 0;
    return { ...one, scores, segment: segmentOfScores(scores), cameBack };
  });
});

export const rateOf = (group: readonly Looked[]): number =>
  group.filter(({ cameBack }) => cameBack).length / group.length;

export interface GroupSaid {
  readonly segment: string;
  readonly customers: number;
  readonly rate: number;
}

export const isGroup = (said: GroupSaid, facts: Facts): boolean => {
  const group = looked(facts).filter(({ segment }) => segment === said.segment);
  return said.customers === group.length && near(said.rate, rateOf(group));
};

/** The 95 % interval of a share (Wilson). */
function interval(group: readonly Looked[]): readonly [low: number, high: number] {
  const [n, p, z] = [group.length, rateOf(group), 1.959964];
  const middle = p + (z * z) / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [(middle - spread) / (1 + (z * z) / n), (middle + spread) / (1 + (z * z) / n)];
}

/** Whether a segment came back more often than one that stands higher, by more than chance explains. */
export const isOutOfOrder = (facts: Facts): boolean => {
  const all = SCHEME.map((name) => looked(facts).filter(({ segment }) => segment === name)).filter(
    ({ length }) => length > 0,
  );
  return all.some((higher, at) => all.slice(at + 1).some((lower) => interval(lower)[0] > interval(higher)[1]));
};

export const RANKED: Readonly<Record<string, (one: Looked) => number>> = {
  recency: ({ recency }) => -recency,
  frequency: ({ orders }) => orders,
  spend: ({ spend }) => Math.round(spend * 100),
  "R + F + M": ({ scores }) => sumOf([...scores].map(Number)),
};

/** How much of each customer belongs to the best fifth; of those who share the last place, an equal part. */
function inBestFifth(values: readonly number[]): readonly number[] {
  const places = values.length / 5;
  const last = values.toSorted((a, b) => b - a)[Math.ceil(places) - 1] ?? 0;
  const above = values.filter((value) => value > last).length;
  const part = Math.min(1, (places - above) / values.filter((value) => value === last).length);
  return values.map((value) => (value > last ? 1 : value === last ? part : 0));
}

/** The share of those who came back whom the best fifth by a ranking reaches. */
export function reached(facts: Facts, ranking: string): number {
  const by = RANKED[ranking];
  const all = looked(facts);
  const weights = by === undefined ? [] : inBestFifth(all.map(by));
  const back = all.filter(({ cameBack }) => cameBack).length;
  return sumOf(weights.filter((_, at) => all[at]?.cameBack === true)) / back;
}

/** The share of the best fifth of one period that is in that of the next again. */
export function stayed(facts: Facts, by: unknown): { readonly customers: number; readonly share: number } {
  const days = followed(facts);
  const middle = facts.asOf - days;
  const ids = standingOn(facts, middle - days).map(({ id }) => id);
  const inPeriod = (id: string, from: number): number =>
    by === "orders"
      ? ordersIn(facts, id, from, from + days - 1)
      : sumOf(
          facts.lines
            .filter((line) => line.customer === id && line.day >= from && line.day < from + days)
            .map(({ amount }) => Math.round(amount * 100)),
        );
  const [before, after] = [middle - days + 1, middle + 1].map((from) =>
    inBestFifth(ids.map((id) => inPeriod(id, from))),
  );
  return {
    customers: ids.length,
    share: sumOf((before ?? []).map((part, at) => part * (after?.[at] ?? 0))) / (ids.length / 5),
  };
}

/** How many order days there were in so many days after a day, of those who had bought by then. */
export const actual = (facts: Facts, asOf: number, days: number): number =>
  sumOf(standingOn(facts, asOf).map(({ id }) => ordersIn(facts, id, asOf + 1, asOf + days)));

export const isBias = (said: { expected: number; actual: number; bias: number | null }): boolean =>
  said.bias === null ? said.actual === 0 : near(said.bias, said.expected / said.actual - 1);

/** Whether a reason against a model is so on some day that the report looks from. */
export function isReason(reason: unknown, facts: Facts): boolean {
  const { kind, customers, repeaters } = reason as { kind: string; customers?: number; repeaters?: number };
  const days = [0, 1, 2].flatMap((back) => [facts.asOf - back * followed(facts), facts.asOf - back * ahead(facts)]);
  const known = days.map((day) =>
    standingOn(facts, day).map(({ id }) => facts.customers.get(id)?.days.filter((one) => one <= day) ?? []),
  );
  if (kind === "few customers") return known.some(({ length }) => length === customers && length < 200);
  if (kind === "few repeaters")
    return known.some((all) => all.filter(({ length }) => length > 1).length === repeaters) && Number(repeaters) < 30;
  if (kind === "missing months") {
    const months = (reason as { months: readonly string[] }).months;
    return months.every((month) => facts.lines.every(({ day }) => !dateOf(day).startsWith(month)));
  }
  return ["no model fits", "not tested", "rule is better"].includes(kind);
}
