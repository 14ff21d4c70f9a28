import type { PeriodKind } from "../../../basics/calendar/period.ts";
import type { EnglishGrammar, Names } from "./grammar.ts";
import { periodName } from "./grammar.ts";

/** Customers and what they have spent; the currency stands after it, ` EUR`, or is empty. */
export interface DigestTotals {
  readonly customers: number;
  readonly revenue: bigint;
  readonly currency: string;
}

/** How much more that is than before; negative for less. */
export interface DigestDifference {
  readonly customers: number;
  readonly revenue: bigint;
}

/** A figure of the newest period beside that of an earlier one. */
export interface DigestChange {
  readonly period: string;
  /** A fraction: 0.1 for a tenth more. */
  readonly change: number;
}

/** What a digest says: what changed since the last set. */
export function englishDigest({ count, money, share, day, customers, listed }: EnglishGrammar) {
  const more = (amount: number): string =>
    amount === 0 ? "as many as then" : `${count(Math.abs(amount))} ${amount > 0 ? "more" : "fewer"}`;
  const moreMoney = (amount: bigint): string =>
    amount === 0n ? "the same as then" : `${money(amount < 0n ? -amount : amount)} ${amount > 0n ? "more" : "less"}`;
  const totals = ({ customers: amount, revenue, currency }: DigestTotals): string =>
    `${customers(amount)}, revenue ${money(revenue)}${currency}`;
  const compared = (now: DigestTotals, difference: DigestDifference): string =>
    `${customers(now.customers)} (${more(difference.customers)}), revenue ${money(now.revenue)}${now.currency} (${moreMoney(difference.revenue)})`;
  const change = ({ period, change: by }: DigestChange): string =>
    `${by < 0 ? "−" : "+"}${share(Math.abs(by))} on ${periodName(period)}`;
  const changes = (all: readonly DigestChange[]): string =>
    all.length === 0 ? "" : ` (${all.map(change).join(", ")})`;
  return {
    title: (asOf: number) => `What changed: customers as of ${day(asOf)}`,
    totals: (now: DigestTotals) => `${totals(now)}.`,
    first: "This is the first set: the next one will be compared with it.",
    unreadable: "The manifest.json of the last set cannot be read, so this set is compared with nothing.",
    otherOptions: (names: Names) =>
      `The last set was made with other options (${listed(names)}), so this one is not compared with it.`,
    laterDay: (last: number) => `The last set is of a later day, ${day(last)}, so this one is not compared with it.`,
    nothingNew: (now: DigestTotals) =>
      `Nothing new: the last set has the same as-of date and the same totals, ${totals(now)}.`,
    corrected: (now: DigestTotals, difference: DigestDifference) =>
      `The last set has the same as-of date, but the exports have changed since: ${compared(now, difference)}.`,
    since: (last: number, now: DigestTotals, difference: DigestDifference) =>
      `Since the last set, of ${day(last)}: ${compared(now, difference)}.`,
    period: (said: {
      period: string;
      kind: PeriodKind;
      revenue: bigint;
      revenueChanges: readonly DigestChange[];
      customers: number;
      customerChanges: readonly DigestChange[];
    }) =>
      `${periodName(said.period)}, the newest complete ${said.kind}: revenue ${money(said.revenue)}${changes(said.revenueChanges)}; ${customers(said.customers)} ordered${changes(said.customerChanges)}.`,
    noPeriod: (kind: PeriodKind) => `No ${kind} is complete yet.`,
    cameBack: (kind: PeriodKind, rate: number, earlier: { period: string; rate: number; isChance: boolean } | null) => {
      const now = `Of the customers of the ${kind} before, ${share(rate)} came back`;
      if (earlier === null) return `${now}.`;
      const then = `${share(earlier.rate)} in ${periodName(earlier.period)}`;
      return earlier.isChance ? `${now} (${then}): no more than chance.` : `${now}, after ${then}: more than chance.`;
    },
    moved: (up: { customers: number; money: bigint }, down: { customers: number; money: bigint }) =>
      `${customers(up.customers)} (worth ${money(up.money)}) ordered and moved up; ${count(down.customers)} (worth ${money(down.money)}) did not order and moved down.`,
    changedSegment: (said: {
      segment: string;
      entered: number;
      left: number;
      moneyEntered: bigint;
      moneyLeft: bigint;
    }) =>
      `${said.segment} ${said.entered > said.left ? "grew" : "shrank"}: ${count(said.entered)} came (worth ${money(said.moneyEntered)}), ${count(said.left)} left (worth ${money(said.moneyLeft)}).`,
    otherSegments: (amount: number) =>
      `${amount === 1 ? "One more segment" : `${count(amount)} more segments`} changed by more than chance.`,
    noMovement: "No segment changed by more than chance.",
    sameCutPoints: "Since last: both days with the newest cut points.",
    sets: (sets: number, from: number, to: number) =>
      `Sets: ${count(sets)} of them as published, ${day(from)} to ${day(to)}.`,
    columns: {
      segment: "segment",
      customers: "customers",
      change: "since last",
      revenue: "revenue",
      trend: "sets",
    },
  };
}
