import fc from "fast-check";
import type { ContactField } from "../../src/exports/detect/contacts/contact-field.ts";
import type { ContactValues, OrderTable } from "../../src/orders/order-table.ts";
import { dayOf, orderTable } from "./order-table.ts";

/** One purchase with what it says of its buyer. */
export interface ContactOrder {
  readonly customer: string;
  readonly day: number;
  readonly amount: number;
  readonly email: string;
  readonly phone: string;
  readonly consent: string;
}

const FIRST_DAY = dayOf("2024-01-01");
const ADDRESSES = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}@example.com`);

const someContactOrder: fc.Arbitrary<ContactOrder> = fc.record({
  customer: fc.constantFrom("1", "2", "3", "4", "5", "6", "7", "8", ...ADDRESSES.slice(0, 2)),
  day: fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 120 }),
  amount: fc.integer({ min: 1, max: 9999 }).map((cents) => cents / 100),
  email: fc.constantFrom("", ...ADDRESSES),
  phone: fc.constantFrom("", "+358401234567", "+358401234568", "040 123 4567"),
  consent: fc.constantFrom("", "yes", "YES", "no"),
});

/** One to forty purchases; each one's order id is its number. */
export const someContactOrders: fc.Arbitrary<readonly ContactOrder[]> = fc.array(someContactOrder, {
  minLength: 1,
  maxLength: 40,
});

/** Entries of a do-not-contact list: addresses and ids. */
export const someKeys: fc.Arbitrary<readonly string[]> = fc.uniqueArray(
  fc.constantFrom("1", "2", "3", ...ADDRESSES.slice(0, 4), "nobody@example.com"),
  { maxLength: 3 },
);

/** An order table with contact columns, a condition called `Newsletter` among them. */
export function contactTable(orders: readonly ContactOrder[]): OrderTable {
  const column = (field: ContactField, texts: readonly string[], name: string): ContactValues => {
    const values = [...new Set(texts.filter((text) => text !== ""))];
    return { field, set: 0, name, values, codes: Int32Array.from(texts, (text) => values.indexOf(text)) };
  };
  return {
    ...orderTable(orders),
    orderId: (entry) => String(entry).padStart(3, "0"),
    contacts: [
      column(
        "email",
        orders.map(({ email }) => email),
        "email 0",
      ),
      column(
        "phone",
        orders.map(({ phone }) => phone),
        "phone 0",
      ),
      column(
        "condition",
        orders.map(({ consent }) => consent),
        "Newsletter",
      ),
    ],
  };
}
