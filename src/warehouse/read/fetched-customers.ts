import type { CustomerTable } from "../../analysis/customers/customer-table.ts";
import { monetaryValues } from "../../analysis/customers/monetary-values.ts";
import { LARGEST_AMOUNT } from "../../basics/money/amount.ts";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import { InputError } from "../../errors.ts";
import type { Cell } from "../engines/engine.ts";
import type { CustomerRule } from "../order-query.ts";
import type { Tally } from "./judge-overview.ts";

/** The customers of an engine, scored ones only, and what the others brought. */
export interface FetchedCustomers {
  readonly customers: CustomerTable;
  /** Rows of customers without a purchase that counts: money back only. */
  readonly noPurchase: Tally;
  /** Customers whose key differs from another's only by capitals or outer blanks. */
  readonly alikeKeys: number;
}

interface FetchedRow {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly orders: number;
  readonly ever: number;
  readonly frequency: number;
  readonly entries: number;
  readonly spend: bigint;
}

/**
 * The customer table of the rows that {@link customerRowsStatement} returns, sorted by id by code unit, which no engine does.
 *
 * @throws InputError when a customer's spend is too large to be exact
 */
export function customerTableOf(
  rows: readonly (readonly Cell[])[],
  {
    asOf,
    from,
    windowFor,
    monetary,
  }: Omit<CustomerRule, "frequency"> & {
    readonly asOf: number;
    readonly monetary: "total" | "average";
  },
): FetchedCustomers {
  const fetched = rows.map(fetchedRow);
  const isScored = ({ orders, ever }: FetchedRow): boolean => (windowFor === "rfm" ? orders : ever) > 0;
  const scored = fetched.filter(isScored).sort((a, b) => compareCodeUnits(a.id, b.id));
  const ints = (value: (row: FetchedRow) => number): Int32Array => Int32Array.from(scored, value);
  const spend = Float64Array.from(scored, exactSpend);
  const [last, frequency] = [ints((row) => row.last), ints((row) => row.frequency)];
  const refundsOnly = fetched.filter((row) => !isScored(row));
  return {
    customers: {
      length: scored.length,
      asOf,
      windowStart: from,
      windowFor,
      ids: scored.map(({ id }) => id),
      customer: Int32Array.from(scored.keys()),
      firstOrderDay: ints((row) => row.first),
      lastOrderDay: last,
      recencyDays: last.map((day) => asOf - day),
      orders: ints((row) => row.orders),
      ordersEver: ints((row) => row.ever),
      frequency,
      spend,
      money: spend,
      ofMargin: false,
      hasMoney: true,
      knows: { firstDay: true, singleOrders: false },
      monetaryValue: monetaryValues(spend, frequency, monetary),
      outsideWindow: fetched.reduce((count, row) => count + (row.ever > 0 ? 1 : 0), 0) - scored.length,
    },
    noPurchase: {
      rows: refundsOnly.reduce((sum, row) => sum + row.entries, 0),
      money: refundsOnly.reduce((sum, row) => sum + row.spend, 0n),
    },
    alikeKeys: alikeKeys(scored),
  };
}

function fetchedRow([id, first, last, orders, ever, frequency, entries, spend]: readonly Cell[]): FetchedRow {
  return {
    id: String(id),
    first: Number(first),
    last: Number(last),
    orders: Number(orders),
    ever: Number(ever),
    frequency: Number(frequency),
    entries: Number(entries),
    spend: BigInt(String(spend ?? 0)),
  };
}

function exactSpend({ spend }: FetchedRow): number {
  const value = Number(spend);
  if (Math.abs(value) <= LARGEST_AMOUNT) return value;
  throw new InputError("one customer's spend is too large to add up exactly", {
    hint: "check the amounts of the largest orders",
  });
}

function alikeKeys(rows: readonly FetchedRow[]): number {
  const counts = new Map<string, number>();
  for (const { id } of rows) {
    const folded = id.trim().toLowerCase();
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
  let alike = 0;
  for (const count of counts.values()) if (count > 1) alike += count;
  return alike;
}
