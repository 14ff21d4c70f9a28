import type { Preset } from "./preset.ts";
import { WOOCOMMERCE_REFUNDED, WOOCOMMERCE_STATUSES } from "./woocommerce-statuses.ts";

/**
 * WooCommerce's table of orders, `wp_wc_orders`, as the database has it. Refunds are rows of their own, without a customer
 * and below zero, so that an order that was refunded in full counts, and its refund takes the money back.
 */
export const woocommerceTables: Preset = {
  name: "woocommerce-tables",
  family: "WooCommerce",
  title: "WooCommerce's wc_orders table",
  signatures: [
    ["id", "status", "type", "total_amount", "customer_id", "billing_email", "date_created_gmt", "parent_order_id"],
  ],
  rowModel: "one row per order",
  order: ["id"],
  date: ["date_created_gmt"],
  dateZone: "UTC",
  customer: [[["customer_id"]], [["billing_email"]]],
  contact: { email: [["billing_email"]] },
  amounts: [{ per: "order", plus: [["total_amount"]] }],
  currency: ["currency"],
  status: ["status"],
  statuses: {
    counts: [...WOOCOMMERCE_STATUSES.counts, ...WOOCOMMERCE_REFUNDED],
    doesNotCount: WOOCOMMERCE_STATUSES.doesNotCount,
  },
  reference: { from: ["parent_order_id"], to: ["id"] },
};
