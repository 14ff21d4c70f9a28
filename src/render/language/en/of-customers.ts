import type { EnglishGrammar } from "./grammar.ts";

/** A text and what it means. */
const pair = (text: string, meaning: string): [text: string, meaning: string] => [text, meaning];

/** What is said where only sums of the customers are known, in place of sentences that speak of single orders or of refunds. */
export function englishOfCustomers({ day, money, customers, orders, rows }: EnglishGrammar) {
  return {
    leftOut:
      "The table has one row per customer, so retention, cohorts, repeat purchase, groups over time and movement between segments are left out: they need single orders.",
    /** `spent` is money with its currency; `null` where nothing is known of it. */
    used: (used: { rows: number; orders: number; spent: string | null }) =>
      `${rows(used.rows)} used, one per customer: ${orders(used.orders)}${used.spent === null ? "" : `, ${used.spent} spent`}.`,
    report: {
      covers: (from: number) => `The first order is from ${day(from)}.`,
      more: "With --full: scores, cut points and how customers spread over them. With -o report.html: the page.",
    },
    /** What a customer's row says; `first` is `null` where it is not known, `spend` where there is no money. */
    sums: (own: { orders: number; first: number | null; last: number; spend: number | null }) =>
      `The table has ${orders(own.orders)}${own.spend === null ? "" : ` worth ${money(own.spend)}`}: ${own.first === null ? "" : `the first on ${day(own.first)}, `}the last on ${day(own.last)}. Single orders are not known.`,
    newAndGone: (found: { added: number; gone: number }) =>
      `${customers(found.added)} ${found.added === 1 ? "is" : "are"} only in the later table, ${customers(found.gone)} only in the earlier one`,
    /** Of two tables that are compared. */
    compare: {
      backLegend: "Back: had ordered before, but not in the earlier table.",
      lapsedLegend: "Lapsed: not in the later table.",
      raisedByOthers: (amount: number) =>
        `The scores of ${customers(amount)} whose last order is the same add up to more as well: the cut points changed, or the table counts their orders or spend otherwise.`,
    },
    gone: "no longer in the table",
    quiet: { untold: "The table cannot show who has lapsed" },
    order: pair("Order", "What the table counts as one."),
    /** The same where there is money; each has the name of what it replaces. */
    money: {
      report: {
        revenue: "Revenue, as in the table",
        negativeCustomers: (amount: number) => `${customers(amount)} with a spend below 0.`,
        noRevenue: "There is no revenue to divide: the spend of all customers adds up to 0 or less.",
      },
      finding: {
        totals: (amount: number, placed: number, worth: string) =>
          `${customers(amount)} placed ${orders(placed)} worth ${worth}`,
      },
      lead: {
        what: (from: number, to: number, amount: number, placed: number, worth: string) =>
          `From ${day(from)} to ${day(to)}, ${customers(amount)} placed ${orders(placed)} worth ${worth}.`,
        noRevenue: "The spend of all customers adds up to 0 or less, so no shares of it can be calculated.",
      },
      latest: { revenue: "Revenue", customers: "Customers" },
      first: { none: "No group has brought any revenue, so none can be put first." },
      grid: { noRevenueTitle: "Money by both scores" },
      concentration: {
        none: "The spend of all customers adds up to 0 or less: there is no revenue to take a share of.",
      },
      top: { caption: "By what they spent." },
      howMuch: { total: "how much they have spent", average: "how much they have spent per order" },
      caption: {
        total: "Customers by what they spent (monetary value).",
        average: "Customers by what they spent per order (monetary value).",
      },
      terms: {
        monetary: pair("Monetary value", "What a customer spent, as in the table."),
        monetaryAverage: pair("Monetary value", "What a customer spent, as in the table, divided by the frequency."),
      },
      refunds: "as in the table",
    },
    figures: {
      orders: pair("Orders", "As the table counts them."),
      revenue: pair("Revenue", "What the customers spent, as in the table."),
      firstDay: pair("First order", "The earliest first order of a customer; empty where the table has none."),
      lastDay: pair("Last order", "The newest last order of a customer, or the day that days since are counted to."),
    },
    columns: {
      orders: pair("Orders", "As the table counts them."),
      revenue: pair("Revenue", "What the customers spent, as in the table."),
      monetary_value: pair("Spend", "As in the table; with --monetary average, per order."),
    },
  };
}
