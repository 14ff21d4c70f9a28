import type { Preset } from "./preset.ts";

/** Instacart's orders table, which no RFM can be made of. */
export const instacartOrders: Preset = {
  name: "instacart-orders",
  title: "Instacart's orders table",
  signatures: [["order_id", "user_id", "order_dow", "days_since_prior_order"]],
  rowModel: "one row per order, without a date",
  order: ["order_id"],
  date: [],
  customer: [],
  amounts: [],
  refusal: {
    why: "it has neither dates (only the days between a user's orders) nor money",
    instead: "no file of this data set has them; read one with a customer, a date and an amount",
  },
};
