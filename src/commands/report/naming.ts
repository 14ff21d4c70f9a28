/*
 * Who may be written to, and who is named in a workbook: both are said by the same options, and by the same columns.
 */
import { resolve } from "node:path";
import type { Permission } from "../../analysis/report/permission.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import type { CliContext } from "../../cli/context.ts";
import { readDoNotContact } from "../../exports/companions/do-not-contact.ts";
import type { ContactOptions } from "../../exports/detect/contacts/contact-columns.ts";
import { namedColumnOfTable } from "../../exports/detect/header/named-columns.ts";
import { isOfOrders } from "../../exports/join/joined-file.ts";
import type { ConsentCondition } from "../../lists/consent.ts";
import type { DoNotContact } from "../../lists/exclusions.ts";
import { type NamedCustomers, namedCustomers } from "../../lists/named-customers.ts";
import { permissionOf } from "../../lists/permission.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import type { FileUnderstanding } from "../../orders/understanding.ts";
import type { FileFormat } from "../../render/tables/formats.ts";
import type { PeopleRequest } from "../../warehouse/read/read-people.ts";

interface NamingOptions {
  readonly showCustomers?: boolean;
  readonly exclude?: string;
  readonly consent?: readonly ConsentCondition[];
}

/** How a report learns who its customers are. */
export interface Naming {
  /** What the reading must carry along. */
  readonly contacts: ContactOptions;
  /** The same of a table in a database, which is asked for whole people only because of an option; else `null`. */
  readonly people: PeopleRequest | null;
  /** The names of a workbook; left out where none shows them. */
  readonly namesOf: ((segmented: SegmentedCustomers, orders: OrderTable) => NamedCustomers) | undefined;
  /** Who may be written to. `known` are the columns that record consent. */
  readonly permissionOf: (
    segmented: SegmentedCustomers,
    orders: OrderTable,
    known: readonly string[],
  ) => Permission | null;
}

const NOBODY: DoNotContact = { keys: new Set(), hashes: new Set() };

/**
 * How the customers of a report are named, which only workbooks do, and which of them may be written to. Where no option asks for
 * either, nothing is read but a column that is known to record consent.
 */
export async function namingFor(
  { showCustomers, exclude, consent = [] }: NamingOptions,
  format: FileFormat,
  { cwd }: CliContext,
): Promise<Naming> {
  const excluded =
    exclude === undefined ? null : { ...(await readDoNotContact(resolve(cwd, exclude), exclude)), name: exclude };
  const isNamed = showCustomers === true && format === "xlsx";
  const isAsked = excluded !== null || consent.length > 0;
  const contacts = isNamed || isAsked ? { conditions: consent.map(({ column }) => column) } : { consentOnly: true };
  return {
    contacts,
    people:
      isNamed || isAsked ? { contacts, yes: consent.map(({ values }) => values), addresses: excluded !== null } : null,
    namesOf: isNamed
      ? (segmented, orders) => namedCustomers(segmented, orders, { exclude: excluded ?? NOBODY, consent })
      : undefined,
    permissionOf: (segmented, orders, known) => permissionOf(segmented, orders, { exclude: excluded, consent, known }),
  };
}

/**
 * The columns that record consent in files, as the option names them; none where that option would look at another column of some
 * file, too, or where orders have no ids, so that nothing says which of a day's orders is the newest.
 */
export function consentColumns(files: readonly FileUnderstanding[]): readonly string[] {
  const of = ({ contacts }: FileUnderstanding): readonly string[] =>
    contacts.flatMap(({ field, column }) => (field === "consent" ? [column] : []));
  const names = [...new Set(files.flatMap(of))];
  const isClear = (file: FileUnderstanding): boolean =>
    names.every((name) => {
      const { header } = file.layout;
      const column = namedColumnOfTable(header, name, { isOrders: isOfOrders(file) });
      return column === null || of(file).includes(header[column]?.trim() ?? "");
    });
  const haveIds = files.every((file) => !isOfOrders(file) || file.layout.columns.order.length > 0);
  return haveIds && files.every(isClear) ? names : [];
}
