import type { Preset } from "./preset.ts";

/** Shopify's orders export: one row per line item, order fields on an order's first row only. */
export const shopify: Preset = {
  name: "shopify",
  title: "Shopify orders export",
  signatures: [["Name", "Financial Status", "Lineitem quantity", "Created at"]],
  rowModel: "one row per line item; the order's total, status and dates are on its first row only",
  order: ["Name"],
  date: ["Created at"],
  customer: [[["Email"]], [["Phone"]], [["Billing Name"], ["Billing Zip"]]],
  contact: {
    email: [["Email"]],
    phone: [["Phone"], ["Billing Phone"], ["Shipping Phone"]],
    name: [{ full: ["Billing Name"] }, { full: ["Shipping Name"] }],
    address: [
      { country: ["Billing Country"], city: ["Billing City"], zip: ["Billing Zip"] },
      { country: ["Shipping Country"], city: ["Shipping City"], zip: ["Shipping Zip"] },
    ],
    consent: ["Accepts Marketing"],
  },
  lines: {
    product: ["Lineitem sku"],
    productName: ["Lineitem name"],
    quantity: ["Lineitem quantity"],
    unitPrice: ["Lineitem price"],
    discount: ["Discount Amount"],
    coupon: ["Discount Code"],
    channel: ["Source"],
    payment: ["Payment Method"],
  },
  amounts: [{ per: "order", plus: [["Total"]] }],
  totals: [{ plus: [["Subtotal"], ["Shipping"], ["Taxes"]] }, { plus: [["Subtotal"], ["Shipping"]] }],
  refunded: ["Refunded Amount"],
  currency: ["Currency"],
  status: ["Financial Status"],
  statuses: {
    counts: ["paid", "partially paid", "partially refunded"],
    doesNotCount: ["pending", "authorized", "voided", "expired"],
  },
  refundedStatuses: ["refunded"],
  rules: [
    { column: ["Payment Method"], when: { is: ["(for testing) bogus gateway"] }, means: "test", word: "test payment" },
    { column: ["Cancelled at"], when: "filled", means: "does not count", word: "cancelled" },
  ],
};
