import type { PeriodKind } from "../../../../basics/calendar/period.ts";
import type { EnglishGrammar } from "../grammar.ts";
import { periodName } from "../grammar.ts";

/** The page's retention, cohorts, second orders and moves. */
export function englishPagePeriods({ count, share, day, plural, customers, soFar }: EnglishGrammar) {
  return {
    retention: {
      heading: (kind: PeriodKind) => `Who comes back from ${kind} to ${kind}`,
      intro: (kind: PeriodKind) =>
        `Of the customers who ordered in one ${kind}, how many ordered again in the next: the retention rate.`,
      hatched: (kind: PeriodKind) => `A ${kind} that the data covers only in part is hatched and has no rate.`,
      countTitle: (period: string, amount: number) => `${customers(amount)} ordered in ${periodName(period)}`,
      countCaption: "Customers who ordered, by whether they also ordered in the period before.",
      kept: "ordered in the period before, too",
      back: "came back after a pause",
      new: "ordered for the first time",
      partial: "not covered in full",
      rateTitle: (period: string, retained: number, before: number, rate: number) =>
        `In ${periodName(period)} ${share(rate)} came back: ${count(retained)} of ${count(before)}`,
      rateCaption: (pooled: number, periods: number) =>
        `Share of one period's customers who ordered again in the next. Dashed: ${share(pooled)}, ${periods === 1 ? "the one period with a rate" : `all ${plural(periods, "period")} with a rate together`}. Thick lines: how far chance alone could move each rate (95% interval).`,
      hint: (period: string, what: string, amount: number) => `${periodName(period)}: ${customers(amount)} ${what}`,
      rateHint: (period: string, rate: number) => `${periodName(period)}: ${share(rate)}`,
      describe: (title: string, periods: number) => `Chart of ${plural(periods, "period")}. ${title}.`,
      columns: {
        customers: "Customers",
        kept: "Kept",
        back: "Back after a pause",
        new: "New",
        before: "In the period before",
        rate: "Retention rate",
        orders: "Orders",
        revenue: "Revenue",
      },
      incomplete: (name: string) => `${name} (not complete)`,
      newest: (shown: number, all: number) =>
        `The newest ${count(shown)} of ${plural(all, "period")}; the JSON report has them all.`,
      revenueTitle: (period: string, part: number, money: string) =>
        `New customers brought ${share(part)} of the revenue of ${periodName(period)}: ${money}`,
      revenueCaption:
        "Revenue after refunds by who brought it. A new customer's first order ever is in that period. What is below 0 is not drawn.",
      returningRevenue: "customers who had ordered before",
      newRevenue: "new customers",
      money: (period: string, what: string, money: string) => `${periodName(period)}: ${money} from ${what}`,
      noneTitle: "There is no retention rate yet",
      none: (kind: PeriodKind) => `It takes two complete ${kind}s in a row, and the data has fewer.`,
      onePeriodTitle: (kind: PeriodKind) => `One ${kind} is not enough to compare`,
      onePeriod: (name: string, amount: number, isComplete: boolean) =>
        `All orders are from ${name}${isComplete ? "" : ", which the data does not cover in full"}: ${customers(amount)} ordered.`,
    },
    cohorts: {
      heading: "How new customers develop",
      intro: (kind: PeriodKind) =>
        `Customers are grouped by the ${kind} of their first order (a cohort) and followed: the share of them who ordered 1, 2, 3 … ${kind}s later.`,
      title: (rate: number, kind: PeriodKind) =>
        `On average ${share(rate)} of new customers order again in the ${kind} after their first`,
      /** Next to the title: on how many cohorts it rests, and which one is not among them. */
      restsOn: (cohorts: number, first: string) =>
        `This is ${cohorts === 1 ? "one cohort" : `${plural(cohorts, "cohort")} together`}, without the first (${periodName(first)}): it may hold customers who had already ordered before the data begins.`,
      caption: "The stronger the colour, the more came back. Blank: still to come.",
      hatched: "Hatched: not covered in full.",
      averages: "On average: all cohorts that count and have had the time, pooled; their number is in brackets.",
      cohort: "First order in",
      size: "New customers",
      average: "On average",
      averageOf: (amount: number) => `(${count(amount)})`,
      k: (k: number) => `+${k}`,
      kHint: (k: number, kind: PeriodKind) => `${plural(k, kind)} later`,
      newest: (shown: number, all: number) =>
        `The newest ${count(shown)} of ${plural(all, "cohort")}; the JSON report has them all.`,
      curveTitle: (k: number, money: string, kind: PeriodKind) =>
        k === 0
          ? `In the ${kind} of their first order new customers spent ${money} each`
          : `${plural(k, kind)} after the first order a new customer has spent ${money} on average`,
      curveCaption: (kind: PeriodKind) =>
        `What a cohort has spent so far per customer who began in it, from the ${kind} of the first order on. Strong line: all cohorts that count, pooled. Thin lines: the newest cohorts one by one.`,
      noneTitle: "Too early to follow new customers",
      none: (kind: PeriodKind) => `No cohort has a complete ${kind} after its first yet.`,
      onlyFirst: (kind: PeriodKind) =>
        `Only the first cohort has a complete ${kind} after its first yet, and it may hold customers who had already ordered before the data begins.`,
    },
    second: {
      heading: "How long the second order takes",
      title: (part: number, days: number) =>
        `An estimated ${share(part)} of customers order again within ${plural(days, "day")}`,
      caption:
        "Share of customers with a second order, by days since their first. Customers who have not had the time yet are counted for as long as they could be followed, so they do not pull the line down (the Kaplan–Meier method). Light band: how far chance alone could move the line (95% interval).",
      describe: (title: string) => `Rising curve. ${title}.`,
      /** Next to lines in the chart: half of the customers, the lapse gap. */
      halfMark: (days: number) => `half: ${plural(days, "day")}`,
      lapseMark: (days: number) => `lapse: ${plural(days, "day")}`,
      median: (days: number | null) =>
        days === null
          ? "Half of the customers have not come back within the time that the data covers."
          : `Half of the customers have come back after ${plural(days, "day")}.`,
      lapse: (days: number, lapsed: number, all: number) =>
        `Nine in ten returning customers never paused for more than ${plural(days, "day")}. ${count(lapsed)} of ${customers(all)} ${lapsed === 1 ? "has" : "have"} now been silent for longer.`,
      /** Why the shares on the page differ; the last is what the cohorts say, where they say it. */
      differs: (estimate: number, days: number, soFar: number, next: { rate: number; kind: PeriodKind } | null) =>
        `Why the shares differ: ${share(estimate)} is an estimate of who orders again within ${plural(days, "day")}, given that long; ${share(soFar)} is a count of who has ordered again so far, and many have not had the time${next === null ? "" : `; ${share(next.rate)} is who orders again in just one ${next.kind}, the next`}.`,
      oldCustomers:
        "A customer's first order is the first in the data. Those who had ordered before the data begins are counted from later on than they should be, so the estimate may be too high.",
      columns: {
        days: "Days since first order",
        part: "Have ordered again",
        low: "at least",
        high: "at most",
        atRisk: "Customers still followed",
      },
      noneTitle: "The second order cannot be timed yet",
      none: "No customer has come back on another day, so the time it takes is not known.",
      tooFew: "Fewer than ten customers could be followed long enough, too few to draw a line.",
    },
    movement: {
      heading: (kind: PeriodKind) => `Who moved in the last ${kind}`,
      title: (moved: number, from: number) => `${customers(moved)} changed group since ${day(from)}`,
      /** The moves first, with what those who moved have spent; the count of all stands behind. */
      fell: (amount: number, money: string, from: number, since: number | null) =>
        `${customers(amount)} (${money} spent ${soFar(since)}) did not order after ${day(from)} and moved to a lower group`,
      rose: (amount: number, money: string, from: number) =>
        `${customers(amount)} (${money}) ordered after ${day(from)} and moved to a higher group`,
      aside: (amount: number) =>
        `${customers(amount)} ${amount === 1 ? "is" : "are"} neither: with an order in a lower group, or without one in a higher.`,
      higher: "A group is higher the earlier it stands in the scheme.",
      largestRises: (since: number | null) =>
        `The largest moves up with an order, by what those customers have spent ${soFar(since)}`,
      largestFalls: (since: number | null) =>
        `The largest moves down without an order, by what those customers have spent ${soFar(since)}`,
      nobody: (from: number) => `No customer changed group since ${day(from)}`,
      matrix: (from: number, to: number) =>
        `From the group of ${day(from)} (down) to that of ${day(to)} (across). Grey: stayed.`,
      caption: (to: number) =>
        `Both days are measured with the cut points of ${day(to)}, so a move is the customer's own.`,
      largest: "The largest moves",
      flow: (amount: number, from: string, to: string) => `${count(amount)}: ${from} → ${to}`,
      newPlace: "Not yet a customer",
      backPlace: "Not in the window",
      lapsedPlace: "No longer in the window",
      corner: "From ↓ to →",
      hint: (amount: number, from: string, to: string) => `${customers(amount)} from ${from} to ${to}`,
      columns: { from: "From", to: "To", customers: "Customers", ordered: "Ordered in between", worth: "Worth now" },
      listTitle: (shown: number, all: number) => `The largest ${count(shown)} of ${plural(all, "move")}`,
      rankedTitle: "Moves are not shown",
      ranked: "The scores rank customers against each other (ntile), so they change even for customers who do nothing.",
      tooEarlyTitle: "Too early to see moves",
      tooEarly: (kind: PeriodKind) => `One ${kind} before, no customer had ordered yet.`,
    },
  };
}
