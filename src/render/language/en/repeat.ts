import type { PeriodKind } from "../../../basics/calendar/period.ts";
import { joinedBy } from "../phrasing.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** What `rfm repeat` says. */
export function englishRepeat({ count, number, share, plural, customers }: EnglishGrammar) {
  return {
    title: "Repeat purchase",
    ladder: "Orders one after another",
    second: "Time to the second order",
    gaps: "Time between orders",
    claims: "What marketing articles claim, measured here",
    columns: {
      n: "order",
      customers: "customers",
      share: "of all",
      had_time: "had time",
      bought_again: "ordered again",
      again_rate: "share",
      churn_rate: "did not",
      days: "within",
      ordered_again: "ordered again",
      low: "95% from",
      high: "to",
      at_risk: "still followed",
    },
    withinDays: (days: number) => plural(days, "day"),
    /** Who has a second order; `judged` are those whose first is old enough, `null` where no first order is. */
    ladderSentence: (facts: {
      customers: number;
      countsDays: boolean;
      second: { customers: number; share: number } | null;
      lapseDays: number;
      judged: { customers: number; rate: number } | null;
    }) => {
      const what = facts.countsDays ? "came on a second day" : "ordered a second time";
      const who = facts.second === null ? "None" : `${count(facts.second.customers)} (${share(facts.second.share)})`;
      const judged =
        facts.judged === null
          ? `no customer's first order is ${plural(facts.lapseDays, "day")} old yet, so no share is known`
          : `of the ${count(facts.judged.customers)} whose first order is at least ${plural(facts.lapseDays, "day")} old, ${share(facts.judged.rate)} did`;
      return `${who} of ${customers(facts.customers)} ${what}; ${judged}.`;
    },
    noGaps: "No customer has bought on two different days yet, so there is no time between orders to measure.",
    gapSentence: (gaps: { median: number; lower: number; upper: number; gaps: number; customers: number }) =>
      `Half of all pauses between order days are ${plural(gaps.median, "day")} or shorter; the middle half lasts from ${number(gaps.lower)} to ${plural(gaps.upper, "day")} (${plural(gaps.gaps, "pause")} of ${customers(gaps.customers)}).`,
    secondUnknown: (fewest: number, days: number) =>
      `The time to a second order is not known yet: fewer than ${fewest} customers have been followed for ${plural(days, "day")}.`,
    secondSentence: (second: {
      share: number;
      days: number;
      medianDays: number | null;
      fewest: number;
      hidden: readonly number[];
    }) => {
      const half = second.medianDays === null ? "" : `, half of all by day ${second.medianDays}`;
      const left =
        second.hidden.length === 0
          ? ""
          : ` Not shown, with fewer than ${second.fewest} customers followed that long: ${joinedBy(second.hidden.map(count), "and")} days.`;
      return `Customers who have not had the time yet do not count as lost (Kaplan–Meier): ${share(second.share)} have ordered again within ${plural(second.days, "day")}${half}.${left}`;
    },
    /** @param repeaters on how many the gap rests; `null` where the user gave it */
    lapseSentence: (lapse: { days: number; repeaters: number | null; lapsed: number; customers: number }) => {
      const why =
        lapse.repeaters === null
          ? "as --lapse-days says"
          : `nine in ten of the ${count(lapse.repeaters)} who came back never paused for longer`;
      return `After more than ${plural(lapse.days, "day")} without an order a customer is probably lapsed (${why}): ${count(lapse.lapsed)} of ${count(lapse.customers)} ${lapse.lapsed === 1 ? "is" : "are"}, ${share(lapse.lapsed / lapse.customers)}.`;
    },
    likelihoodClaim: "“A returning customer is likelier to buy again than a new one.”",
    likelihoodUnknown: "Not known here yet: too few customers have had the time.",
    likelihood: (times: number, afterTwo: number, afterOne: number) =>
      `Here ${Math.abs(times - 1) < 0.05 ? "about as likely" : `${number(times)} times as likely`}: ${share(afterTwo)} of those with two orders placed a third, ${share(afterOne)} of those with one a second.`,
    revenueClaim: "“Most revenue comes from returning customers.”",
    revenueUnknown: "There is no revenue here.",
    revenue: (worth: { returning: number; customers: number; revenueShare: number; laterShare: number }) =>
      `Here ${count(worth.returning)} of ${customers(worth.customers)} (${share(worth.returning / worth.customers)}) came back, and they bring ${share(worth.revenueShare)} of revenue, first orders included; orders after the first bring ${share(worth.laterShare)}.`,
    worthClaim: "“A returning customer is worth many times their first order.”",
    worthUnknown: "No customer has come back here yet.",
    worth: (times: number) => `Here ${number(times)} times so far, net of refunds.`,
    retentionClaim: "“Five points more retention raise profit a lot.”",
    retentionUnknown: (kind: PeriodKind) => `Not known here yet: that takes two complete ${kind}s in a row.`,
    retention: (more: {
      kind: PeriodKind;
      revenue: string;
      first: string;
      last: string;
      periods: number;
      customers: number;
    }) =>
      `Here five points more of each ${more.kind}'s customers kept would have brought ${more.revenue} in revenue ${more.first === more.last ? `in ${more.last}` : `from ${more.first} to ${more.last}`} (${plural(more.periods, more.kind)}, ${number(more.customers)} more customers kept, each spending what kept customers did; what they buy later is not in it).`,
    restsOnFew: (amount: number) => `This rests on only ${customers(amount)}: treat it as a hint.`,
    fewRepeaters: (amount: number) =>
      `the lapse gap rests on only ${customers(amount)} who came back: if you know better, set it with --lapse-days N`,
    sameDay: (amount: number) =>
      `${customers(amount)} placed all their orders on one day; --frequency days counts such orders as one`,
    youngShop: "the lapse gap comes from pauses that have ended; in a young shop longer ones are still to come",
    fewCustomers: (amount: number) => `only ${customers(amount)}: shares of so few say little`,
  };
}
