import type { Preset } from "./preset.ts";

/**
 * Etsy's sold orders. `Order Total` includes tax that Etsy collects and keeps, so the seller's part is put together from
 * the order's value, discounts and shipping; a refund shows as a drop of the net amount.
 */
export const etsyOrders: Preset = {
  name: "etsy-orders",
  title: "Etsy sold orders (EtsySoldOrders)",
  signatures: [["Sale Date", "Buyer User ID", "Order Net"]],
  rowModel: "a row an order; order value − discount − shipping discount + shipping",
  order: ["Order ID"],
  date: ["Sale Date"],
  customer: [[["Buyer User ID"]], [["Full Name"], ["Ship Zipcode"]]],
  contact: {
    name: [{ first: ["First Name"], last: ["Last Name"] }, { full: ["Full Name"] }],
    address: [{ country: ["Ship Country"], city: ["Ship City"], zip: ["Ship Zipcode"] }],
  },
  amounts: [
    { per: "order", plus: [["Order Value"], ["Shipping"]], minus: [["Discount Amount"], ["Shipping Discount"]] },
  ],
  refundedDrop: { from: ["Order Net"], to: ["Adjusted Net Order Amount"] },
  currency: ["Currency"],
  status: ["Status"],
  dateOrder: "mdy",
};
