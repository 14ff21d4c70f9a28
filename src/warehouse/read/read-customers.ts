import type { Ledger } from "../../analysis/ledger/ledger.ts";
import { plural } from "../../basics/text/words.ts";
import { EmptyInputError, type InputError } from "../../errors.ts";
import type { StatusOptions } from "../../exports/values/status-meaning.ts";
import { SET_ASIDE_REASONS } from "../../orders/ledger/entries.ts";
import { quoteTable } from "../dialects/quote.ts";
import type { ConnectedEngine } from "../engines/connect.ts";
import type { CustomerRule, OrderQuery, StatusRule } from "../order-query.ts";
import { customerRowsStatement } from "../statements/customer-rows.ts";
import { overviewStatement } from "../statements/overview.ts";
import { type ChosenColumns, type ColumnChoice, chooseColumns } from "./choose-columns.ts";
import { customerTableOf, type FetchedCustomers } from "./fetched-customers.ts";
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

/** A table of orders that was looked at, with the query for its customers. */
export interface SurveyedTable extends ChosenColumns, Pick<EngineCustomers, "asOf" | "currency"> {
  readonly days: NewestDays | null;
  readonly query: OrderQuery & CustomerRule & { readonly monetary: "total" | "average" };
  readonly tallies: ReturnType<typeof reasonTallies>;
}

/**
 * Looks at a table: its columns, and one aggregation that shows what is in it.
 *
 * @throws InputError where the table, a column, a status or a currency needs a word from the user, or the engine fails
 */
export async function surveyTable(engine: ConnectedEngine, request: CustomersRequest): Promise<SurveyedTable> {
  const { dialect } = engine;
  const { table, choice } = request;
  const chosen = chooseColumns(table, await engine.columns(quoteTable(dialect, table)), choice);
  const all: OrderQuery = { ...request, ...chosen, asOf: request.asOf ?? 0, statuses: null, currency: null };
  const groups = overviewGroups(await engine.rows(overviewStatement(dialect, all), "looking at the rows"));
  const meanings = judgeTableStatuses(groups, { ...request.statuses, refunds: request.refunds });
  const days = newestDays(groups, meanings);
  const asOf = request.asOf ?? defaultAsOfOf(days, table);
  const currency = tableCurrency(groups, meanings, request.currency);
  const statuses = exactStatuses(meanings);
  const query = { ...all, ...request.rule(asOf), asOf, currency: request.currency ?? null, statuses };
  return { ...chosen, asOf, days, currency, query, tallies: reasonTallies(groups, { ...query, meanings }) };
}

/**
 * Reads the customers of a table, after a look at it.
 *
 * @throws InputError as {@link surveyTable}; EmptyInputError where nobody bought
 */
export async function readCustomers(engine: ConnectedEngine, request: CustomersRequest): Promise<EngineCustomers> {
  const surveyed = await surveyTable(engine, request);
  const { query, days, tallies } = surveyed;
  const rows = await engine.rows(customerRowsStatement(engine.dialect, query), "reading the customers");
  const fetched = customerTableOf(rows, query);
  const { customers, noPurchase } = fetched;
  if (customers.length === 0 || days === null) throw noCustomers(request.table, customers.outsideWindow);
  const purchases = customers.orders.reduce((sum, orders) => sum + orders, 0);
  return { ...fetched, ...surveyed, days, ledger: ledgerOfTable(tallies, { noPurchase, purchases }) };
}

/** The statuses that count, as they are written in the table. */
function exactStatuses(meanings: StatusMeanings): StatusRule {
  const statuses = [...meanings].filter(([status, meaning]) => status !== "" && meaning === "counts");
  return { counts: "these", compared: "as written", statuses: statuses.map(([status]) => status) };
}

/** Nobody is left to be scored. */
export function noCustomers(table: string, outsideWindow: number): InputError {
  if (outsideWindow > 0) {
    return new EmptyInputError(`${table}: no customer to score: nobody bought in the window`, {
      hint: `${plural(outsideWindow, "customer")} bought before it; choose a longer --window`,
    });
  }
  return new EmptyInputError(`${table}: no customer to score: no row is a purchase by a known customer`, {
    hint: "check which statuses count, the as-of date and the conditions",
  });
}

/** The account of the table's rows; those of customers without a purchase are known only from the customers. */
export function ledgerOfTable(
  tallies: ReturnType<typeof reasonTallies>,
  { noPurchase, purchases }: { readonly noPurchase: Tally; readonly purchases: number },
): Ledger {
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
