import { describe, expect, it } from "vitest";
import { contactsOfCustomers } from "../../../src/analysis/customers/contacts.ts";
import type { ContactField } from "../../../src/exports/detect/contacts/contact-field.ts";
import type { ContactValues, OrderTable } from "../../../src/orders/order-table.ts";
import { dayOf, tableOf } from "../../support/order-table.ts";

function column(field: ContactField, set: number, texts: readonly string[], name = `${field} ${set}`): ContactValues {
  const values = [...new Set(texts.filter((text) => text !== ""))];
  return { field, set, name, values, codes: Int32Array.from(texts, (text) => values.indexOf(text)) };
}

const ORDERS: OrderTable = {
  ...tableOf([
    ["7", "2024-01-01", 10],
    ["7", "2024-02-01", 10],
    ["7", "2024-02-01", 20],
    ["7", "2024-03-01", -5],
    ["8", "2024-01-01", 10],
  ]),
  orderId: (entry) => ["9", "1", "2", "5", "1"][entry] ?? "",
  contacts: [
    column("email", 0, ["old@example.com", "first@example.com", "", "refund@example.com", ""]),
    column("phone", 0, ["", "", "", "", ""]),
    column("phone", 1, ["", "", "0401", "", ""]),
    column("country", 0, ["FI", "FI", "", "", ""]),
    column("zip", 1, ["", "", "00100", "", ""]),
    column("country", 1, ["", "SE", "", "", ""]),
    column("condition", 0, ["yes", "no", "yes", "", ""], "Newsletter"),
  ],
};

describe("contactsOfCustomers", () => {
  const contactOf = contactsOfCustomers(ORDERS, dayOf("2024-12-31"));
  it("takes the newest purchase, of two on a day the one with the greatest order id, and never a refund", () => {
    expect(contactOf(0)).toMatchObject({ email: "", phone: "0401", zip: "00100", country: "" });
    expect(contactOf(0).condition("Newsletter")).toBe("yes");
  });

  it("does not look past the as-of date", () => {
    const earlier = contactsOfCustomers(ORDERS, dayOf("2024-01-31"));
    expect(earlier(0)).toMatchObject({ email: "old@example.com", country: "FI" });
  });

  it("keeps an address together: the first set that says anything", () => {
    const orders = { ...ORDERS, orderId: (entry: number) => ["9", "3", "2", "5", "1"][entry] ?? "" };
    expect(contactsOfCustomers(orders, dayOf("2024-12-31"))(0)).toMatchObject({ country: "FI", zip: "" });
  });

  it("says nothing of a customer whose purchase says nothing, or who has none", () => {
    expect(contactOf(1)).toMatchObject({ email: "", phone: "", firstName: "", country: "" });
    expect(contactOf(1).condition("Newsletter")).toBe("");
    expect(contactsOfCustomers(ORDERS, dayOf("2023-01-01"))(0).email).toBe("");
  });

  it("says nothing where no contacts were read", () => {
    const { contacts: _, ...plain } = ORDERS;
    expect(contactsOfCustomers(plain, dayOf("2024-12-31"))(0)).toMatchObject({ email: "", zip: "" });
  });
});
