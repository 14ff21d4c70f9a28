import type { Preset } from "./preset.ts";

/**
 * Shopware 5: the profiles "default_orders" (one row per position) and "default_order_main_data" (one row per order) of its
 * import/export. States are the ids of the table s_core_states.
 */
export const shopware5: Preset = {
  name: "shopware-5",
  family: "Shopware",
  title: "Shopware 5 orders export",
  signatures: [["number", "customerId", "status", "cleared", "orderTime", "invoiceAmount"]],
  rowModel: "one row per order, or one row per item with the total repeated",
  order: ["number"],
  date: ["orderTime"],
  customer: [[["customerId"]]],
  lines: { product: ["articleId"] },
  amounts: [{ per: "order", plus: [["invoiceAmount"]] }],
  currency: ["currency"],
  status: ["status"],
  statuses: { counts: ["0", "1", "2", "3", "5", "6", "7", "8"], doesNotCount: ["-1", "4"] },
  rules: [
    {
      column: ["cleared"],
      when: { is: ["20", "30", "35"] },
      means: "does not count",
      word: "payment refused or sent back",
    },
  ],
};
