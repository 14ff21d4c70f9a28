import type { ListFormat } from "../list-format.ts";

/** Meta custom audiences: all hashed but for the value, which is net spend. */
export const meta: ListFormat = {
  name: "meta",
  title: "Meta custom audiences",
  needs: "match",
  leastSeed: { people: 100, per: "country" }, // Meta Business Help Centre, “About lookalike audiences”
  columns: [
    ["email", "metaEmail"],
    ["phone", "metaPhone"],
    ["fn", "metaFirstName"],
    ["ln", "metaLastName"],
    ["ct", "metaCity"],
    ["zip", "metaZip"],
    ["country", "metaCountry"],
    ["value", "metaValue"],
  ],
};
