import type { Preset } from "./preset.ts";

/**
 * Etsy's sold orders. `Order Total` includes tax that Etsy collects and keeps, so the seller's part is put together from
 * the order's value, discount and shipping. `Shipping` is what the buyer paid, after the shipping discount. A refund shows
 * as a drop of the net amount and of the fees that were kept from it.
 */
export const etsyOrders: Preset = {
  name: "etsy-orders",
  family: "Etsy",
  title: "Etsy sold orders (EtsySoldOrders)",
  signatures: [["Sale Date", "Buyer User ID", "Order Net"]],
  rowModel: "one row per order; order value − discount + shipping",
  order: ["Order ID"],
  date: ["Sale Date"],
  customer: [[["Buyer User ID"]], [["Full Name"], ["Ship Zipcode"]]],
  contact: {
    name: [{ first: ["First Name"], last: ["Last Name"] }, { full: ["Full Name"] }],
    address: [{ country: ["Ship Country"], city: ["Ship City"], zip: ["Ship Zipcode"] }],
  },
  amounts: [{ per: "order", plus: [["Order Value"], ["Shipping"]], minus: [["Discount Amount"]] }],
  totals: [{ plus: [["Order Net"], ["Card Processing Fees"]] }],
  refundedDrops: [
    { from: ["Order Net"], to: ["Adjusted Net Order Amount"], unlessZero: true },
    { from: ["Card Processing Fees"], to: ["Adjusted Card Processing Fees"], unlessZero: true },
  ],
  currency: ["Currency"],
  status: ["Status"],
  dateOrder: "mdy",
};
