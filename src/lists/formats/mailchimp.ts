import type { ListFormat } from "../list-format.ts";
import { RFM_PROPERTIES, rfmProperty } from "./rfm-properties.ts";

/** Mailchimp takes addresses that are ASCII before the @, and text of at most 255 bytes. */
export const mailchimp: ListFormat = {
  name: "mailchimp",
  title: "Mailchimp",
  needs: "email",
  asciiEmail: true,
  longestCell: 255,
  columns: [
    ["Email Address", "email"],
    ["First Name", "firstName"],
    ["Last Name", "lastName"],
    ["Phone Number", "phone"],
    ["Country", "country"],
    ["City", "city"],
    ["Zip Code", "zip"],
    ["Tags", "tag"],
    ...RFM_PROPERTIES,
  ],
  property: rfmProperty,
};
