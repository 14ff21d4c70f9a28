import type { ListFormat } from "../list-format.ts";
import { RFM_PROPERTIES, rfmProperty } from "./rfm-properties.ts";

/** Omnisend subscribes everybody on import unless that is unticked. */
export const omnisend: ListFormat = {
  name: "omnisend",
  title: "Omnisend",
  needs: "email or phone",
  columns: [
    ["Email", "email"],
    ["Phone Number", "phone"],
    ["First Name", "firstName"],
    ["Last Name", "lastName"],
    ["Country", "country"],
    ["City", "city"],
    ["Postal Code", "zip"],
    ["Tags", "tag"],
    ...RFM_PROPERTIES,
  ],
  property: rfmProperty,
};
