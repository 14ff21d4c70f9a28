import type { Preset } from "./preset.ts";

/** Shopware 6: the profile "Default orders" of its import/export, one row per order. */
export const shopware6: Preset = {
  name: "shopware-6",
  family: "Shopware",
  title: "Shopware 6 default orders export",
  signatures: [["order_number", "sales_channel_id", "customer_email", "amount_total", "order_date_time"]],
  rowModel: "one row per order",
  order: ["order_number"],
  date: ["order_date_time"],
  customer: [[["customer_email"]]],
  contact: {
    email: [["customer_email"]],
    name: [{ first: ["customer_firstname"], last: ["customer_lastname"] }],
    address: [
      { city: ["billing_address_city"], zip: ["billing_address_zipcode"] },
      { city: ["shipping_address_city"], zip: ["shipping_address_zipcode"] },
    ],
  },
  amounts: [{ per: "order", plus: [["amount_total"]] }],
  statuses: { counts: ["open", "in progress", "completed"], doesNotCount: ["cancelled"] },
  note: "the export names an order's state by an id of the database only, so cancelled orders count: add stateMachineState.technicalName to the profile, and name its column with --status",
};
