import type { Family } from "../../../../analysis/segments/family.ts";
import { joinedBy } from "../../phrasing.ts";
import type { EnglishGrammar } from "../grammar.ts";

/** The page's groups of customers and the grid of scores. */
export function englishPageSegments({ number, share, customers }: EnglishGrammar) {
  return {
    segments: {
      heading: "Who your customers are",
      intro: (money: string) =>
        `Every customer is in exactly one group (a segment), by three things: how recently they last ordered, how often they order, and ${money}.`,
      howMuch: "how much they have spent after refunds",
      byCustomers: (segment: string, part: number) => `Largest group: ${segment}, ${share(part)} of customers`,
      byRevenue: (segment: string, part: number) => `Most revenue: ${segment}, ${share(part)} of it`,
      oneGroup: (segment: string, amount: number) =>
        amount === 1 ? `The one customer is in ${segment}.` : `All ${customers(amount)} are in one group: ${segment}.`,
      oneGroupTitle: "There is only one group",
      mapCaption:
        "Each bar is the group's share of all customers, or of all revenue; both have the same scale. The group with the most revenue stands first.",
      perCustomer: "Spent per customer",
      silence: "Days silent (median)",
      legend: "Colour and shape: the kind of group, as the scheme defines it",
      families: {
        best: "best",
        growing: "growing",
        cooling: "cooling",
        slipping: "slipping",
        quiet: "quiet",
      } satisfies Readonly<Record<Family, string>> as Readonly<Record<Family, string>>,
      fifthsLegend: "Colour and shape: the fifth of customers, by last order, that the group's typical customer is in",
      fifths: ["newest fifth", "second", "middle", "fourth", "oldest fifth"],
      tableHeading: "What to do about each group",
      tableIntro: "The group with the most revenue first. Typical means the median: half have less, half have more.",
      typical: (days: number, orders: number) =>
        `last ordered ${number(days)} ${days === 1 ? "day" : "days"} ago, ${number(orders)} ${orders === 1 ? "order" : "orders"}`,
      typicalCustomer: "Typical customer",
      avoid: (text: string) => `Avoid: ${text}`,
      watch: (text: string) => `Watch: ${text}`,
      outsideWindow: (amount: number) =>
        `${customers(amount)} ordered only before the window of this report, and ${amount === 1 ? "is" : "are"} in no group.`,
      empty: (segments: string) => `Groups without a customer: ${segments}.`,
    },
    grid: {
      heading: "How recently and how often they order",
      intro: (recencyLevels: number, frequencyLevels: number) =>
        `Each customer has a score for how recently they last ordered (1 to ${recencyLevels}) and one for how often (1 to ${frequencyLevels}). The highest is best. The values behind each score:`,
      customersTitle: (amount: number, part: number) =>
        amount === 0
          ? "No customer has the best score in both"
          : `${customers(amount)} (${share(part)}) ${amount === 1 ? "has" : "have"} the best score in both`,
      revenueTitle: (part: number) => `The customers with the best score in both bring ${share(part)} of the revenue`,
      noRevenueTitle: "Money after refunds, by both scores",
      caption:
        "By recency score (down) and frequency score (across); the more, the stronger the colour. Thick lines part the groups: the shape and the name are those of the group that most customers of a cell are in.",
      show: "Show",
      views: { customers: "Customers", revenue: "Revenue", average: "Revenue per customer" },
      /** Why columns are empty: customers with the same number of orders share a score. */
      emptyColumns: (scores: readonly string[]) =>
        `No customer has frequency score ${joinedBy(scores, "or")}: so many customers have the same number of orders that they fill ${scores.length === 1 ? "a whole step" : "several steps"} of the scale together, and they all get the same score.`,
      recency: (score: number) => `Recency ${score}`,
      frequency: (score: number) => `Frequency ${score}`,
      corner: "Recency ↓ Frequency →",
    },
  };
}
