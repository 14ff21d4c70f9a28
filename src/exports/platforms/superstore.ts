import type { Preset } from "./preset.ts";

/** The Superstore sample of business intelligence tools. `Sales` is a line's total already, whatever the quantity. */
export const superstore: Preset = {
  name: "superstore",
  title: "Superstore",
  signatures: [["Row ID", "Order ID", "Ship Mode", "Customer ID", "Sales"]],
  rowModel: "one row per item, with its line total after discount",
  order: ["Order ID"],
  date: ["Order Date"],
  customer: [[["Customer ID"]]],
  contact: {
    name: [{ full: ["Customer Name"] }],
    address: [{ country: ["Country", "Country/Region"], city: ["City"], zip: ["Postal Code"] }],
  },
  lines: {
    product: ["Product ID"],
    productName: ["Product Name"],
    category: ["Category"],
    quantity: ["Quantity"],
    discount: ["Discount"],
  },
  amounts: [{ per: "line", plus: [["Sales"]] }],
};
