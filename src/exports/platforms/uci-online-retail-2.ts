import type { Preset } from "./preset.ts";

/** UCI Online Retail II (2009–2011): the same rows under other column names. */
export const uciOnlineRetail2: Preset = {
  name: "uci-online-retail-2",
  title: "UCI Online Retail II",
  signatures: [["Invoice", "StockCode", "Price", "Customer ID"]],
  rowModel: "one row per item; quantity × price; a cancellation is an invoice of its own with negative quantities",
  order: ["Invoice"],
  date: ["InvoiceDate"],
  customer: [[["Customer ID"]]],
  contact: { address: [{ country: ["Country"] }] },
  lines: { product: ["StockCode"], productName: ["Description"] },
  amounts: [{ quantity: ["Quantity"], price: ["Price"] }],
};
