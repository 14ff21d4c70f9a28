import { standardSchemeFile } from "../../../src/analysis/segments/standard.ts";
import {
  dateOf,
  dayOfDate,
  type Facts,
  linesOf,
  median,
  once,
  type PlainScheme,
  quantile,
  sumOf,
} from "./plain-counting.ts";

/** A customer on one day, as far as known by then. */
export interface Standing {
  readonly id: string;
  readonly recency: number;
  readonly orders: number;
  readonly spend: number;
  readonly firstDays: number;
}

/** Everybody who had bought by a day. */
export function standingOn(facts: Facts, day: number): readonly Standing[] {
  return [...facts.customers.keys()].flatMap((id) => {
    const own = (linesOf(facts).get(id) ?? []).filter((line) => line.day <= day);
    const days = own.filter(({ amount }) => amount > 0).map((line) => line.day);
    if (days.length === 0) return [];
    const [first, last] = [Math.min(...days), Math.max(...days)];
    const spend = sumOf(own.map(({ amount }) => Math.round(amount * 100))) / 100;
    return [{ id, recency: day - last, orders: days.length, spend, firstDays: day - first }];
  });
}

type CutPoints = Readonly<Record<"recency" | "orders" | "spend", readonly number[]>>;

/** Four values between five groups of equal size. */
export function cutPointsOf(standing: readonly Standing[]): CutPoints {
  const of = (measure: keyof CutPoints): readonly number[] =>
    [0.2, 0.4, 0.6, 0.8].map((part) =>
      quantile(
        standing.map((one) => one[measure]),
        part,
      ),
    );
  return { recency: of("recency"), orders: of("orders"), spend: of("spend") };
}

/** The three scores, `543`. */
export function scoresOf(one: Standing, cutPoints: CutPoints): string {
  const above = (measure: keyof CutPoints): number =>
    cutPoints[measure].filter((cutPoint) => one[measure] > cutPoint + 1e-9).length;
  return `${5 - above("recency")}${1 + above("orders")}${1 + above("spend")}`;
}

export const SCHEME: readonly string[] = standardSchemeFile.segments.map(({ name }) => name);

export const segmentOfScores = (scores: string): string =>
  standardSchemeFile.segments.find(({ cells }) => cells?.includes(scores) === true)?.name ?? "";

const STANDARD: PlainScheme = { names: SCHEME, of: segmentOfScores };

/** Everybody's segment on the last day. */
export const groups = once((facts: Facts): ReadonlyMap<string, readonly Standing[]> => {
  const standing = standingOn(facts, facts.asOf);
  const cutPoints = cutPointsOf(standing);
  const { names, of } = facts.scheme ?? STANDARD;
  return new Map(names.map((name) => [name, standing.filter((one) => of(scoresOf(one, cutPoints)) === name)]));
});

/** How many there are with which scores for recency and frequency; the money they brought. */
export const grid = once((facts: Facts) => {
  const standing = standingOn(facts, facts.asOf);
  const cutPoints = cutPointsOf(standing);
  return standing.map((one) => ({ scores: scoresOf(one, cutPoints), spend: one.spend }));
});

/** One customer's way from the segment of a month earlier to today's; `null` for nowhere. */
export interface Move {
  readonly from: string | null;
  readonly to: string;
  readonly hasOrdered: boolean;
  readonly worthBefore: number;
  readonly worth: number;
}

/** The same day of the month before; the last of that month where it has no such day. */
export function monthEarlier(day: number): number {
  const [year = 0, month = 0, date = 0] = dateOf(day).split("-").map(Number);
  const lastOfBefore = dayOfDate(`${year}-${String(month).padStart(2, "0")}-01`) - 1;
  const [, , days = 0] = dateOf(lastOfBefore).split("-").map(Number);
  const isLast = dateOf(day + 1).endsWith("-01");
  return isLast ? lastOfBefore : lastOfBefore - days + Math.min(date, days);
}

/** Everybody on both days, scored with the cut points of the last one. */
export const moves = once((facts: Facts): readonly Move[] => {
  const fromDay = monthEarlier(facts.asOf);
  const now = standingOn(facts, facts.asOf);
  const cutPoints = cutPointsOf(now);
  const then = new Map(standingOn(facts, fromDay).map((one) => [one.id, one]));
  const { of } = facts.scheme ?? STANDARD;
  return now.map((one) => {
    const before = then.get(one.id);
    return {
      from: before === undefined ? null : of(scoresOf(before, cutPoints)),
      to: of(scoresOf(one, cutPoints)),
      hasOrdered: facts.asOf - one.recency > fromDay,
      worthBefore: before?.spend ?? 0,
      worth: one.spend,
    };
  });
});

/** Who changed segment, by what they did and whether the new one stands earlier in the scheme. */
export function moved(facts: Facts, way: "up" | "down" | "aside"): readonly Move[] {
  return moves(facts).filter(({ from, to, hasOrdered }) => {
    if (from === null || from === to) return false;
    const isHigher = SCHEME.indexOf(to) < SCHEME.indexOf(from);
    return way === "aside" ? isHigher !== hasOrdered : isHigher === hasOrdered && isHigher === (way === "up");
  });
}

export const medianOf = (group: readonly Standing[], measure: "recency" | "orders" | "firstDays"): number =>
  median(group.map((one) => one[measure]));
