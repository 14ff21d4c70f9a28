import { type Contact, contactsOfCustomers } from "../analysis/customers/contacts.ts";
import type { CustomerTable } from "../analysis/customers/customer-table.ts";
import { customersAt } from "../analysis/customers/customers-at.ts";
import { rfmCell } from "../analysis/scores/score-customers.ts";
import type { SegmentedCustomers } from "../analysis/segments/assign-segments.ts";
import type { OrderTable } from "../orders/order-table.ts";
import { type Person, tidyContact } from "./person.ts";

/** The place of customers who bought before the window and not in it. */
export const OUTSIDE_WINDOW = -1;

/** Everyone who had bought by the as-of date: the scored customers by id, then those outside the window by id. */
export interface Audience {
  readonly length: number;
  readonly id: (index: number) => string;
  /** Index of the customer's key in the order table. */
  readonly key: (index: number) => number;
  /** Index into the scheme's segments, or {@link OUTSIDE_WINDOW}. */
  readonly segment: (index: number) => number;
  readonly lastOrder: (index: number) => number;
  readonly spend: (index: number) => number;
  readonly contact: (index: number) => Contact;
  /** Made anew at each call: a list of any length holds one person at a time. */
  readonly person: (index: number) => Person;
}

/** The indexes of all people of an audience. */
export function everybodyIn({ length }: Audience): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}

export interface AudienceOptions {
  /** ISO code for people whose purchase names no country; "". */
  readonly defaultCountry: string;
}

/**
 * The audience of segmented customers. Orders, spend and last order of those outside the window are over all history, for
 * in the window they have none.
 */
export function audienceOf(
  segmented: SegmentedCustomers,
  orders: OrderTable,
  { defaultCountry }: AudienceOptions,
): Audience {
  const { customers } = segmented;
  const outside = customersOutside(customers, orders);
  const inside = customers.length;
  const contactOf = contactsOfCustomers(orders, customers.asOf);
  const at =
    <T>(read: (table: CustomerTable, row: number) => T) =>
    (index: number): T =>
      index < inside ? read(customers, index) : read(outside.table, outside.rows[index - inside] as number);
  const key = at((table, row) => table.customer[row] as number);
  const id = at((table, row) => table.ids[row] as string);
  const figures = at((table, row) => ({
    firstOrder: table.knows.firstDay ? (table.firstOrderDay[row] as number) : null,
    lastOrder: table.lastOrderDay[row] as number,
    recencyDays: table.recencyDays[row] as number,
    frequency: table.frequency[row] as number,
    spend: table.hasMoney ? (table.spend[row] as number) : null,
  }));
  const contact = (index: number): Contact => contactOf(key(index));
  return {
    length: inside + outside.rows.length,
    id,
    key,
    segment: (index) => (index < inside ? (segmented.segment[index] as number) : OUTSIDE_WINDOW),
    lastOrder: at((table, row) => table.lastOrderDay[row] as number),
    spend: at((table, row) => table.spend[row] as number),
    contact,
    person: (index) => ({
      id: id(index),
      ...tidyContact(contact(index), { id: id(index), defaultCountry }),
      ...figures(index),
      ...scoresOf(segmented, index),
    }),
  };
}

function scoresOf(
  segmented: SegmentedCustomers,
  index: number,
): Pick<Person, "segment" | "cell" | "recencyScore" | "frequencyScore" | "monetaryScore"> {
  if (index >= segmented.customers.length) {
    return { segment: null, cell: null, recencyScore: null, frequencyScore: null, monetaryScore: null };
  }
  const { recency, frequency, monetary } = segmented.scores;
  return {
    segment: segmented.scheme.segments[segmented.segment[index] as number]?.name ?? "",
    cell: rfmCell(segmented, index),
    recencyScore: recency[index] as number,
    frequencyScore: frequency[index] as number,
    monetaryScore: segmented.customers.hasMoney ? (monetary[index] as number) : null,
  };
}

/** The customers who had bought by the as-of date and are not scored, as rows of a table over all history. */
function customersOutside(
  customers: CustomerTable,
  orders: OrderTable,
): { readonly table: CustomerTable; readonly rows: readonly number[] } {
  if (customers.outsideWindow === 0) return { table: customers, rows: [] };
  const table = customersAt(orders, { asOf: customers.asOf });
  const scored = new Set(customers.customer);
  return { table, rows: [...table.customer.keys()].filter((row) => !scored.has(table.customer[row] as number)) };
}
