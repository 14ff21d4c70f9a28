import type { Preset } from "./preset.ts";

/** Orders as Shopify's REST Admin API returns them, saved as JSON: one record per order, the lines in a list inside it. */
export const shopifyApi: Preset = {
  name: "shopify-api",
  family: "Shopify",
  title: "Shopify orders from the REST Admin API",
  signatures: [["id", "financial_status", "total_price", "created_at"]],
  rowModel: "one record per order, with its line items in a list",
  order: ["name", "id"],
  date: ["created_at"],
  customer: [[["email", "contact_email", "customer.email"]], [["phone", "customer.phone"]], [["customer.id"]]],
  contact: {
    email: [["email", "contact_email"], ["customer.email"]],
    phone: [["phone"], ["customer.phone"], ["billing_address.phone"], ["shipping_address.phone"]],
    name: [
      { first: ["customer.first_name"], last: ["customer.last_name"] },
      { first: ["billing_address.first_name"], last: ["billing_address.last_name"] },
      { first: ["shipping_address.first_name"], last: ["shipping_address.last_name"] },
    ],
    address: [
      { country: ["billing_address.country_code"], city: ["billing_address.city"], zip: ["billing_address.zip"] },
      { country: ["shipping_address.country_code"], city: ["shipping_address.city"], zip: ["shipping_address.zip"] },
    ],
    consent: ["buyer_accepts_marketing"],
  },
  lines: {
    product: ["line_items.sku", "line_items.variant_id", "line_items.product_id"],
    productName: ["line_items.name", "line_items.title"],
    quantity: ["line_items.quantity"],
    unitPrice: ["line_items.price"],
    discount: ["total_discounts"],
    coupon: ["discount_codes.code"],
    channel: ["source_name"],
    payment: ["gateway"],
  },
  amounts: [{ per: "order", plus: [["total_price"]] }],
  refundedDrops: [{ from: ["total_price"], to: ["current_total_price"] }],
  refunded: ["refunds.transactions.amount"],
  currency: ["currency"],
  status: ["financial_status"],
  statuses: {
    counts: ["paid", "partially paid", "partially refunded"],
    doesNotCount: ["pending", "authorized", "voided", "expired"],
  },
  refundedStatuses: ["refunded"],
  rules: [
    { column: ["test"], when: { is: ["true"] }, means: "test", word: "test order" },
    { column: ["cancelled_at"], when: "filled", means: "does not count", word: "cancelled" },
  ],
};
