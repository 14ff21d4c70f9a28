/*
 * What rfm report makes its result of: the figures, of exports or of a table in a database that adds up the orders, and who is
 * named in a workbook.
 */
import { resolve } from "node:path";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import type { CliContext } from "../../cli/context.ts";
import { UsageError } from "../../errors.ts";
import { readDoNotContact } from "../../exports/companions/do-not-contact.ts";
import type { ContactOptions } from "../../exports/detect/contacts/contact-columns.ts";
import type { ConsentCondition } from "../../lists/consent.ts";
import { type NamedCustomers, namedCustomers } from "../../lists/named-customers.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import type { FileFormat } from "../../render/tables/formats.ts";
import type { PeopleRequest } from "../../warehouse/read/read-people.ts";

interface NamingOptions {
  readonly showCustomers?: boolean;
  readonly exclude?: string;
  readonly consent?: readonly ConsentCondition[];
}

/** How a workbook names its customers. */
export interface Naming {
  /** What the reading must carry along. */
  readonly contacts: ContactOptions;
  /** The same of a table in a database. */
  readonly people: PeopleRequest;
  readonly of: (segmented: SegmentedCustomers, orders: OrderTable) => NamedCustomers;
}

/**
 * How the customers of a report are named; `null` where it shows none by name, which only workbooks do.
 *
 * @throws UsageError where options say who is not to be named in a format that names nobody
 */
export async function namingFor(
  { showCustomers, exclude, consent = [] }: NamingOptions,
  format: FileFormat,
  { cwd }: CliContext,
): Promise<Naming | null> {
  if (format !== "xlsx") {
    const idle = exclude !== undefined ? "--exclude" : consent.length > 0 ? "--consent" : null;
    if (idle === null) return null;
    throw new UsageError(
      `${idle} is about the names and addresses in a workbook, but this result is ${format === "table" ? "a table" : format}`,
      `add -o report.xlsx, or leave ${idle} out; --exclude-customers leaves people out of all figures`,
    );
  }
  if (showCustomers !== true) return null;
  const excluded =
    exclude === undefined
      ? { keys: new Set<string>(), hashes: new Set<string>() }
      : await readDoNotContact(resolve(cwd, exclude), exclude);
  const contacts = { conditions: consent.map(({ column }) => column) };
  return {
    contacts,
    people: { contacts, yes: consent.map(({ values }) => values), addresses: exclude !== undefined },
    of: (segmented, orders) => namedCustomers(segmented, orders, { exclude: excluded, consent }),
  };
}
