import type { EnglishGrammar } from "../grammar.ts";

/** The page's opening: what it is, its headline, and what the headline rests on. */
export function englishPageOpening({ count, share, day, plural, customers, rows, days, soFar }: EnglishGrammar) {
  return {
    /** The one thing that stands above everything else. Here and below, `since` is the first day of the window; `null` without one. */
    finding: {
      silent: (amount: number, money: string, since: number | null) =>
        `${plural(amount, "good customer")} ${amount === 1 ? "has" : "have"} lapsed: ${money} spent ${soFar(since)}`,
      bestFifth: (part: number, revenuePart: number, amount: number, money: string) =>
        `${share(part)} of customers ${amount === 1 ? "brings" : "bring"} ${share(revenuePart)} of the revenue: ${customers(amount)}, ${money}`,
      totals: (amount: number, orders: number, money: string) =>
        `${customers(amount)} placed ${plural(orders, "order")} worth ${money} after refunds`,
    },
    lead: {
      heading: "In short",
      span: (from: number, to: number) => `${day(from)} – ${day(to)}`,
      asOf: (asOf: number, isGiven: boolean) =>
        isGiven ? `As of ${day(asOf)}; later orders are left out.` : `As of ${day(asOf)}, the newest day in the data.`,
      what: (from: number, to: number, amount: number, orders: number, money: string) =>
        `From ${day(from)} to ${day(to)}, ${customers(amount)} placed ${plural(orders, "order")} worth ${money} after refunds.`,
      returning: (part: number, revenuePart: number) =>
        `${share(part)} of them have ordered more than once so far, and bring ${share(revenuePart)} of the revenue.`,
      noRevenue: "Refunds leave no revenue, so no shares of it can be calculated.",
      best: (segment: string, part: number, revenuePart: number) =>
        `The group that has brought the most is ${segment}: ${share(part)} of customers, ${share(revenuePart)} of the revenue.`,
    },
    /** What did not come into the figures; `reason` is the largest, with its number of rows. */
    scope: {
      /** A link to the ledger. */
      leftOut: (aside: number) => `${rows(aside)} left out, and why`,
      noCurrency: "The export names no currency.",
      aside: (aside: number, all: number, money: string, reason: string) =>
        `Left out: ${count(aside)} of ${plural(all, "row")}, worth ${money}; the largest reason: ${reason}.`,
    },
    /** Who has lapsed: has been silent for a long time. `where` names segments with how many of them are there. */
    quiet: {
      valuable: (lapseDays: number, amount: number, since: number | null) =>
        `${amount === 1 ? "This customer" : "They"} spent more than the typical customer${since === null ? "" : ` ${soFar(since)}`} and ${amount === 1 ? "has" : "have"} not ordered for more than ${days(lapseDays)}; nine in ten of those who came back never paused for longer.`,
      notLost: (amount: number, since: number | null) =>
        `The money is what ${amount === 1 ? "this customer has" : "they have"} spent ${soFar(since)}, not what will be lost.`,
      others: (amount: number, money: string, where: string, since: number | null) =>
        `Another ${customers(amount)} who spent less ${amount === 1 ? "has" : "have"} been silent for as long, ${money} ${soFar(since)} (${where}).`,
      measure: (lapseDays: number) =>
        `Nine in ten of those who came back never paused for longer than ${days(lapseDays)}.`,
      /** What a lapse gap of a short history rests on, and what the first days of it alone gave. */
      restsOn: (repeaters: number, history: number, half: { days: number; lapseDays: number } | null) =>
        `That rests on ${customers(repeaters)} who came back within ${days(history)} of orders${half === null ? "" : `; the first ${days(half.days)} alone gave ${days(half.lapseDays)}`}. Longer pauses may still come.`,
      elsewhere: (amount: number) => `other groups ${count(amount)}`,
      none: (lapseDays: number, since: number | null) =>
        `No customer who spent more than the typical one${since === null ? "" : ` ${soFar(since)}`} has been silent for more than ${days(lapseDays)}`,
      untold: "It is too early to say who has lapsed",
      /** The window leaves out everybody who has been silent for so long; `months` is the length of one that does not. */
      shortWindow: (from: number, lapseDays: number, months: number) =>
        `The window is too short to show who has lapsed: it begins on ${day(from)}, and whoever has been silent for more than ${days(lapseDays)} ordered before that (nine in ten of those who came back never paused for longer). Choose --window ${months}m or longer.`,
    },
  };
}
