import type { Preset } from "./preset.ts";

/** Amazon's "All orders" report, which does not say who bought. Its statuses are of use with `--customer`. */
export const amazonAllOrders: Preset = {
  name: "amazon-all-orders",
  family: "Amazon",
  title: "Amazon's all orders report",
  signatures: [["amazon-order-id", "purchase-date", "item-status"]],
  rowModel: "one row per item, with its line total",
  order: ["amazon-order-id"],
  date: ["purchase-date"],
  customer: [],
  lines: {
    product: ["sku", "asin"],
    productName: ["product-name"],
    quantity: ["quantity"],
    discount: ["item-promotion-discount"],
    coupon: ["promotion-ids"],
    channel: ["sales-channel"],
  },
  amounts: [{ per: "line", plus: [["item-price"]], minus: [["item-promotion-discount"]] }],
  currency: ["currency"],
  status: ["order-status"],
  statuses: {
    counts: ["shipped", "shipped delivered to buyer", "shipped out for delivery", "shipped picked up"],
    doesNotCount: [
      ...["pending", "pending waiting for pick up", "unshipped", "shipping", "cancelled"],
      ...["shipped returned to seller", "shipped returning to seller", "shipped rejected by buyer"],
      ...["shipped lost in transit", "shipped damaged"],
    ],
  },
  quoting: "off",
  refusal: {
    why: "it has no column for the buyer, so its orders have no customer",
    instead:
      "download the new orders report (Seller Central: order reports, “New orders”), which has a buyer-email column, and read that",
  },
};
