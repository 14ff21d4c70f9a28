import type { Ledger } from "../../analysis/ledger/ledger.ts";
import { EmptyInputError, type InputError } from "../../errors.ts";
import type { StatusOptions } from "../../exports/values/status-meaning.ts";
import { SET_ASIDE_REASONS } from "../../orders/ledger/entries.ts";
import { quoteTable } from "../dialects/quote.ts";
import type { ConnectedEngine } from "../engines/connect.ts";
import type { CustomerRule, OrderQuery, StatusRule } from "../order-query.ts";
import { customerRowsStatement } from "../statements/customer-rows.ts";
import { overviewStatement } from "../statements/overview.ts";
import { type ChosenColumns, type ColumnChoice, chooseColumns } from "./choose-columns.ts";
import { customerTableOf, type FetchedCustomers } from "./customer-table.ts";
import {
  defaultAsOfOf,
  type NewestDays,
  newestDays,
  reasonTallies,
  type Tally,
  tableCurrency,
} from "./judge-overview.ts";
import { judgeTableStatuses, type StatusMeanings } from "./judge-statuses.ts";
import { overviewGroups } from "./overview-groups.ts";

/** What is wanted of a table of orders. */
export interface CustomersRequest extends Pick<OrderQuery, "table" | "where" | "since" | "until" | "refunds"> {
  readonly choice: ColumnChoice;
  readonly statuses: StatusOptions;
  readonly currency: string | undefined;
  /** `undefined` for the newest day in the table. */
  readonly asOf: number | undefined;
  /** What customers are counted by, as of a day. */
  readonly rule: (asOf: number) => CustomerRule & { readonly monetary: "total" | "average" };
}

/** The customers of a table in an engine, and the account of its rows. */
export interface EngineCustomers extends FetchedCustomers, ChosenColumns {
  readonly asOf: number;
  readonly days: NewestDays;
  /** The money's currency; `null` where no column names it. */
  readonly currency: string | null;
  readonly ledger: Ledger;
}

/**
 * Reads the customers of a table: its columns, one aggregation that shows what is in it, and one that adds up its customers.
 *
 * @throws InputError where the table, a column, a status or a currency needs a word from the user, or the engine fails
 */
export async function readCustomers(engine: ConnectedEngine, request: CustomersRequest): Promise<EngineCustomers> {
  const { dialect } = engine;
  const { table, choice } = request;
  const chosen = chooseColumns(table, await engine.columns(quoteTable(dialect, table)), choice);
  const all: OrderQuery = { ...request, ...chosen, asOf: request.asOf ?? 0, statuses: null, currency: null };
  const groups = overviewGroups(await engine.rows(overviewStatement(dialect, all), "looking at the rows"));
  const meanings = judgeTableStatuses(groups, { ...request.statuses, refunds: request.refunds });
  const days = newestDays(groups, meanings);
  const asOf = request.asOf ?? defaultAsOfOf(days, table);
  const currency = tableCurrency(groups, meanings, request.currency);
  const rule = request.rule(asOf);
  const query = { ...all, ...rule, asOf, currency: request.currency ?? null, statuses: exactStatuses(meanings) };
  const rows = await engine.rows(customerRowsStatement(dialect, query), "reading the customers");
  const fetched = customerTableOf(rows, { ...rule, asOf });
  if (fetched.customers.length === 0 || days === null) throw noCustomers(table, fetched);
  const tallies = reasonTallies(groups, { ...query, meanings });
  return { ...fetched, ...chosen, asOf, days, currency, ledger: ledgerOfTable(tallies, fetched) };
}

/** The statuses that count, as they are written in the table. */
function exactStatuses(meanings: StatusMeanings): StatusRule {
  const statuses = [...meanings].filter(([status, meaning]) => status !== "" && meaning === "counts");
  return { counts: "these", compared: "as written", statuses: statuses.map(([status]) => status) };
}

function noCustomers(table: string, { customers }: FetchedCustomers): InputError {
  if (customers.outsideWindow > 0) {
    return new EmptyInputError(`${table}: no customer to score: nobody bought in the window`, {
      hint: `${customers.outsideWindow} customers bought before it; choose a longer --window`,
    });
  }
  return new EmptyInputError(`${table}: no customer to score: no row is a purchase by a known customer`, {
    hint: "check which statuses count, the as-of date and the conditions",
  });
}

/** The account of the table's rows; those of customers without a purchase are known only from the customers. */
function ledgerOfTable(tallies: ReturnType<typeof reasonTallies>, { customers, noPurchase }: FetchedCustomers): Ledger {
  const counted = tallies.get(null) as Tally;
  const lines = SET_ASIDE_REASONS.map((reason) => ({
    reason,
    ...(reason === "no purchase" ? noPurchase : (tallies.get(reason) as Tally)),
  }));
  const usedRows = counted.rows - noPurchase.rows;
  const usedMoney = counted.money - noPurchase.money;
  const setAside = lines
    .filter(({ rows }) => rows > 0)
    .map((line) => ({ ...line, entries: line.rows, file: "", line: 0 }));
  const purchases = customers.orders.reduce((sum, orders) => sum + orders, 0);
  return {
    rows: setAside.reduce((sum, { rows }) => sum + rows, usedRows),
    money: setAside.reduce((sum, { money }) => sum + money, usedMoney),
    usedRows,
    usedMoney,
    purchases,
    refunds: usedRows - purchases,
    reducedPurchases: 0,
    takenOff: 0n,
    hasMoney: true,
    setAside,
  };
}
