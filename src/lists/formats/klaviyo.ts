import type { ListFormat } from "../list-format.ts";
import { RFM_PROPERTIES, rfmProperty } from "./rfm-properties.ts";

/** Klaviyo wants the e-mail address first, and reads a date without a time as midnight in UTC, a day early west of it. */
export const klaviyo: ListFormat = {
  name: "klaviyo",
  title: "Klaviyo",
  needs: "email or phone",
  columns: [
    ["Email", "email"],
    ["Phone Number", "phone"],
    ["First Name", "firstName"],
    ["Last Name", "lastName"],
    ["Country", "country"],
    ["City", "city"],
    ["Zip Code", "zip"],
    ...RFM_PROPERTIES.map(([header, field]) => [header, field === "lastOrder" ? "lastOrderAtNoon" : field] as const),
  ],
  property: rfmProperty,
};
