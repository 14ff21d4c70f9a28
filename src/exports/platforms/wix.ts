import type { Preset } from "./preset.ts";

/** Wix Stores orders: one row per item, with every order column, the total included, repeated on each. */
export const wix: Preset = {
  name: "wix",
  title: "Wix Stores orders export",
  signatures: [
    ["Contact email", "Total order quantity", "Net amount"],
    ["Order number", "Date created", "Contact email", "Net amount"],
  ],
  rowModel: "one row per item; the order's total is on each of its rows",
  order: ["Order number"],
  date: ["Date created"],
  time: ["Time"],
  customer: [[["Contact email"]]],
  contact: {
    email: [["Contact email"]],
    phone: [["Billing phone"], ["Recipient phone"]],
    name: [{ full: ["Billing name"] }, { full: ["Recipient name"] }],
    address: [
      { country: ["Billing country"], city: ["Billing city"], zip: ["Billing zip/postal code"] },
      { country: ["Delivery country"], city: ["Delivery city"], zip: ["Delivery zip/postal code"] },
    ],
  },
  lines: {
    product: ["SKU"],
    productName: ["Item"],
    quantity: ["Qty"],
    unitPrice: ["Price"],
    coupon: ["Coupon code"],
    payment: ["Payment method"],
  },
  amounts: [{ per: "order", plus: [["Total"]] }],
  totals: [{ plus: [["Net amount"], ["Refunded amount"]] }],
  refunded: ["Refunded amount"],
  currency: ["Currency"],
  status: ["Payment status"],
  statuses: { counts: ["paid", "partially paid", "partially refunded"], doesNotCount: ["unpaid", "pending"] },
  refundedStatuses: ["refunded"],
  rules: [
    {
      column: ["Fulfillment status"],
      when: { is: ["canceled", "cancelled"] },
      means: "does not count",
      word: "canceled",
    },
  ],
};
