import type { Preset } from "./preset.ts";

/** Shopify's customers export: what each customer spent in all, without the days on which. */
export const shopifyCustomers: Preset = {
  name: "shopify-customers",
  family: "Shopify",
  title: "Shopify's customers export",
  signatures: [["First Name", "Last Name", "Email", "Accepts Email Marketing", "Total Spent", "Total Orders"]],
  rowModel: "one row per customer",
  order: [],
  date: [],
  customer: [[["Customer ID"]], [["Email"]], [["Phone"]]],
  contact: {
    email: [["Email"]],
    phone: [["Phone"], ["Default Address Phone"]],
    name: [{ first: ["First Name"], last: ["Last Name"] }],
    address: [
      { country: ["Default Address Country Code"], city: ["Default Address City"], zip: ["Default Address Zip"] },
    ],
    consent: ["Accepts Email Marketing"],
  },
  amounts: [{ per: "order", plus: [["Total Spent"]] }],
  refusal: {
    why: "it has one row per customer, with what they spent in all, and no column says when they ordered",
    instead:
      "export the orders (Shopify admin: Orders, Export), and read both files together for the customers' details",
  },
};
