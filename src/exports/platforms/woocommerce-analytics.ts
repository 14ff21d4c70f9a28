import type { Preset } from "./preset.ts";
import { WOOCOMMERCE_REFUNDED, WOOCOMMERCE_STATUSES } from "./woocommerce-statuses.ts";

/** WooCommerce's own Analytics → Orders download: one row per order, and no other customer key than a name. */
export const woocommerceAnalytics: Preset = {
  name: "woocommerce-analytics",
  family: "WooCommerce",
  title: "WooCommerce Analytics orders download",
  signatures: [
    ["Order #", "N. Revenue (formatted)", "Customer type"],
    ["Order #", "N. Revenue", "Customer type"],
  ],
  rowModel: "one row per order; net sales, without tax and shipping",
  order: ["Order #"],
  date: ["Date"],
  customer: [[["Customer"]]],
  contact: { name: [{ full: ["Customer"] }] },
  lines: { coupon: ["Coupon(s)"], channel: ["Attribution"] },
  amounts: [
    { per: "order", plus: [["Net Sales", "N. Revenue"]] },
    { per: "order", plus: [["N. Revenue (formatted)"]] },
  ],
  status: ["Status"],
  statuses: WOOCOMMERCE_STATUSES,
  refundedStatuses: WOOCOMMERCE_REFUNDED,
  note: "this download names customers and nothing else: people of the same name count as one; an order export with e-mail addresses tells them apart",
};
