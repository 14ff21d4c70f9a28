import type { Preset } from "./preset.ts";

/** Squarespace orders: like Shopify's, but further item rows carry only the order id and the item. */
export const squarespace: Preset = {
  name: "squarespace",
  title: "Squarespace orders export",
  signatures: [
    ["Order ID", "Financial Status", "Lineitem variant"],
    ["Order ID", "Financial Status", "Amount Refunded", "Lineitem quantity"],
  ],
  rowModel: "one row per line item; everything but the order id and the item is on the order's first row only",
  order: ["Order ID"],
  date: ["Created at"],
  customer: [[["Email"]]],
  contact: {
    email: [["Email"]],
    phone: [["Billing Phone"], ["Shipping Phone"]],
    name: [{ full: ["Billing Name"] }, { full: ["Shipping Name"] }],
    address: [
      { country: ["Billing Country"], city: ["Billing City"], zip: ["Billing Zip"] },
      { country: ["Shipping Country"], city: ["Shipping City"], zip: ["Shipping Zip"] },
    ],
  },
  lines: {
    product: ["Lineitem sku"],
    productName: ["Lineitem name"],
    quantity: ["Lineitem quantity"],
    unitPrice: ["Lineitem price"],
    discount: ["Discount Amount"],
    coupon: ["Discount Code"],
    channel: ["Channel Name", "Channel Type"],
    payment: ["Payment Method"],
  },
  amounts: [{ per: "order", plus: [["Total"]] }],
  totals: [
    { plus: [["Subtotal"], ["Shipping"], ["Taxes"]], minus: [["Discount Amount"]] },
    { plus: [["Subtotal"], ["Shipping"], ["Taxes"]] },
  ],
  refunded: ["Amount Refunded"],
  currency: ["Currency"],
  status: ["Financial Status"],
  statuses: {
    counts: ["paid", "partially paid", "partially refunded"],
    doesNotCount: ["pending", "unpaid", "authorized", "voided", "expired"],
  },
  refundedStatuses: ["refunded"],
  rules: [{ column: ["Cancelled at"], when: "filled", means: "does not count", word: "cancelled" }],
};
