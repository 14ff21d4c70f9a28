import type { Dimension } from "../../../../analysis/scores/dimension.ts";
import type { EnglishGrammar } from "../grammar.ts";

/** The page's spread of measures, who brings the revenue, and who spent most. */
export function englishPageSpend({ count, number, share, plural, customers, soFar }: EnglishGrammar) {
  return {
    spread: {
      heading: "How different customers are",
      intro:
        "Where the customers stand on each of the three measures. Dashed lines are the cut points between one score and the next; the scores stand above.",
      titles: {
        recency: (median: number) => `Half of the customers last ordered within ${plural(median, "day")}`,
        frequency: (median: number) =>
          median <= 1
            ? "At least half of the customers ordered only once"
            : `Half of the customers have ${number(median)} orders or fewer`,
        monetary: (median: string) => `Half of the customers spent ${median} or less`,
      },
      captions: {
        recency: "Customers by whole days from their last order to the last day of the report (recency).",
        frequency: "Customers by their number of orders (frequency).",
        monetary: "Customers by what they spent after refunds (monetary value).",
      } satisfies Readonly<Record<Dimension, string>> as Readonly<Record<Dimension, string>>,
      columns: {
        recency: "Days since last order",
        frequency: "Orders",
        monetary: "Spent",
      } satisfies Readonly<Record<Dimension, string>> as Readonly<Record<Dimension, string>>,
      hint: (value: string, amount: number) => `${value}: ${customers(amount)}`,
      /** The same where there is little room. */
      short: { orMore: (value: string) => `${value}+`, orLess: (value: string) => `≤ ${value}` },
      orMore: (value: string) => `${value} or more`,
      orLess: (value: string) => `${value} or less`,
      over: (value: string) => `over ${value}`,
      between: (from: string, to: string) => `${from} – ${to}`,
      overUpTo: (over: string, to: string) => `over ${over}, to ${to}`,
      describe: (title: string, bins: number) => `Bar chart of ${plural(bins, "range")}. ${title}.`,
      sameTitle: {
        recency: "All customers last ordered on the same day",
        frequency: "All customers have the same number of orders",
        monetary: "All customers spent the same",
      } satisfies Readonly<Record<Dimension, string>> as Readonly<Record<Dimension, string>>,
      same: (value: string, amount: number) => `${value} (${customers(amount)}): there is nothing to draw.`,
      noLines: "No line is drawn: the scores come from each customer's place among others, not from fixed cut points.",
    },
    concentration: {
      heading: "How much the best customers bring",
      title: (part: number, revenuePart: number) =>
        `${share(part)} of customers bring ${share(revenuePart)} of the revenue`,
      caption:
        "Customers from the one who spent most to the one who spent least, and the share of the revenue they bring together. The dashed line shows what it would be if all had spent the same.",
      half: (amount: number, part: number) =>
        `Half of the revenue comes from ${customers(amount)}, ${share(part)} of all.`,
      /** @param peak how high the line rises; `null` where that cannot be seen */
      negative: (amount: number, peak: number | null, since: number | null) =>
        `${customers(amount)} got more back than they paid${since === null ? "" : ` ${soFar(since)}`}${peak === null ? "" : `: the line rises to ${share(peak)}, and falls to ${share(1)} over them`}.`,
      describe: (title: string) => `Rising curve. ${title}.`,
      axis: (part: string) => `${part} of customers`,
      columns: {
        customers: "Customers who spent most",
        part: "of all customers",
        revenue: "bring",
        revenuePart: "of the revenue",
      },
      noneTitle: "The share of the best customers cannot be calculated",
      none: "Refunds equal or exceed purchases: there is no revenue to take a share of.",
      one: "There is only one customer, who brings all of it.",
    },
    top: {
      heading: "The customers who spent most",
      title: (amount: number, part: number) =>
        `${amount === 1 ? "One customer brings" : `${count(amount)} customers bring`} ${share(part)} of the revenue`,
      plainTitle: (amount: number) => `The ${count(amount)} who spent most`,
      caption: "By what they spent after refunds.",
      masked: "E-mail addresses are shortened; --show-customers shows them in full.",
      customer: "Customer",
      orders: "Orders",
      spent: "Spent",
      last: "Last order",
      scores: "Scores",
    },
  };
}
