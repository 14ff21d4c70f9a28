import type { Claim } from "../../../analysis/segments/claims.ts";
import {
  FEWEST_CUSTOMERS,
  FEWEST_REPEATERS,
  type HistoryNeeded,
  type Untold,
} from "../../../analysis/segments/yardstick.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** What the reasons for telling no group apart are about; `lapseDays` is 0 where no customer came back. */
export interface UntoldFigures extends HistoryNeeded {
  readonly customers: number;
  readonly repeaters: number;
  readonly historyDays: number;
  /** The day on which the history is long enough if the lapse gap stays as it is. */
  readonly until: number;
  readonly lapseDays: number;
}

/** What is said of a segment's people where the scheme's own words are not true of them. */
export function englishClaims({ count, customers, days, day, orders }: EnglishGrammar) {
  return {
    /** Claims that are true of three in four of them or more. */
    held: {
      recent: "Their last order is recent.",
      silent: "They have been silent for a long time.",
      often: "They have ordered often.",
      again: "They have ordered more than once.",
      seldom: "They have ordered once or twice.",
      once: "They have ordered only once.",
      new: "Their first order is recent, too.",
      more: "They have spent more than most.",
      less: "They have spent less than most.",
    } satisfies Readonly<Record<Claim, string>> as Readonly<Record<Claim, string>>,
    recentByComparison: (median: number) =>
      `Recent only by comparison: the typical last order was ${days(median)} ago.`,
    silentByComparison: (median: number) =>
      `Silent only by comparison: the typical last order was ${days(median)} ago.`,
    someSilent: (median: number, lapseDays: number) =>
      `The typical last order was ${days(median)} ago, but for more than a quarter of them it was more than ${days(lapseDays)} ago.`,
    someRecent: (median: number, lapseDays: number) =>
      `The typical last order was ${days(median)} ago, but for more than a quarter of them it was at most ${days(lapseDays)} ago.`,
    oftenByComparison: (median: number) => `Frequent only by comparison: the typical customer has ${orders(median)}.`,
    someBelow: (median: number, fewest: number) =>
      `The typical customer has ${orders(median)}; more than a quarter of them have fewer than ${fewest}.`,
    seldomByComparison: (median: number) =>
      `Infrequent only by comparison: the typical customer has ${orders(median)}.`,
    someAbove: (median: number, most: number) =>
      `The typical customer has ${orders(median)}; more than a quarter of them have more than ${most}.`,
    notOnce: "More than a quarter of them have ordered more than once.",
    notNew: (tenureDays: number) =>
      `Not new, despite the name: the typical customer first ordered ${days(tenureDays)} ago.`,
    someNotNew: (most: number) => `More than a quarter of them first ordered more than ${days(most)} ago.`,
    notMore: "More than a quarter of them have spent no more than the typical customer of all.",
    notLess: "More than a quarter of them have spent more than the typical customer of all.",
    /** The first day of the window. */
    countedSince: (since: number) => `Orders and spend count since ${day(since)}.`,
    action: {
      secondOrder: "Give a reason for a second order, with what goes with the first.",
      nextOrder: "Suggest what goes with their last order, and give a reason for the next.",
      comeBack: "Ask how their last order went, and give a reason to come back.",
      byEach: (lapseDays: number) =>
        `Go by each customer's last order: remind those who last ordered more than ${days(lapseDays)} ago, and suggest the next order to the others.`,
    },
    measure: "The share that orders again within 90 days.",
    /** A sentence as a note has it: without a full stop, and without a capital where the language writes none after a colon. */
    asNote: (sentence: string) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, "")}`,
    /** Why no group is told apart in words. */
    untold: {
      "no yardstick": () => "Groups are not told apart in words.",
      "no single orders": () =>
        "The table has one row per customer, so it cannot show how long a silence is unusual: groups get no description and no advice. That takes the orders themselves.",
      "few customers": ({ customers: amount }) =>
        `Only ${customers(amount)}: groups get no description and no advice, because scores of so few only compare them with each other. At least ${count(FEWEST_CUSTOMERS)} are needed.`,
      "nobody came back": () =>
        `No customer has ordered on two different days, so the data cannot show how long a silence is unusual: groups get no description and no advice. Add older orders, or wait until at least ${count(FEWEST_REPEATERS)} customers have.`,
      "few came back": ({ repeaters }) =>
        `Only ${customers(repeaters)} came back on another day, too few to show how long a silence is unusual: groups get no description and no advice. Add older orders, or wait until at least ${count(FEWEST_REPEATERS)} have.`,
      "short history": ({ historyDays, lapseDays, neededDays, isForNewness, until }) =>
        `The orders cover only ${days(historyDays)}: groups get no description and no advice, because it takes ${days(neededDays)} to tell who is silent and who is new (${isForNewness ? `customers are new for ${days(neededDays)} after their first order` : `nine in ten returning customers never paused for longer than ${days(lapseDays)}, and the orders must cover at least twice that`}). Add older orders, or wait until ${day(until)} at the earliest.`,
    } satisfies Readonly<Record<Untold | "no yardstick", (told: UntoldFigures) => string>> as Readonly<
      Record<Untold | "no yardstick", (told: UntoldFigures) => string>
    >,
  };
}
