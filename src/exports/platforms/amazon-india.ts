import type { Preset } from "./preset.ts";

/** The Amazon India sale report that is passed around as a data set: amounts and statuses, and no customer. */
export const amazonIndia: Preset = {
  name: "amazon-india",
  title: "the Amazon India sale report",
  signatures: [["Order ID", "Fulfilment", "Sales Channel", "Qty", "Amount"]],
  rowModel: "one row per item, with its line total",
  order: ["Order ID"],
  date: ["Date"],
  customer: [],
  lines: {
    product: ["SKU", "ASIN"],
    productName: ["Style"],
    category: ["Category"],
    quantity: ["Qty"],
    coupon: ["promotion-ids"],
    channel: ["Sales Channel"],
  },
  amounts: [{ per: "line", plus: [["Amount"]] }],
  currency: ["currency"],
  status: ["Status"],
  statuses: {
    counts: ["shipped", "shipped delivered to buyer", "shipped out for delivery", "shipped picked up"],
    doesNotCount: [
      ...["pending", "pending waiting for pick up", "unshipped", "shipping", "cancelled"],
      ...["shipped returned to seller", "shipped returning to seller", "shipped rejected by buyer"],
      ...["shipped lost in transit", "shipped damaged"],
    ],
  },
  dateOrder: "mdy",
  refusal: {
    why: "it has no column that says who bought",
    instead:
      "a seller's own new orders report has a buyer-email column; other data sets with customers are UCI Online Retail and CDNOW",
  },
};
