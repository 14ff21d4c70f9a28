/*
 * Tables that belong together: rows of amounts and refunds become further rows of their orders, and orders take what they need from the
 * tables of customers. Everything after that sees orders of several rows, as it does with line items.
 */
import { optionNameOf } from "../../exports/detect/header/named-columns.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import type { AmountAgreement, TableRole } from "../../exports/join/joined-file.ts";
import type { FileResult } from "../rows/file-result.ts";
import type { RowTable } from "../rows/row-table.ts";
import { joinAmounts } from "./join-amounts.ts";
import { joinCustomers } from "./join-customers.ts";
import { type JoinedRefunds, joinRefunds, type RefundOptions } from "./join-refunds.ts";
import type { CustomerDetails } from "./read-customers.ts";

/** One table beside the orders, and how far it goes with them. */
export interface JoinedTable {
  readonly role: Exclude<TableRole, "orders">;
  /** Its files. */
  readonly files: readonly string[];
  /** Its key, and what the orders call it. */
  readonly key: string;
  readonly ordersKey: string;
  readonly rows: number;
  /** Its rows that no order goes with. */
  readonly rowsWithout: number;
  /** The orders that none of its rows goes with. */
  readonly ordersWithout: number;
  /**
   * How far its amounts agree with those that count; `null` where they count, or that was not looked at. Refunds with an
   * agreement do not count, because the orders or another table have them already.
   */
  readonly agreement: AmountAgreement | null;
  /** The file of another table that has the same refunds; `null` where there is none. */
  readonly sameAs: string | null;
  /** The customer's own id that is taken from it. */
  readonly ownCustomer: string | null;
}

/** What joining did. */
export interface JoinedTables {
  readonly orders: readonly string[];
  readonly tables: readonly JoinedTable[];
  /** Rows of customers that orders took something from: they are used, and no order's. */
  readonly customerRows: number;
  /** Customers' keys, each with an address of theirs that no row of the orders has. */
  readonly addresses: readonly (readonly string[])[];
}

/** Joins what was read; `null` where no tables belong together. */
export function joinTables(
  table: RowTable,
  {
    plans,
    results,
    details,
    options = {},
  }: {
    readonly plans: readonly FilePlan[];
    readonly results: readonly FileResult[];
    readonly details: CustomerDetails;
    readonly options?: RefundOptions;
  },
): JoinedTables | null {
  if (plans.every(({ joined }) => joined === null)) return null;
  const has = (...roles: readonly (TableRole | undefined)[]): boolean =>
    plans.some(({ joined }) => roles.includes(joined?.role));
  const customers = has("customers") ? joinCustomers(table, details, plans) : null;
  const amounts = has("amounts", "lines") ? joinAmounts(table.view(), table.orders.length, plans) : null;
  const refunds = has("refunds") ? joinRefunds(table, plans, options) : null;
  const used = (file: number): number => customers?.usedRows.get(file) ?? 0;
  const partsOf = (role: TableRole): Pick<JoinedRefunds, "ordersWithout"> | null =>
    role === "customers" ? customers : role === "refunds" ? refunds : amounts;
  const without = ({ file, joined }: FilePlan): number =>
    joined?.role === "customers"
      ? (results[file]?.rows ?? 0) - used(file)
      : ((joined?.role === "refunds" ? refunds : amounts)?.withoutOrder.get(file) ?? 0);
  const sum = (list: readonly FilePlan[], of: (plan: FilePlan) => number): number =>
    list.reduce((total, plan) => total + of(plan), 0);
  const tables = [...new Set(plans.map(({ joined }) => joined?.table ?? -1))].flatMap((number): JoinedTable[] => {
    const own = plans.filter(({ joined }) => joined?.table === number);
    const [first] = own;
    const joined = first?.joined ?? null;
    if (first === undefined || joined === null || joined.role === "orders") return [];
    const { header } = first.layout;
    const name = (column: number | null): string => (column === null ? "" : optionNameOf(header, column));
    return [
      {
        role: joined.role,
        files: own.map(({ source }) => source.name),
        key: name(joined.key),
        ordersKey: joined.ordersKey,
        rows: sum(own, ({ file }) => results[file]?.rows ?? 0),
        rowsWithout: sum(own, without),
        ordersWithout: partsOf(joined.role)?.ordersWithout.get(number) ?? 0,
        agreement: joined.role === "refunds" ? (refunds?.agreements.get(number) ?? null) : joined.agreement,
        sameAs: refunds?.sameAs.get(number) ?? null,
        ownCustomer: joined.ownCustomer === null ? null : name(joined.ownCustomer),
      },
    ];
  });
  return {
    orders: plans.filter(({ joined }) => joined?.role === "orders").map(({ source }) => source.name),
    tables,
    customerRows: sum([...plans], ({ file }) => used(file)),
    addresses: customers?.addresses ?? [],
  };
}
