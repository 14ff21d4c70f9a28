import type { ListFormat } from "../list-format.ts";
import { RFM_PROPERTIES, rfmProperty } from "./rfm-properties.ts";

/** HubSpot tells contacts apart by their e-mail address; the properties must exist there, or be made on import. */
export const hubspot: ListFormat = {
  name: "hubspot",
  title: "HubSpot",
  needs: "email",
  columns: [
    ["Email", "email"],
    ["First Name", "firstName"],
    ["Last Name", "lastName"],
    ["Phone Number", "phone"],
    ["Country/Region", "country"],
    ["City", "city"],
    ["Postal Code", "zip"],
    ...RFM_PROPERTIES,
  ],
  property: rfmProperty,
};
