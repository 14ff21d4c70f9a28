import type { Preset } from "./preset.ts";

/** WooCommerce's report of customers: what each spent in all, and when each was last seen, which need not be an order. */
export const woocommerceCustomers: Preset = {
  name: "woocommerce-customers",
  family: "WooCommerce",
  title: "WooCommerce's customers report (Analytics)",
  signatures: [["Username", "Last Active", "Sign Up", "Email", "Orders", "Total Spend"]],
  rowModel: "one row per customer",
  order: [],
  date: [],
  customer: [[["Email"]]],
  contact: {
    email: [["Email"]],
    phone: [["Billing Phone"], ["Shipping Phone"]],
    name: [{ full: ["Name"] }],
    address: [{ country: ["Country / Region"], city: ["City"], zip: ["Postal Code"] }],
  },
  amounts: [{ per: "order", plus: [["Total Spend"]] }],
  refusal: {
    why: "it has one row per customer, with what they spent in all, and “Last Active” is their last visit, not their last order",
    instead:
      "export the orders with an extension for exports, which has e-mail addresses, or from the REST API, and read that",
  },
};
