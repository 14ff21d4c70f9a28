import type { Preset } from "./preset.ts";

/** CDNOW's purchases with the usual header, in columns of fixed width; without a header they are read with `--columns`. */
export const cdnow: Preset = {
  name: "cdnow",
  title: "CDNOW purchases",
  signatures: [["customer_id", "date", "number_of_cds", "dollar_value"]],
  rowModel: "one row per purchase; there are no order ids",
  date: ["date"],
  customer: [[["customer_id"]]],
  amounts: [{ per: "order", plus: [["dollar_value"]] }],
};
