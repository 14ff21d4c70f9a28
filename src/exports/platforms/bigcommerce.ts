import type { Preset } from "./preset.ts";

/** BigCommerce's two standard templates; all items of an order are packed into one cell. */
export const bigcommerce: Preset = {
  name: "bigcommerce",
  title: "BigCommerce orders export",
  signatures: [
    ["Order Total (inc tax)", "Customer Email", "Product Details"],
    ["Order Total (inc tax)", "Customer Email", "Order Status", "Refund Amount"],
  ],
  rowModel: "one row per order; its items are packed into one cell",
  order: ["Order ID"],
  date: ["Order Date"],
  time: ["Order Time"],
  customer: [[["Customer ID"]], [["Customer Email"]], [["Billing Email"]]],
  contact: {
    email: [["Customer Email"], ["Billing Email"]],
    phone: [["Customer Phone"], ["Billing Phone"]],
    name: [{ first: ["Billing First Name"], last: ["Billing Last Name"] }, { full: ["Customer Name"] }],
    address: [
      {
        country: ["Billing Country"],
        city: ["Billing Suburb", "Billing City"],
        zip: ["Billing Zip", "Billing Postcode"],
      },
    ],
  },
  amounts: [{ per: "order", plus: [["Order Total (inc tax)"]] }],
  totals: [{ plus: [["Order Total (ex tax)"], ["Tax Total"]] }],
  refunded: ["Refund Amount"],
  lines: { coupon: ["Coupon Details"] },
  currency: ["Order Currency Code"],
  status: ["Order Status"],
  statuses: {
    counts: [
      "awaiting fulfillment",
      "awaiting shipment",
      "awaiting pickup",
      "partially shipped",
      "shipped",
      "completed",
      "partially refunded",
      "disputed",
      "manual verification required",
    ],
    doesNotCount: ["incomplete", "pending", "awaiting payment", "cancelled", "declined"],
  },
  refundedStatuses: ["refunded"],
};
