import type { ListFormat } from "../list-format.ts";

/** What every tool for messages is told about a customer, as properties of its own. */
export const RFM_PROPERTIES: ListFormat["columns"] = [
  ["RFM Segment", "segment"],
  ["RFM Cell", "cell"],
  ["RFM Recency Score", "recencyScore"],
  ["RFM Frequency Score", "frequencyScore"],
  ["RFM Monetary Score", "monetaryScore"],
  ["RFM Last Order", "lastOrder"],
  ["RFM Orders", "frequency"],
  ["RFM Net Spend", "spend"],
  ["RFM Customer ID", "id"],
];

/** The name of another property beside them. */
export const rfmProperty = (name: string): string => `RFM ${name}`;
