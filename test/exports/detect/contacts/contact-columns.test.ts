import { describe, expect, it } from "vitest";
import { planContacts } from "../../../../src/exports/detect/contacts/contact-columns.ts";
import { shopify } from "../../../../src/exports/platforms/shopify.ts";

const GENERIC = {
  fileName: "orders.csv",
  header: [
    "Tilausnumero",
    "Sähköposti",
    "Etunimi",
    "Sukunimi",
    "Puhelin",
    "Postinumero",
    "billing_city",
    "Shipping Country",
  ],
  preset: null,
};
const SHOPIFY = {
  fileName: "shopify.csv",
  header: ["Name", "Email", "Total", "Billing Name", "Billing Zip", "Shipping Zip", "Phone", "Accepts Marketing"],
  preset: shopify,
};

/** The columns of one file by field and set. */
function found(files: Parameters<typeof planContacts>[0], options: Parameters<typeof planContacts>[1] = {}, file = 0) {
  const { slots, columns } = planContacts(files, options);
  return Object.fromEntries(
    slots.flatMap(({ field, set }, slot) => {
      const column = columns[file]?.[slot] ?? null;
      return column === null ? [] : [[`${field} ${set}`, files[file]?.header[column]]];
    }),
  );
}

describe("planContacts", () => {
  it("knows columns by their names in several languages, the buyer's own before billing and shipping", () => {
    expect(found([GENERIC])).toEqual({
      "email 0": "Sähköposti",
      "firstName 0": "Etunimi",
      "lastName 0": "Sukunimi",
      "phone 0": "Puhelin",
      "zip 0": "Postinumero",
      "city 1": "billing_city",
      "country 2": "Shipping Country",
    });
  });

  it("knows a platform's columns, and does not take the order's name for a person's", () => {
    expect(found([SHOPIFY])).toEqual({
      "email 0": "Email",
      "phone 0": "Phone",
      "fullName 0": "Billing Name",
      "zip 0": "Billing Zip",
      "zip 1": "Shipping Zip",
      "consent 0": "Accepts Marketing",
    });
  });

  it("takes a column that is named instead, in the files that have it", () => {
    const options = { zip: ["Shipping Zip"], email: ["Other", "Total"] };
    const other = { ...SHOPIFY, fileName: "other.csv", header: ["Email", "Other"] };
    expect(found([SHOPIFY, other], options)).toMatchObject({ "zip 0": "Shipping Zip", "email 0": "Total" });
    expect(found([SHOPIFY, other], options)).not.toHaveProperty("zip 1");
    // nobody is written to at the other address, but somebody who asked not to be may have given it
    expect(found([SHOPIFY, other], options, 1)).toEqual({ "email 0": "Other", "otherEmail 0": "Email" });
    expect(found([SHOPIFY, other], { email: ["Total"] }, 1)).toEqual({ "email 0": "Email" });
  });

  it("finds the columns of conditions by the name that the user gave them", () => {
    const { slots } = planContacts([SHOPIFY, GENERIC], { conditions: ["accepts marketing", "Etunimi"] });
    expect(slots.filter(({ field }) => field === "condition").map(({ name }) => name)).toEqual([
      "accepts marketing",
      "Etunimi",
    ]);
  });

  it.each([
    [{ email: ["E-mial"] }, /no column "E-mial" for --email in any table \(shopify\.csv: Name, Email.*; orders\.csv: /],
    [{ conditions: ["Accept Marketing"] }, /no column "Accept Marketing" for --consent/],
  ])("refuses a column that no file has: %j", (options, message) => {
    expect(() => planContacts([SHOPIFY, GENERIC], options)).toThrow(message);
  });

  it("names the columns of files that are alike once", () => {
    const again = { ...SHOPIFY, fileName: "again.csv" };
    expect(() => planContacts([SHOPIFY, again], { email: ["E-mial"] })).toThrow(
      /^shopify\.csv: no column "E-mial" for --email \(found: Name, Email/,
    );
  });
});
