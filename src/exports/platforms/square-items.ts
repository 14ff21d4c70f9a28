import type { Preset } from "./preset.ts";

/** Square's item sales: one row per item, refunds as negative rows with a transaction id of their own. */
export const squareItems: Preset = {
  name: "square-items",
  family: "Square",
  title: "Square items export",
  signatures: [
    ["Price Point Name", "Itemization Type"],
    ["Item", "Qty", "Net Sales", "Transaction ID", "Payment ID"],
  ],
  rowModel: "one row per item; a refund is negative rows of its own that share the sale's payment id",
  order: ["Transaction ID"],
  date: ["Date"],
  time: ["Time"],
  zone: ["Time Zone"],
  customer: [[["Customer ID"]]],
  contact: { name: [{ full: ["Customer Name"] }] },
  lines: {
    product: ["SKU"],
    productName: ["Item"],
    category: ["Category"],
    quantity: ["Qty"],
    discount: ["Discounts"],
    channel: ["Channel"],
  },
  amounts: [{ per: "line", plus: [["Net Sales"]] }],
  totals: [{ plus: [["Gross Sales"], ["Discounts"]] }],
  reference: { from: ["Payment ID"], to: ["Payment ID"] },
};
