import type { Preset } from "./preset.ts";

/** Orders as the REST API of Ecwid (Lightspeed E-Series) returns them, saved as JSON: one record per order. */
export const ecwidApi: Preset = {
  name: "ecwid-api",
  title: "Ecwid orders from the REST API",
  signatures: [["id", "createDate", "paymentStatus", "total", "email"]],
  rowModel: "one record per order, with its line items in a list",
  order: ["id", "vendorOrderNumber"],
  date: ["createDate"],
  customer: [[["email"]], [["customerId"]]],
  contact: {
    email: [["email"]],
    phone: [["billingPerson.phone"], ["shippingPerson.phone"]],
    name: [{ full: ["billingPerson.name"] }, { full: ["shippingPerson.name"] }],
    address: [
      { country: ["billingPerson.countryCode"], city: ["billingPerson.city"], zip: ["billingPerson.postalCode"] },
      { country: ["shippingPerson.countryCode"], city: ["shippingPerson.city"], zip: ["shippingPerson.postalCode"] },
    ],
  },
  lines: {
    product: ["items.sku", "items.productId"],
    productName: ["items.name"],
    quantity: ["items.quantity"],
    unitPrice: ["items.price"],
    discount: ["couponDiscount"],
    coupon: ["discountCoupon.code"],
    payment: ["paymentMethod"],
  },
  amounts: [{ per: "order", plus: [["total"]] }],
  refunded: ["refundedAmount"],
  status: ["paymentStatus"],
  statuses: {
    counts: ["paid", "partially refunded"],
    doesNotCount: ["awaiting payment", "cancelled", "incomplete"],
  },
  refundedStatuses: ["refunded"],
};
