import type { ListFormat } from "../list-format.ts";
import { RFM_PROPERTIES, rfmProperty } from "./rfm-properties.ts";

/** An attribute's name: capitals, no blanks. */
function attribute(name: string): string {
  return name.toUpperCase().replaceAll(" ", "_");
}

/** Brevo's headers are attribute names: capitals, no blanks. In some accounts the names of people are localised. */
export const brevo: ListFormat = {
  name: "brevo",
  title: "Brevo",
  needs: "email or phone",
  columns: [
    ["EMAIL", "email"],
    ["SMS", "phone"],
    ["FIRSTNAME", "firstName"],
    ["LASTNAME", "lastName"],
    ["COUNTRY", "country"],
    ["CITY", "city"],
    ["ZIP", "zip"],
    ...RFM_PROPERTIES.map(([header, field]) => [attribute(header), field] as const),
  ],
  property: (name) => attribute(rfmProperty(name)),
};
