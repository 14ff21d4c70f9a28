import type { Preset } from "./preset.ts";

/** Square's transactions. What was collected, less tax, tips and gift cards sold (those count when they are spent). */
export const squareTransactions: Preset = {
  name: "square-transactions",
  family: "Square",
  title: "Square transactions export",
  signatures: [["Total Collected", "Event Type", "Transaction ID"]],
  rowModel: "one row per payment; a refund is a negative row of its own that shares the sale's payment id",
  order: ["Transaction ID"],
  date: ["Date"],
  time: ["Time"],
  zone: ["Time Zone"],
  customer: [[["Customer ID"]]],
  contact: { name: [{ full: ["Customer Name"] }] },
  amounts: [{ per: "order", plus: [["Total Collected"]], minus: [["Tax"], ["Tip"], ["Gift Card Sales"]] }],
  totals: [{ plus: [["Gross Sales"], ["Discounts"], ["Service Charges"], ["Partial Refunds"]] }],
  status: ["Transaction Status"],
  reference: { from: ["Payment ID"], to: ["Payment ID"] },
};
