import type { Preset } from "./preset.ts";

/** Etsy's sold order items: one row per item; the buyer is a display name, which the sold orders file knows better. */
export const etsyItems: Preset = {
  name: "etsy-items",
  family: "Etsy",
  title: "Etsy sold order items (EtsySoldOrderItems)",
  signatures: [["Sale Date", "Item Name", "Listing ID"]],
  rowModel: "one row per item, with its line total before discounts and shipping",
  order: ["Order ID"],
  date: ["Sale Date"],
  customer: [[["Buyer"]], [["Ship Name"], ["Ship Zipcode"]]],
  contact: {
    name: [{ full: ["Ship Name"] }],
    address: [{ country: ["Ship Country"], city: ["Ship City"], zip: ["Ship Zipcode"] }],
  },
  lines: {
    product: ["SKU", "Listing ID"],
    productName: ["Item Name"],
    quantity: ["Quantity"],
    unitPrice: ["Price"],
    discount: ["Discount Amount"],
    coupon: ["Coupon Code"],
    payment: ["Payment Type"],
  },
  amounts: [
    { per: "line", plus: [["Item Total"]] },
    { quantity: ["Quantity"], price: ["Price"] },
  ],
  totals: [{ quantity: ["Quantity"], price: ["Price"] }],
  currency: ["Currency"],
  dateOrder: "mdy",
  note: "this file knows buyers by their display name and refunds not at all; the sold orders file (EtsySoldOrders) has both a buyer id and the adjusted amounts",
};
