import type { Preset } from "./preset.ts";

/** UCI Online Retail (2010–2011); cancellations are invoices of their own, with a `C` in front and negative quantities. */
export const uciOnlineRetail: Preset = {
  name: "uci-online-retail",
  title: "UCI Online Retail",
  signatures: [["InvoiceNo", "StockCode", "UnitPrice", "CustomerID"]],
  rowModel: "one row per item; quantity × price; a cancellation is an invoice of its own with negative quantities",
  order: ["InvoiceNo"],
  date: ["InvoiceDate"],
  customer: [[["CustomerID"]]],
  contact: { address: [{ country: ["Country"] }] },
  lines: { product: ["StockCode"], productName: ["Description"] },
  amounts: [{ quantity: ["Quantity"], price: ["UnitPrice"] }],
};
