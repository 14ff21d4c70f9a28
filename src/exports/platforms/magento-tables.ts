import { magento } from "./magento.ts";
import type { Preset } from "./preset.ts";

/** Magento's table of orders, `sales_order`, as the database has it; the totals in the shop's base currency. */
export const magentoTables: Preset = {
  name: "magento-tables",
  title: "Magento's sales_order table",
  signatures: [["entity_id", "increment_id", "base_grand_total", "customer_email", "created_at"]],
  rowModel: "one row per order; totals in the shop's base currency",
  order: ["entity_id"],
  date: ["created_at"],
  dateZone: "UTC",
  customer: [[["customer_id"]], [["customer_email"]]],
  contact: { email: [["customer_email"]], name: [{ first: ["customer_firstname"], last: ["customer_lastname"] }] },
  amounts: [{ per: "order", plus: [["base_grand_total"]] }],
  refunded: ["base_total_refunded"],
  currency: ["base_currency_code"],
  status: ["status"],
  statuses: {
    counts: magento.statuses?.counts ?? [],
    doesNotCount: [...(magento.statuses?.doesNotCount ?? []), ...["pending paypal", "holded", "fraud"]],
  },
  refundedStatuses: magento.refundedStatuses ?? [],
};
