import type { PeriodKind } from "../../../../basics/calendar/period.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { periodName } from "../grammar.ts";

/** The page's opening: what it is, what changed, what to do first. */
export function englishPageOpening({ count, share, day, plural, customers, days, percentagePoints }: EnglishGrammar) {
  return {
    lead: {
      asOf: (asOf: number, isGiven: boolean) =>
        isGiven ? `As of ${day(asOf)}; later orders are left out.` : `As of ${day(asOf)}, the newest day in the data.`,
      what: (from: number, to: number, amount: number, orders: number, money: string) =>
        `From ${day(from)} to ${day(to)}, ${customers(amount)} placed ${plural(orders, "order")} worth ${money} after refunds.`,
      returning: (part: number, revenuePart: number) =>
        `${share(part)} of them have ordered more than once so far, and bring ${share(revenuePart)} of the revenue.`,
      noRevenue: "After refunds nothing is left of the revenue, so nobody's share of it can be told.",
      best: (segment: string, part: number, revenuePart: number) =>
        `The group that has brought the most is ${segment}: ${share(part)} of customers, ${share(revenuePart)} of the revenue.`,
    },
    /** What did not come into the figures; `reason` is the largest, with its number of rows. */
    scope: {
      noCurrency: "The export names no currency.",
      aside: (aside: number, all: number, money: string, reason: string) =>
        `Left out: ${count(aside)} of ${plural(all, "row")}, worth ${money}; the largest reason: ${reason}.`,
    },
    /** Who has been silent for long, all together. `where` names segments with how many of them are there. */
    quiet: {
      heading: (amount: number, money: string) => `Slipping away: ${customers(amount)}, ${money} spent so far`,
      valuable: (lapseDays: number, where: string, part: number | null) =>
        `They have spent more than the typical customer and have not ordered for more than ${days(lapseDays)} (${where}).${part === null ? "" : ` That is ${share(part)} of the revenue.`} It is what they have spent so far, not what will be lost.`,
      others: (amount: number, money: string, where: string) =>
        `Another ${customers(amount)} who spent less ${amount === 1 ? "has" : "have"} been silent for as long, ${money} so far (${where}).`,
      measure: (lapseDays: number) =>
        `Nine in ten of those who came back never paused for longer than ${days(lapseDays)}.`,
      elsewhere: (amount: number) => `other groups ${count(amount)}`,
      none: (lapseDays: number) =>
        `Nobody who spent more than the typical customer has been silent for more than ${days(lapseDays)}`,
      untold: "Who is slipping away cannot be told yet",
    },
    latest: {
      heading: (period: string, kind: PeriodKind) => `${periodName(period)}, the newest complete ${kind}`,
      none: (kind: PeriodKind) =>
        `No whole ${kind} is in the data yet, so there is nothing to compare: these are the figures of all of it.`,
      all: "All of it so far",
      revenue: "Revenue after refunds",
      customers: "Customers who bought",
      newCustomers: "Bought for the first time",
      orders: "Orders",
      averageOrder: "Average order",
      retention: (kind: PeriodKind) => `Came back from the ${kind} before`,
      nothingBefore: "the period before is not complete",
      unknownChange: (before: string, period: string) => `${before} in ${periodName(period)}`,
      same: (period: string) => `the same as in ${periodName(period)}`,
      up: (change: number, before: string, period: string) =>
        `▲ ${share(change)} more than in ${periodName(period)} (${before})`,
      down: (change: number, before: string, period: string) =>
        `▼ ${share(change)} less than in ${periodName(period)} (${before})`,
      pointsUp: (difference: number, before: string, period: string) =>
        `▲ ${percentagePoints(difference)} more than in ${periodName(period)} (${before})`,
      pointsDown: (difference: number, before: string, period: string) =>
        `▼ ${percentagePoints(difference)} less than in ${periodName(period)} (${before})`,
    },
    first: {
      heading: "What to do first",
      best: "Keep: customers who ordered recently and bring the most",
      slipping: "Win back: customers who have been silent for long and brought the most",
      next: "Grow: others who ordered recently",
      figures: (amount: number, money: string, part: number) =>
        `${customers(amount)}, ${money} so far (${share(part)} of the revenue)`,
      figuresAlone: (amount: number, money: string) => `${customers(amount)}, ${money} so far`,
      none: "No group has brought any revenue after refunds, so none can be put first.",
      noneClear:
        "In no group with revenue have three in four customers ordered recently, or been silent for long, so none is put first.",
    },
  };
}
