import type { ListFormat } from "../list-format.ts";

/** Google Ads Customer Match: hashed but for country and zip. It takes no value. */
export const googleAds: ListFormat = {
  name: "google-ads",
  title: "Google Ads Customer Match",
  needs: "match",
  leastSeed: { people: 100, per: "list" }, // Google Ads API, “Lookalike segments”: active people whom it could match
  columns: [
    ["Email", "googleEmail"],
    ["Phone", "googlePhone"],
    ["First Name", "googleFirstName"],
    ["Last Name", "googleLastName"],
    ["Country", "googleCountry"],
    ["Zip", "googleZip"],
  ],
};
