import type { CustomerTable } from "../../analysis/customers/customer-table.ts";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import { type ContactOptions, type ContactSlot, planContacts } from "../../exports/detect/contacts/contact-columns.ts";
import { ANSWER_MARK, type ContactValues, type OrderTable, type SeenAddresses } from "../../orders/order-table.ts";
import type { ConnectedEngine } from "../engines/connect.ts";
import type { Cell } from "../engines/engine.ts";
import { addressRowsStatement, contactRowsStatement, type WantedContact } from "../statements/contact-rows.ts";
import type { LookedAtTable, TableOverview } from "./look-at-table.ts";

/** Who is wanted of a table's customers. */
export interface PeopleRequest {
  readonly contacts: ContactOptions;
  /** The answers that say yes, for each of the columns that must, in lower case. */
  readonly yes: readonly (readonly string[])[];
  /** Whether every address that ever stood beside a customer is wanted. */
  readonly addresses: boolean;
}

/** The contact columns of a table, and what they hold for each customer. */
export interface People {
  readonly contacts: readonly ContactValues[];
  readonly seen: SeenAddresses;
  readonly columns: readonly { readonly field: ContactSlot["field"]; readonly column: string }[];
}

/**
 * Reads who customers are: from each one's newest purchase, as from files. Where several purchases of that day answer
 * differently, all of the answers come along, so that the stricter counts; where one of them does not answer, there is none.
 *
 * @param ids the customers, whose places are those of the values
 * @throws MissingColumnError for a column that the table does not have; InputError where the engine fails
 */
export async function readPeople(
  engine: ConnectedEngine,
  { names, lookedAt, ids }: Pick<TableOverview, "names"> & { lookedAt: LookedAtTable; ids: readonly string[] },
  { contacts, yes, addresses }: PeopleRequest,
): Promise<People> {
  const { query } = lookedAt;
  const header = [...names];
  const plan = planContacts([{ fileName: query.table, header, preset: null }], contacts);
  const columns = plan.slots.map((slot, index) => ({ ...slot, column: header[plan.columns[0]?.[index] ?? 0] ?? "" }));
  const shown = columns.filter(({ field }) => field !== "otherEmail");
  const wanted = shown.map(({ field, set, column }): WantedContact => {
    if (field === "condition") return { column, yes: yes[set] ?? [] };
    return { column, yes: field === "consent" ? [] : null };
  });
  const places = new Map(ids.map((id, place) => [id, place]));
  const rows =
    wanted.length === 0
      ? []
      : await engine.rows(contactRowsStatement(engine.dialect, query, wanted), "reading who the customers are");
  const emails = columns.filter(({ field }) => field === "email" || field === "otherEmail").map(({ column }) => column);
  const pairs =
    !addresses || emails.length === 0
      ? []
      : await engine.rows(addressRowsStatement(engine.dialect, query, emails), "reading the customers' addresses");
  const texts = textsOf(rows, wanted, places);
  return {
    contacts: shown.map(({ field, set, name }, slot) => ({ field, set, name, ...coded(texts[slot] ?? []) })),
    seen: seenOf(pairs, places),
    columns: shown.map(({ field, column }) => ({ field, column })),
  };
}

/** The text of each slot for each customer; "" where it is blank. */
function textsOf(
  rows: readonly (readonly Cell[])[],
  wanted: readonly WantedContact[],
  places: ReadonlyMap<string, number>,
): readonly (readonly string[])[] {
  const texts = wanted.map(() => new Array<string>(places.size).fill(""));
  for (const [id, ...cells] of rows) {
    const place = places.get(String(id));
    if (place === undefined) continue;
    const isSilent = Number(cells.at(-1)) === 1;
    let at = 0;
    for (const [slot, { yes }] of wanted.entries()) {
      const width = yes === null ? 1 : 3;
      if (isSilent && yes !== null && yes.length > 0) {
        at += width;
        continue;
      }
      const found = cells.slice(at, at + width).filter((cell) => cell !== null && cell !== undefined);
      (texts[slot] as string[])[place] = [...new Set(found.map(String))].sort(compareCodeUnits).join(ANSWER_MARK);
      at += width;
    }
  }
  return texts;
}

function coded(texts: readonly string[]): Pick<ContactValues, "values" | "codes"> {
  const values = [...new Set(texts)].filter((text) => text !== "");
  const codeOf = new Map(values.map((text, code) => [text, code]));
  return { values, codes: Int32Array.from(texts, (text) => codeOf.get(text) ?? -1) };
}

function seenOf(pairs: readonly (readonly Cell[])[], places: ReadonlyMap<string, number>): SeenAddresses {
  const known = pairs.flatMap(([id, address]) => {
    const customer = places.get(String(id));
    return customer === undefined ? [] : [{ customer, text: String(address) }];
  });
  const { values, codes } = coded(known.map(({ text }) => text));
  return { customer: Int32Array.from(known, ({ customer }) => customer), text: codes, texts: values };
}

/** The customers as an order table that has sums in place of orders. */
export function orderTableOf(
  customers: CustomerTable,
  days: { readonly first: number; readonly newest: number },
  { contacts, seen }: Pick<People, "contacts" | "seen">,
): OrderTable {
  const none = new Int32Array(0);
  return {
    length: 0,
    customer: none,
    day: none,
    amount: new Float64Array(0),
    customers: {
      length: customers.length,
      keys: customers.ids,
      orders: customers.orders,
      lastDay: customers.lastOrderDay,
      firstDay: customers.firstOrderDay,
      spend: customers.spend,
    },
    customerKeys: customers.ids,
    firstDay: days.first,
    lastDay: days.newest,
    contacts,
    seen,
  };
}
