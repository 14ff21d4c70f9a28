import type { Preset } from "./preset.ts";

/** Olist's orders table, one of several that belong together; one made of all of them can be read with `--customer`. */
export const olistOrders: Preset = {
  name: "olist-orders",
  title: "Olist's orders table",
  signatures: [["order_id", "customer_id", "order_status", "order_purchase_timestamp"]],
  rowModel: "one row per order; amounts and people are in other files",
  order: ["order_id"],
  date: ["order_purchase_timestamp"],
  customer: [],
  amounts: [{ per: "line", plus: [["payment_value"]] }],
  status: ["order_status"],
  statuses: {
    counts: ["delivered", "shipped", "invoiced", "processing", "approved"],
    doesNotCount: ["canceled", "unavailable", "created"],
  },
  refusal: {
    why: "it has no money, and its customer_id is a new one for every order",
    instead:
      "read it together with the customers file (customer_unique_id) and the payments file (payment_value): name all three, or their folder",
  },
};
