import type { ListFormat } from "../list-format.ts";
import { RFM_PROPERTIES } from "./rfm-properties.ts";

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
    ...RFM_PROPERTIES.map(([header, field]) => [header.toUpperCase().replaceAll(" ", "_"), field] as const),
  ],
};
