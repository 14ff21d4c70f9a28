import type { Preset } from "./preset.ts";

/** Amazon's new (or unshipped) orders report. A buyer's e-mail address is an alias, the same on all of their orders. */
export const amazonNewOrders: Preset = {
  name: "amazon-new-orders",
  family: "Amazon",
  title: "Amazon's new orders report",
  signatures: [
    ["order-id", "order-item-id", "purchase-date", "buyer-email"],
    ["order-item-id", "payments-date", "buyer-email"],
  ],
  rowModel: "one row per item, with its line total; tabs, and quotes are ordinary characters",
  order: ["order-id"],
  date: ["purchase-date"],
  customer: [[["buyer-email"]]],
  contact: {
    email: [["buyer-email"]],
    phone: [["buyer-phone-number"]],
    name: [{ full: ["buyer-name"] }, { full: ["recipient-name"] }],
    address: [{ country: ["ship-country"], city: ["ship-city"], zip: ["ship-postal-code"] }],
  },
  lines: {
    product: ["sku", "asin"],
    productName: ["product-name", "item-name"],
    quantity: ["quantity-purchased"],
    discount: ["item-promotion-discount"],
    coupon: ["item-promotion-id", "promotion-ids"],
  },
  amounts: [{ per: "line", plus: [["item-price"]], minus: [["item-promotion-discount"]] }],
  currency: ["currency"],
  quoting: "off",
};
