import type { Preset } from "./preset.ts";

/** Stripe's payments. Converted amounts share the account's currency, so they are preferred to those of each charge. */
export const stripe: Preset = {
  name: "stripe",
  title: "Stripe payments export",
  signatures: [
    ["Amount Refunded", "Converted Amount", "Customer Email"],
    ["id", "Created date (UTC)", "Amount", "Amount Refunded", "Status"],
    ["id", "Created (UTC)", "Amount", "Amount Refunded", "Status"],
  ],
  rowModel: "one row per charge",
  order: ["id"],
  date: ["Created date (UTC)", "Created (UTC)"],
  customer: [[["Customer ID"]], [["Customer Email"]], [["customer_email (metadata)", "email (metadata)"]]],
  contact: {
    email: [["Customer Email"], ["customer_email (metadata)", "email (metadata)"]],
    phone: [["Customer Phone"]],
    name: [{ full: ["Shipping Name"] }, { full: ["Card Name"] }],
    address: [
      {
        country: ["Shipping Address Country"],
        city: ["Shipping Address City"],
        zip: ["Shipping Address Postal Code"],
      },
      { country: ["Card Address Country"], city: ["Card Address City"], zip: ["Card Address Zip"] },
    ],
  },
  amounts: [
    {
      per: "order",
      plus: [["Converted Amount"]],
      currency: ["Converted Currency"],
      refunded: ["Converted Amount Refunded"],
    },
    { per: "order", plus: [["Amount"]], currency: ["Currency"], refunded: ["Amount Refunded"] },
  ],
  totals: [{ plus: [["Net"], ["Fee"]] }],
  status: ["Status"],
  statuses: {
    counts: ["paid", "refunded", "partially refunded", "succeeded", "disputed"],
    doesNotCount: [
      ...["failed", "blocked", "canceled", "uncaptured", "pending", "incomplete", "expired"],
      ...["requires action", "requires capture", "requires confirmation", "requires payment method"],
    ],
  },
  rules: [
    { column: ["Mode"], when: { is: ["test"] }, means: "test", word: "test mode" },
    { column: ["Captured"], when: { is: ["false"] }, means: "does not count", word: "not captured" },
  ],
  dateZone: "UTC",
};
