import type { AttributeName } from "../../../analysis/profile/attributes.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** What attributes of orders are called. */
const ATTRIBUTES: Readonly<Record<AttributeName, string>> = {
  product: "product",
  category: "category",
  price: "price each",
  basket: "products",
  country: "country",
  channel: "channel",
  coupon: "coupon",
  payment: "payment",
  discount: "discount",
  hour: "hour",
  weekday: "weekday",
};

/** What `rfm profile`, and `--by` of other commands, say. */
export function englishProfile({ count, share, percentagePoints, day, money, plural, customers }: EnglishGrammar) {
  /** `The best are the 12 customers`, to be followed by what makes them so. */
  const theBest = (amount: number): string =>
    amount === 1 ? "The best is the one customer" : `The best are the ${customers(amount)}`;
  return {
    attributes: ATTRIBUTES as Readonly<Record<string, string>>,
    columns: {
      attribute: "about",
      value: "value",
      customers: "customers",
      best: "best",
      best_share: "of best",
      rest: "rest",
      rest_share: "of rest",
      lift: "lift",
      difference: "difference",
      difference_low: "95% from",
      difference_high: "to",
      interval: "points, 95%",
      q_value: "q",
      delta: "log-odds",
      z: "z",
      product: "product",
      other: "with",
      orders: "orders",
      support: "of orders",
      confidence: "also with",
      other_confidence: "and back",
      days: "days",
      followed: "followed",
      again: "again",
      again_rate: "share",
      again_low: "95% from",
      again_high: "to",
      revenue_per_customer: "revenue each",
      name: "name",
    },
    blank: "(blank)",
    answers: { yes: "yes", no: "no" } as Readonly<Record<string, string>>,
    weekdays: {
      Monday: "Monday",
      Tuesday: "Tuesday",
      Wednesday: "Wednesday",
      Thursday: "Thursday",
      Friday: "Friday",
      Saturday: "Saturday",
      Sunday: "Sunday",
    } as Readonly<Record<string, string>>,
    upTo: (worth: number | bigint) => `up to ${money(worth)}`,
    over: (worth: number | bigint) => `over ${money(worth)}`,
    between: (from: number | bigint, to: number | bigint) => `${money(from)} to ${money(to)}`,
    heading: "What the best have in common",
    title: ({ best, rest }: { readonly best: number; readonly rest: number }) =>
      `What the best began with: ${plural(best, "best customer")} against ${plural(rest, "other")}`,
    historyTitle: ({ best, rest }: { readonly best: number; readonly rest: number }) =>
      `What the best buy more and less of: ${plural(best, "best customer")} against ${plural(rest, "other")}`,
    pairsTitle: "Products that are bought together",
    followTitle: (asOf: number) => `Who came back, by what the first order had, as of ${day(asOf)}`,
    bySpend: (best: number) => `${theBest(best)} with the highest monetary value.`,
    byLater: (facts: { readonly best: number; readonly all: number; readonly followedDays: number }) =>
      `${theBest(facts.best)} who spent most in the ${plural(facts.followedDays, "day")} after the day of their first order, of ${count(facts.all)} who have had that time. The first order itself does not count: a large one would make its buyer one of the best.`,
    byAge: (facts: { readonly best: number; readonly all: number; readonly followedDays: number }) =>
      `${theBest(facts.best)} who spent most in their first ${plural(facts.followedDays, "day")}, of ${count(facts.all)} who have had that time.`,
    found: ({ found, values }: { readonly found: number; readonly values: number }) =>
      `${plural(found, "value")} of ${count(values)} ${found === 1 ? "differs" : "differ"} between the best and the rest by more than chance explains (q up to 5%).`,
    /** @param facts `unseen` is the difference of shares that groups of this size show four times out of five; 1 for none */
    nothing: ({ values, unseen }: { readonly values: number; readonly unseen: number }) =>
      `${values === 1 ? "The one value that was compared does not differ" : `None of the ${count(values)} values that were compared differs`} between the best and the rest by more than chance explains. ${unseen < 1 ? `In groups of this size, a difference of less than ${percentagePoints(unseen)} can go unseen.` : "The groups are too small for a difference to show."}`,
    nothingToCompare: "No value was shared by 20 customers or more and not by all, so there is nothing to compare.",
    noCause: "This shows what goes together. It does not show what made anyone one of the best.",
    /** @param facts of the best, how many are so by the money of their first day */
    firstDay: ({ byFirstDay, best }: { readonly byFirstDay: number; readonly best: number }) =>
      `Of the ${customers(best)} among the best, ${count(byFirstDay)} would not be there by what they spent after their first day. An expensive first order makes its buyer one of the best by itself; without --best-by spend that day is left out.`,
    lessTime: (facts: {
      readonly halfway: number;
      readonly earlyShare: number;
      readonly lateShare: number;
      readonly middle: number;
    }) =>
      `Of those who first ordered before ${day(facts.halfway)}, ${share(facts.earlyShare)} are among the best; of those who first ordered later, ${share(facts.lateShare)}. They have had less time: --followed ${facts.middle} compares customers at the same age.`,
    extent: ({
      name,
      compared,
      values,
    }: {
      readonly name: string;
      readonly compared: number;
      readonly values: number;
    }) =>
      compared === 0
        ? `${name}: none of ${plural(values, "value")} is compared, because each was in the first orders of fewer than 20 customers, or of all.`
        : `${name}: ${count(compared)} of ${plural(values, "value")} ${compared === 1 ? "is" : "are"} compared. ${values - compared === 1 ? "The other was" : "Each of the others was"} in the first orders of fewer than 20 customers, or of all.`,
    moreRows: (shown: number, all: number) =>
      `${count(shown)} of ${plural(all, "row")} shown; --format csv has them all`,
    moreInReport: (shown: number, all: number) =>
      `${count(shown)} of ${plural(all, "row")} shown; rfm profile --format csv has them all`,
    bars: "Upper bar: share of the best; lower bar: share of the rest. Each table has a scale of its own, above the bars.",
    /** @param widest the share at the end of the bars' scale */
    barScale: (widest: string) => `0 to ${widest}`,
    moreValues: (shown: number, all: number) =>
      `the ${count(shown)} that most customers began with, of ${plural(all, "value")}; --format csv has them all`,
    historyMeaning:
      "Above 0: the best give it more of their orders than the rest do. z beyond ±2 is rare by chance for one value; among many values some are beyond it anyway.",
    pairsMeaning:
      "“also with” is the share of the orders with the first product that have the second, “and back” the other way round. Lift: how many times more often than by chance.",
    noPairs: "No two products stand in 20 orders together.",
    followMeaning: (fewest: number) =>
      `Each share counts only customers whose first order is at least that many days ago; blank: fewer than ${fewest} of them.`,
    followRevenue: "Revenue is net of refunds, the first order included.",
    few: (values: number) =>
      `${plural(values, "value")} that fewer than 20 customers began with ${values === 1 ? "is" : "are"} left out`,
    nobody: "No value was shared by the first orders of 20 customers or more.",
  };
}
