import type { PeriodKind } from "../../../basics/calendar/period.ts";
import type { PeopleFormats } from "../people-formats.ts";
import { signedShare } from "../signed-share.ts";
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

/** A figure of the newest period next to that of an earlier one. */
export interface DigestChange {
  readonly period: string;
  /** A fraction: 0.1 for a tenth more. */
  readonly change: number;
}

/** How many more, or fewer: `12 more`. */
export function moreCustomers(amount: number, count: PeopleFormats["count"]): string {
  return amount === 0 ? "as many as then" : `${count(Math.abs(amount))} ${amount > 0 ? "more" : "fewer"}`;
}

/** How far a figure is from those of earlier periods: ` (+12.3% on April 2011)`; empty without one. */
export function digestChanges(all: readonly DigestChange[], formats: Pick<PeopleFormats, "share" | "minus">): string {
  const texts = all.map(({ period, change }) =>
    change === 0 ? `as in ${periodName(period)}` : `${signedShare(change, formats)} on ${periodName(period)}`,
  );
  return texts.length === 0 ? "" : ` (${texts.join(", ")})`;
}

/** What a digest says: what changed since the last set. */
export function englishDigest({ count, money, share, day, customers, listed, minus }: EnglishGrammar) {
  const moreMoney = (amount: bigint): string =>
    amount === 0n ? "the same as then" : `${money(amount < 0n ? -amount : amount)} ${amount > 0n ? "more" : "less"}`;
  const totals = ({ customers: amount, revenue, currency }: DigestTotals): string =>
    `${customers(amount)}, revenue ${money(revenue)}${currency}`;
  const compared = (now: DigestTotals, difference: DigestDifference): string =>
    `${customers(now.customers)} (${moreCustomers(difference.customers, count)}), revenue ${money(now.revenue)}${now.currency} (${moreMoney(difference.revenue)})`;
  const changes = (all: readonly DigestChange[]): string => digestChanges(all, { share, minus });
  const side = (amount: number, did: string, worth: bigint): string =>
    amount === 0 ? `no one ${did}` : `${count(amount)} ${did} (worth ${money(worth)})`;
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
      `The last set has the same as-of date, but the data has changed since: ${compared(now, difference)}.`,
    since: (last: number, now: DigestTotals, difference: DigestDifference) =>
      `Since the last set, of ${day(last)}: ${compared(now, difference)}.`,
    period: (said: {
      period: string;
      kind: PeriodKind;
      revenue: bigint;
      /** Stands after the revenue, ` EUR`, or is empty. */
      currency: string;
      revenueChanges: readonly DigestChange[];
      customers: number;
      customerChanges: readonly DigestChange[];
    }) =>
      `${periodName(said.period)}, the newest complete ${said.kind}: revenue ${money(said.revenue)}${said.currency}${changes(said.revenueChanges)}; ${customers(said.customers)} ordered${changes(said.customerChanges)}.`,
    noPeriod: (kind: PeriodKind) => `No ${kind} is complete yet.`,
    cameBack: (kind: PeriodKind, rate: number, earlier: { period: string; rate: number; isChance: boolean } | null) => {
      const now = `Of the customers of the ${kind} before, ${share(rate)} came back`;
      if (earlier === null) return `${now}.`;
      const then = `${share(earlier.rate)} in ${periodName(earlier.period)}`;
      return earlier.isChance
        ? `${now} (${then}); the difference may be chance.`
        : `${now}, after ${then}: more than chance.`;
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
      `${said.segment} ${said.entered > said.left ? "grew" : "shrank"}: ${side(said.entered, "came", said.moneyEntered)}, ${side(said.left, "left", said.moneyLeft)}.`,
    /** Good customers who have lapsed since a day, what they have spent, and how many there are in all. */
    lapsed: (since: number, worth: string | null, all: number) =>
      `Lapsed since ${day(since)}${worth === null ? "" : `, worth ${worth}`}. The list has all ${count(all)} who have lapsed by now.`,
    otherSegments: (amount: number) =>
      `${amount === 1 ? "One more segment" : `${count(amount)} more segments`} changed by more than chance.`,
    noMovement: "No segment changed by more than chance.",
    sameCutPoints: "Since last: both days with the newest cut points, not as published then.",
    ownCutPoints: "Since last: each set as published, with the cut points of its own day.",
    ofCustomers:
      "The exports have one row per customer, so this has totals and segments only: movement and periods need single orders.",
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
