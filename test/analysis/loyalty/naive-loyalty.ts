/**
 * A loyalty programme the slow way, for comparison: one customer at a time, one day after the other, an object for each
 * point. It shares no code with the program but the types of the plan.
 */
import type {
  Expiry,
  HoldingTerm,
  LevelStep,
  LoyaltyPlan,
  QualifyingRule,
} from "../../../src/analysis/loyalty/plan.ts";
import type { Span } from "../../../src/basics/calendar/span.ts";

export interface NaiveEvent {
  /** Days since 1970. */
  readonly day: number;
  /** 1/10,000 of a unit. */
  readonly amount: number;
}

export interface NaiveMember {
  readonly issued: number;
  readonly takenBack: number;
  readonly expired: number;
  readonly balance: number;
  readonly level: string | null;
  readonly levelUntil: number | null;
  readonly nextLevel: string | null;
  readonly missing: number | null;
  readonly expiring: number | null;
  readonly expiringOn: number | null;
  /** Times that the first reward was taken, each as soon as the points sufficed. */
  readonly rewards: number;
}

const DAY = 86_400_000;
const FAR = 4000;

/** A day some calendar time later or earlier; a month that is too short gives its last day. */
function shifted(day: number, { count, unit }: Span, sign: 1 | -1): number {
  if (unit === "days") return day + sign * count;
  if (unit === "weeks") return day + sign * 7 * count;
  const months = { months: 1, quarters: 3, years: 12 }[unit] * count * sign;
  const date = new Date(day * DAY);
  const wanted = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const last = new Date(Date.UTC(Math.floor(wanted / 12), (wanted % 12) + 1, 0)).getUTCDate();
  return Date.UTC(Math.floor(wanted / 12), wanted % 12, Math.min(last, date.getUTCDate())) / DAY;
}

const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();
const newYear = (year: number): number => Date.UTC(year, 0, 1) / DAY;

/** The first day on which something of a day has ended. */
function over(day: number, term: Expiry | HoldingTerm): number {
  if (term.kind === "end of year") return newYear(yearOf(day) + 1);
  if (term.kind === "end of next year") return newYear(yearOf(day) + 2);
  if ("span" in term) return shifted(day, term.span, 1);
  return Number.POSITIVE_INFINITY;
}

function pointsFor(amount: number, { earning }: LoyaltyPlan): number {
  if (earning === null) return 0;
  if (earning.kind === "stamps") return amount >= Math.max(1, earning.from) ? earning.each : 0;
  const exact = BigInt(Math.abs(amount)) * BigInt(earning.each);
  const [per, sign] = [BigInt(earning.per), amount < 0 ? -1 : 1];
  const whole = earning.round === "down" ? exact / per : (2n * exact + per) / (2n * per);
  return sign * Number(whole) + 0;
}

export function naiveMember(events: readonly NaiveEvent[], plan: LoyaltyPlan, asOf: number): NaiveMember {
  const kept = run(events, plan, { asOf, redeems: false });
  const level = naiveLevel(events, plan, asOf, kept.balances);
  return { ...kept.member, ...level, rewards: run(events, plan, { asOf, redeems: true }).rewards };
}

interface Run {
  readonly member: Pick<NaiveMember, "issued" | "takenBack" | "expired" | "balance" | "expiring" | "expiringOn">;
  readonly rewards: number;
  /** The balance at the end of each day. */
  readonly balances: ReadonlyMap<number, number>;
}

function run(
  events: readonly NaiveEvent[],
  plan: LoyaltyPlan,
  { asOf, redeems }: { readonly asOf: number; readonly redeems: boolean },
): Run {
  let points: { earned: number }[] = [];
  let [issued, takenBack, expired, rewards, lastPurchase] = [0, 0, 0, 0, Number.NEGATIVE_INFINITY];
  const balances = new Map<number, number>();
  const goneOn = (point: { earned: number }): number =>
    over(plan.expiry.kind === "inactive" ? lastPurchase : point.earned, plan.expiry);
  for (let day = Math.min(...events.map((event) => event.day)); day <= asOf; day += 1) {
    const living = points.filter((point) => goneOn(point) > day);
    expired += points.length - living.length;
    points = living;
    const today = events.filter((event) => event.day === day);
    for (const { amount } of today.filter((event) => event.amount > 0)) {
      lastPurchase = day;
      for (let one = 0; one < pointsFor(amount, plan); one += 1) {
        points.push({ earned: day });
        issued += 1;
      }
    }
    for (const { amount } of today.filter((event) => event.amount < 0)) {
      for (let one = 0; one < -pointsFor(amount, plan); one += 1) if (points.pop() !== undefined) takenBack += 1;
    }
    const price = plan.rewards[0]?.units ?? Number.POSITIVE_INFINITY;
    while (redeems && points.length >= price) {
      points = points.slice(price);
      rewards += 1;
    }
    balances.set(day, points.length);
  }
  const first = Math.min(...points.map(goneOn));
  const soon = Number.isFinite(first) ? points.filter((point) => goneOn(point) === first).length : null;
  const member = {
    issued,
    takenBack,
    expired,
    balance: points.length,
    expiring: soon,
    expiringOn: soon === null ? null : first - 1,
  };
  return { member, rewards, balances };
}

type Level = Pick<NaiveMember, "level" | "levelUntil" | "nextLevel" | "missing">;

function naiveLevel(
  events: readonly NaiveEvent[],
  plan: LoyaltyPlan,
  asOf: number,
  balances: ReadonlyMap<number, number>,
): Level {
  const { levels } = plan;
  if (levels === null) return { level: null, levelUntil: null, nextLevel: null, missing: null };
  const figure = (day: number): number => {
    if (levels.by === "balance") return balances.get(Math.min(day, asOf)) ?? 0;
    return events
      .filter((event) => event.day <= day && event.day >= windowFrom(day, levels))
      .map(({ amount }) => {
        if (levels.by === "spend") return amount;
        return levels.by === "orders" ? (amount > 0 ? 1 : 0) : pointsFor(amount, plan);
      })
      .reduce((sum, part) => sum + part, 0);
  };
  const bought = [...new Set(events.filter(({ amount }) => amount > 0).map(({ day }) => day))];
  const ends = (step: LevelStep): number => {
    if (levels.hold.kind === "none") {
      let day = asOf;
      while (day < asOf + FAR && figure(day) >= step.from) day += 1;
      return day === asOf + FAR ? Number.POSITIVE_INFINITY : day;
    }
    const reached = bought.filter((day) => figure(day) >= step.from);
    return Math.max(Number.NEGATIVE_INFINITY, ...reached.map((day) => over(day, levels.hold)));
  };
  const held = levels.steps.findLast((step) => ends(step) > asOf);
  const next = levels.steps[held === undefined ? 0 : levels.steps.indexOf(held) + 1];
  const until = held === undefined ? null : ends(held) - 1;
  return {
    level: held?.name ?? null,
    levelUntil: until === null || !Number.isFinite(until) ? null : until,
    nextLevel: next?.name ?? null,
    missing: next === undefined ? null : Math.max(0, next.from - figure(asOf)),
  };
}

function windowFrom(day: number, { window }: QualifyingRule): number {
  if (window.kind === "lifetime") return Number.NEGATIVE_INFINITY;
  return window.kind === "rolling" ? shifted(day + 1, window.span, -1) : newYear(yearOf(day));
}
