import type { Preset } from "./preset.ts";

/** The German form of Amazon's date range report of payments, which does not say who bought. */
export const amazonTransactionsGerman: Preset = {
  name: "amazon-transactions-german",
  family: "Amazon",
  title: "Amazon's German date range report",
  signatures: [["Datum/Uhrzeit", "Typ", "Bestellnummer", "Umsätze", "Gutschrift für Versandkosten"]],
  rowModel: "one row per transaction: orders, refunds, fees and transfers",
  order: ["Bestellnummer"],
  date: ["Datum/Uhrzeit"],
  customer: [],
  lines: { product: ["SKU"], productName: ["Beschreibung"], quantity: ["Menge"], channel: ["Marketplace"] },
  amounts: [{ per: "line", plus: [["Umsätze"]] }],
  status: ["Typ"],
  statuses: { counts: ["bestellung", "erstattung"] },
  refusal: {
    why: "it has no column for the buyer, so its orders have no customer",
    instead:
      "download the new orders report (Seller Central: order reports, “New orders”), which has a buyer-email column, and read that",
  },
};
