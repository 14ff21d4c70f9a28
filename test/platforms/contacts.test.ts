import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { contactsOfCustomers } from "../../src/analysis/customers/contacts.ts";
import { type TidyContact, tidyContact } from "../../src/lists/person.ts";
import { readOrders } from "../../src/orders/read-orders.ts";

const PLATFORMS = fileURLToPath(new URL("../../fixtures/platforms/", import.meta.url));

/** What the newest purchase of one customer of each fixture says, read off the fixture by hand. */
const CONTACTS: readonly (readonly [fixture: string, customer: string, contact: Partial<TidyContact>])[] = [
  [
    "shopify/79-columns",
    "aino@example.com",
    { email: "aino@example.com", firstName: "Aino", lastName: "Example", zip: "00100" },
  ],
  [
    "wix/windows-1252-duplicate-header",
    "paivi@example.com",
    { firstName: "Päivi", lastName: "Example", zip: "10115", phone: "" },
  ],
  [
    "etsy-orders/36-columns",
    "ainoex",
    { email: "", firstName: "Aino", lastName: "Example", countryCode: "US", zip: "10115" },
  ],
  ["etsy-items/line-totals", "aino (ainoex)", { firstName: "Aino", zip: "4101" }],
  ["bigcommerce/first-layout", "31", { email: "aino@example.com", firstName: "Some", lastName: "Example" }],
  ["paypal/english-41-columns", "eero@example.com", { email: "eero@example.com", firstName: "Some" }],
  ["magento/order-grid", "eero@example.com", { email: "eero@example.com", firstName: "Some", lastName: "Example" }],
  ["woocommerce-skyverge/one-row-per-item", "7", { email: "aino@example.com", phone: "+358401234567" }],
  [
    "amazon-new-orders/utf-8",
    "xyz123@marketplace.example.com",
    { firstName: "Some", city: "Köln", zip: "01067", country: "DE" },
  ],
  ["superstore/utf-8-bom", "AE-00001", { firstName: "Some", lastName: "Example", zip: "4101" }],
];

describe("contact fields of", () => {
  it.each(CONTACTS)("%s: %s", async (fixture, customer, expected) => {
    const folder = `${PLATFORMS}${fixture}/`;
    const input = readdirSync(folder).find((name) => name.startsWith("input")) ?? "";
    const { orders } = await readOrders([`${folder}${input}`], { contacts: {}, dateFormat: undefined });
    const key = orders.customerKeys.indexOf(customer);
    const contact = contactsOfCustomers(orders, orders.lastDay)(key);
    expect(tidyContact(contact, { id: customer, defaultCountry: "" })).toMatchObject(expected);
  });
});
