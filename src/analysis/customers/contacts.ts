import type { ContactField } from "../../exports/detect/contacts/contact-field.ts";
import type { ContactValues, OrderTable } from "../../orders/order-table.ts";
import { ANSWER_MARK } from "../../orders/order-table.ts";
import { chosenPurchases } from "./kept-values.ts";

/** Who a customer is, as the exports write it on their newest purchase; "" where they do not say. */
export interface Contact {
  readonly email: string;
  readonly phone: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly fullName: string;
  readonly country: string;
  readonly city: string;
  readonly zip: string;
  /** What a column that the platform is known by says about marketing; several answers of one order with {@link ANSWER_MARK}. */
  readonly consent: string;
  /** The value of a column that must say yes, by the name that the user gave it; several answers as for `consent`. */
  readonly condition: (column: string) => string;
}

/**
 * The contacts of customers by the index of their key, from each one's newest purchase up to the as-of date; of several on
 * that day the one with the greatest order id counts, by code unit. Names and addresses are taken from one set of columns:
 * a billing city never stands beside a shipping country.
 */
export function contactsOfCustomers(orders: OrderTable, asOf: number): (customer: number) => Contact {
  const columns = orders.contacts ?? [];
  const chosen = chosenPurchases(orders, columns, { asOf, of: "newest purchase" });
  const sets = Array.from({ length: Math.max(0, ...columns.map(({ set }) => set + 1)) }, (_, set) => set);
  const columnsOf = new Map<ContactField, readonly (ContactValues | undefined)[]>(
    columns.map(({ field }) => [
      field,
      sets.map((set) => columns.find((one) => one.field === field && one.set === set)),
    ]),
  );
  const text = (column: ContactValues | undefined, entry: number): string =>
    column?.values[column.codes[entry] ?? -1] ?? "";
  return (customer) => {
    const entry = chosen[customer] ?? -1;
    const at = (field: ContactField, set: number): string => text(columnsOf.get(field)?.[set], entry);
    const firstSet = (fields: readonly ContactField[]): number =>
      sets.find((set) => fields.some((field) => at(field, set) !== "")) ?? 0;
    const [name, address] = [firstSet(["firstName", "lastName", "fullName"]), firstSet(["country", "city", "zip"])];
    return {
      email: at("email", firstSet(["email"])),
      phone: at("phone", firstSet(["phone"])),
      firstName: at("firstName", name),
      lastName: at("lastName", name),
      fullName: at("fullName", name),
      country: at("country", address),
      city: at("city", address),
      zip: at("zip", address),
      consent: at("consent", 0),
      condition: (name) =>
        text(
          columns.find((one) => one.field === "condition" && one.name === name),
          entry,
        ),
    };
  };
}
