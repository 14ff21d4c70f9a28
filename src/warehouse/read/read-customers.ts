import { nobodyToScore } from "../../analysis/customers/nobody-to-score.ts";
import type { Ledger } from "../../analysis/ledger/ledger.ts";
import type { EmptyInputError } from "../../errors.ts";
import type { ConnectedEngine } from "../engines/connect.ts";
import { customerRowsStatement } from "../statements/customer-rows.ts";
import type { ChosenColumns } from "./choose-columns.ts";
import { customerTableOf, type FetchedCustomers } from "./fetched-customers.ts";
import type { NewestDays } from "./judge-overview.ts";
import type { LookedAtTable } from "./look-at-table.ts";
import { ledgerOfTable } from "./table-ledger.ts";

/** The customers of a table in an engine, and the account of its rows. */
export interface EngineCustomers extends FetchedCustomers, ChosenColumns {
  readonly asOf: number;
  readonly days: NewestDays;
  /** The money's currency; `null` where no column names it. */
  readonly currency: string | null;
  readonly ledger: Ledger;
}

/**
 * Reads the customers of a table that was looked at.
 *
 * @throws InputError where the engine fails; EmptyInputError where nobody bought
 */
export async function readCustomers(engine: ConnectedEngine, lookedAt: LookedAtTable): Promise<EngineCustomers> {
  const { query, days, tallies } = lookedAt;
  const rows = await engine.rows(customerRowsStatement(engine.dialect, query), "reading the customers");
  const fetched = customerTableOf(rows, query);
  const { customers, noPurchase } = fetched;
  if (customers.length === 0 || days === null) throw noCustomers(lookedAt, customers.outsideWindow);
  const purchases = customers.orders.reduce((sum, orders) => sum + orders, 0);
  return { ...fetched, ...lookedAt, days, ledger: ledgerOfTable(tallies, { noPurchase, purchases }) };
}

/** Nobody is left to be scored: the error says which day or window is to blame. */
export function noCustomers(
  { query: { table, asOf, from }, firstPurchase }: Pick<LookedAtTable, "query" | "firstPurchase">,
  outsideWindow: number,
): EmptyInputError {
  const facts = { asOf, windowStart: from, boughtBefore: outsideWindow, firstPurchase };
  return nobodyToScore(facts, { where: `${table}: `, otherwise: CHECK_ROWS });
}

/** What to look at where nothing in the table counts. */
export const CHECK_ROWS = "check which statuses count, the as-of date and the conditions";
