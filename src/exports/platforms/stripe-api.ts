import type { Preset } from "./preset.ts";

/** What Stripe's API returns. Its amounts are whole numbers of the currency's smallest unit, which differs between currencies. */
export const stripeApi: Preset = {
  name: "stripe-api",
  title: "payments or invoices from Stripe's API",
  signatures: [
    ["id", "object", "amount", "amount_refunded", "created", "currency"],
    ["id", "object", "amount", "amount_received", "created", "currency"],
    ["id", "object", "amount_due", "amount_paid", "created", "currency"],
  ],
  rowModel: "one row per charge",
  order: ["id"],
  date: ["created"],
  customer: [[["customer"]]],
  amounts: [],
  refusal: {
    why: "its amounts count the currency's smallest unit, so that 1050 is 10.50 EUR, and 1050 JPY is 1050",
    instead:
      "export the payments as CSV from Stripe's dashboard; or read them with --preset generic --amount-unit cents where the currency has cents",
  },
};
