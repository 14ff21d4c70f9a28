/** How a measure of money that is not the total spend is called, in every place that names it. */
export interface MonetaryWords {
  /** How much of it a customer has, as part of a sentence about groups. */
  readonly howMuch: string;
  /** Over its cut points and bins. */
  readonly measure: string;
  /** Over its medians. */
  readonly median: string;
  /** Over its values, on the page. */
  readonly values: string;
  readonly caption: string;
  readonly half: (median: string) => string;
  readonly same: string;
}

/** What monetary value is made from, where it is not the total spend. */
export type MonetaryKind = "averageSpend" | "totalMargin" | "averageMargin";

/** The monetary value by what it is made from. */
export const englishMonetary: Readonly<Record<MonetaryKind, MonetaryWords>> = {
  averageSpend: {
    howMuch: "how much they have spent per order after refunds",
    measure: "spend per order",
    median: "median per order",
    values: "Spent per order",
    caption: "Customers by what they spent per order after refunds (monetary value).",
    half: (median) => `Half of the customers spent ${median} per order or less`,
    same: "All customers spent the same per order",
  },
  totalMargin: {
    howMuch: "what margin their orders have brought after refunds",
    measure: "margin",
    median: "median margin",
    values: "Margin",
    caption: "Customers by the margin of their orders after refunds (monetary value).",
    half: (median) => `Half of the customers brought a margin of ${median} or less`,
    same: "All customers brought the same margin",
  },
  averageMargin: {
    howMuch: "what margin their orders have brought on average after refunds",
    measure: "margin per order",
    median: "median margin per order",
    values: "Margin per order",
    caption: "Customers by the margin per order after refunds (monetary value).",
    half: (median) => `Half of the customers brought a margin of ${median} per order or less`,
    same: "All customers brought the same margin per order",
  },
};
