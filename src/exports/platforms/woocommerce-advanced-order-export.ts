import type { Preset } from "./preset.ts";
import { WOOCOMMERCE_REFUNDED, WOOCOMMERCE_STATUSES } from "./woocommerce-statuses.ts";

/** The Advanced Order Export extension: columns and labels are the user's choice; these are the usual ones. */
export const woocommerceAdvancedOrderExport: Preset = {
  name: "woocommerce-advanced-order-export",
  family: "WooCommerce",
  title: "WooCommerce Advanced Order Export",
  signatures: [["Order Number", "Email (Billing)", "Order Total Amount"]],
  rowModel:
    "one row per item; the order's columns are on its first row only (rows without an order number belong to the order above), or on every row",
  order: ["Order Number"],
  date: ["Order Date"],
  customer: [[["Email (Billing)"]], [["Phone (Billing)"]]],
  contact: {
    email: [["Email (Billing)"]],
    phone: [["Phone (Billing)"]],
    name: [
      { first: ["First Name (Billing)"], last: ["Last Name (Billing)"] },
      { first: ["First Name (Shipping)"], last: ["Last Name (Shipping)"] },
    ],
    address: [
      { country: ["Country Code (Billing)"], city: ["City (Billing)"], zip: ["Postcode (Billing)"] },
      { country: ["Country Code (Shipping)"], city: ["City (Shipping)"], zip: ["Postcode (Shipping)"] },
    ],
  },
  lines: {
    product: ["SKU"],
    productName: ["Item Name"],
    quantity: ["Quantity", "Quantity (- Refund)"],
    unitPrice: ["Item Cost"],
    discount: ["Cart Discount Amount", "Discount Amount"],
    coupon: ["Coupon Code"],
    payment: ["Payment Method Title"],
  },
  amounts: [{ per: "order", plus: [["Order Total Amount"]] }],
  totals: [
    {
      plus: [["Order Subtotal Amount"], ["Order Shipping Amount"], ["Order Total Tax Amount"]],
      minus: [["Cart Discount Amount"]],
    },
  ],
  refunded: ["Order Refund Amount"],
  currency: ["Order Currency", "Currency"],
  status: ["Order Status"],
  statuses: WOOCOMMERCE_STATUSES,
  refundedStatuses: WOOCOMMERCE_REFUNDED,
  continuesAbove: true,
};
