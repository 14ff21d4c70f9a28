import type { Preset } from "./preset.ts";

/**
 * The order grid of Magento 2 / Adobe Commerce. Its base totals share one currency; those "purchased" need
 * not, and what was refunded is in the currency of the purchase.
 */
export const magento: Preset = {
  name: "magento",
  title: "Magento / Adobe Commerce order grid export",
  signatures: [["Purchase Point", "Grand Total (Purchased)"]],
  rowModel: "one row per order; totals in the shop's base currency",
  order: ["ID"],
  date: ["Purchase Date"],
  customer: [[["Customer Email"]]],
  contact: {
    email: [["Customer Email"]],
    name: [{ full: ["Bill-to Name"] }, { full: ["Customer Name"] }, { full: ["Ship-to Name"] }],
  },
  lines: { channel: ["Purchase Point"] },
  amounts: [
    { per: "order", plus: [["Grand Total (Base)"]] },
    { per: "order", plus: [["Grand Total (Purchased)"]] },
  ],
  totals: [{ plus: [["Subtotal"], ["Shipping and Handling"]] }],
  refunded: ["Total Refunded"],
  refundedScale: { from: ["Grand Total (Purchased)"], to: ["Grand Total (Base)"] },
  status: ["Status"],
  statuses: {
    counts: ["processing", "complete"],
    doesNotCount: ["pending", "pending payment", "canceled", "on hold", "suspected fraud", "payment review"],
  },
  refundedStatuses: ["closed"],
};
