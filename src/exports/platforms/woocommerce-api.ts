import type { Preset } from "./preset.ts";
import { WOOCOMMERCE_REFUNDED, WOOCOMMERCE_STATUSES } from "./woocommerce-statuses.ts";

/** Orders as WooCommerce's REST API returns them, saved as JSON: one record per order, the lines in a list inside it. */
export const woocommerceApi: Preset = {
  name: "woocommerce-api",
  family: "WooCommerce",
  title: "WooCommerce orders from the REST API",
  signatures: [["id", "status", "date_created", "total", "customer_id"]],
  rowModel: "one record per order, with its line items in a list",
  order: ["id"],
  date: ["date_created"],
  customer: [[["customer_id"]], [["billing.email"]]],
  contact: {
    email: [["billing.email"]],
    phone: [["billing.phone"], ["shipping.phone"]],
    name: [
      { first: ["billing.first_name"], last: ["billing.last_name"] },
      { first: ["shipping.first_name"], last: ["shipping.last_name"] },
    ],
    address: [
      { country: ["billing.country"], city: ["billing.city"], zip: ["billing.postcode"] },
      { country: ["shipping.country"], city: ["shipping.city"], zip: ["shipping.postcode"] },
    ],
  },
  lines: {
    product: ["line_items.sku", "line_items.product_id"],
    productName: ["line_items.name"],
    quantity: ["line_items.quantity"],
    unitPrice: ["line_items.price"],
    discount: ["discount_total"],
    coupon: ["coupon_lines.code"],
    payment: ["payment_method_title", "payment_method"],
    channel: ["created_via"],
  },
  lineTotal: [["line_items.total"], ["line_items.total_tax"]],
  amounts: [{ per: "order", plus: [["total"]] }],
  refunded: ["refunds.total"],
  currency: ["currency"],
  status: ["status"],
  statuses: WOOCOMMERCE_STATUSES,
  refundedStatuses: WOOCOMMERCE_REFUNDED,
};
