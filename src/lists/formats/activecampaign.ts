import type { ListFormat } from "../list-format.ts";
import { RFM_PROPERTIES, rfmProperty } from "./rfm-properties.ts";

/** ActiveCampaign takes dates as `YYYY-MM-DD` only, and tags in one cell. */
export const activecampaign: ListFormat = {
  name: "activecampaign",
  title: "ActiveCampaign",
  needs: "email",
  columns: [
    ["Email", "email"],
    ["First Name", "firstName"],
    ["Last Name", "lastName"],
    ["Phone", "phone"],
    ["Country", "country"],
    ["City", "city"],
    ["Zip Code", "zip"],
    ["Tags", "tag"],
    ...RFM_PROPERTIES,
  ],
  property: rfmProperty,
};
