import type { Preset } from "./preset.ts";
import { WOOCOMMERCE_REFUNDED, WOOCOMMERCE_STATUSES } from "./woocommerce-statuses.ts";

/** Other WooCommerce exporters that agree on these columns; the totals may be blank after an order's first row. */
export const woocommerceOther: Preset = {
  name: "woocommerce-other",
  family: "WooCommerce",
  title: "WooCommerce order export (order_date, order_total, customer_email)",
  signatures: [["order_number", "order_date", "paid_date", "order_total", "customer_email"]],
  rowModel: "one row per item; number, date and e-mail are on every row, the order's totals on its first row only",
  order: ["order_number"],
  date: ["order_date"],
  customer: [[["customer_id", "customer_user"]], [["customer_email"]]],
  contact: {
    email: [["customer_email", "billing_email"]],
    phone: [["billing_phone"], ["customer_phone"]],
    name: [
      { first: ["billing_first_name"], last: ["billing_last_name"] },
      { first: ["shipping_first_name"], last: ["shipping_last_name"] },
    ],
    address: [
      { country: ["billing_country"], city: ["billing_city"], zip: ["billing_postcode"] },
      { country: ["shipping_country"], city: ["shipping_city"], zip: ["shipping_postcode"] },
    ],
  },
  lineTotal: [["item_total"]],
  lines: { product: ["sku"], productName: ["product_name"], quantity: ["quantity"], discount: ["discount_total"] },
  amounts: [{ per: "order", plus: [["order_total"]] }],
  refunded: ["refunded_total", "refund_total"],
  currency: ["order_currency"],
  status: ["status"],
  statuses: WOOCOMMERCE_STATUSES,
  refundedStatuses: WOOCOMMERCE_REFUNDED,
};
