import type { Preset } from "./preset.ts";
import { WOOCOMMERCE_REFUNDED, WOOCOMMERCE_STATUSES } from "./woocommerce-statuses.ts";

/** The Customer/Order/Coupon Export extension: "Default", "One Row per Item" and the older "CSV Import" format. */
export const woocommerceSkyverge: Preset = {
  name: "woocommerce-skyverge",
  family: "WooCommerce",
  title: "WooCommerce Customer/Order/Coupon Export",
  signatures: [
    ["order_id", "order_number", "billing_email", "line_items"],
    ["order_id", "order_number", "billing_email", "item_sku"],
    ["order_id", "order_number", "billing_email", "item_name"],
    ["id", "created_at", "total", "total_refunded", "customer_user"],
  ],
  rowModel: "one row per order, or one row per item; the order's total is on each of its rows",
  order: ["order_id", "id"],
  date: ["date", "created_at"],
  customer: [[["customer_id", "customer_user"]], [["billing_email"]]],
  contact: {
    email: [["billing_email"]],
    phone: [["billing_phone"]],
    name: [
      { first: ["billing_first_name"], last: ["billing_last_name"] },
      { first: ["shipping_first_name"], last: ["shipping_last_name"] },
    ],
    address: [
      { country: ["billing_country"], city: ["billing_city"], zip: ["billing_postcode"] },
      { country: ["shipping_country"], city: ["shipping_city"], zip: ["shipping_postcode"] },
    ],
  },
  lines: {
    product: ["item_sku"],
    productName: ["item_name"],
    quantity: ["item_quantity"],
    discount: ["discount_total"],
    coupon: ["coupon_items"],
    payment: ["payment_method_title", "payment_method"],
  },
  lineTotal: [["item_total"], ["item_total_tax"]],
  amounts: [{ per: "order", plus: [["order_total", "total"]] }],
  refunded: ["refunded_total", "total_refunded"],
  currency: ["order_currency", "currency"],
  status: ["status"],
  statuses: WOOCOMMERCE_STATUSES,
  refundedStatuses: WOOCOMMERCE_REFUNDED,
};
