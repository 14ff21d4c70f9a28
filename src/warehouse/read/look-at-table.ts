import type { StatusOptions } from "../../exports/values/status-meaning.ts";
import { quoteTable } from "../dialects/quote.ts";
import type { ConnectedEngine } from "../engines/connect.ts";
import type { CustomerRule, OrderColumns, OrderQuery, StatusRule } from "../order-query.ts";
import { overviewStatement } from "../statements/overview.ts";
import { type ChosenColumns, type ColumnChoice, chooseColumns } from "./choose-columns.ts";
import { extentOf, type TableExtent } from "./confirm-unchanged.ts";
import { endlessValues } from "./endless-values.ts";
import {
  defaultAsOfOf,
  firstPurchaseDay,
  type NewestDays,
  newestDays,
  reasonTallies,
  tableCurrency,
} from "./judge-overview.ts";
import { judgeTableStatuses, type StatusMeanings } from "./judge-statuses.ts";
import { type OverviewGroup, overviewGroups } from "./overview-groups.ts";

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

/** A table of orders that was looked at, with the query for its customers. */
export interface LookedAtTable extends ChosenColumns, Pick<OrderQuery, "asOf">, Pick<TableOverview, "extent"> {
  readonly days: NewestDays | null;
  /** The money's currency; `null` where no column names it. */
  readonly currency: string | null;
  readonly query: OrderQuery & CustomerRule & { readonly monetary: "total" | "average" };
  readonly tallies: ReturnType<typeof reasonTallies>;
  /** The first day with a purchase by a known customer, whatever the as-of date and the window; `null` without one. */
  readonly firstPurchase: number | null;
}

/** What there is in a table, before a day is chosen as of which it is read. */
export interface TableOverview extends ChosenColumns {
  /** All columns of the table. */
  readonly names: readonly string[];
  readonly groups: readonly OverviewGroup[];
  readonly extent: TableExtent;
  readonly meanings: StatusMeanings;
  readonly days: NewestDays | null;
  readonly currency: string | null;
  /** As of no day. */
  readonly all: OrderQuery;
}

/**
 * Looks at a table: its columns, and one aggregation that shows what is in it.
 *
 * @throws InputError where the table, a column, a status or a currency needs a word from the user, or the engine fails
 */
export async function overviewOf(engine: ConnectedEngine, request: CustomersRequest): Promise<TableOverview> {
  const { dialect } = engine;
  const { table, choice } = request;
  const found = await engine.columns(quoteTable(dialect, table));
  const candidates = chooseColumns(table, found, choice);
  const anyRow = { ...request, asOf: 0, statuses: null, currency: null };
  const overview = overviewStatement(dialect, { ...anyRow, ...candidates });
  const rows = await engine.rows(overview, "looking at the rows").catch(async (error: unknown) => {
    throw (await endlessValues(engine, { table, columns: candidates.columns })) ?? error;
  });
  const groups = overviewGroups(rows);
  const chosen = { ...candidates, columns: usedColumns(candidates.columns, groups) };
  const all: OrderQuery = { ...anyRow, ...chosen };
  const meanings = judgeTableStatuses(groups, { ...request.statuses, refunds: request.refunds });
  const days = newestDays(groups, meanings);
  const currency = tableCurrency(groups, meanings, request.currency);
  return {
    ...chosen,
    names: found.map(({ name }) => name),
    groups,
    extent: extentOf(groups),
    meanings,
    days,
    currency,
    all,
  };
}

/** Where no row is without a key of the first column, the others are not asked: the plain column lets engines add up where the rows are. */
function usedColumns(columns: OrderColumns, groups: readonly OverviewGroup[]): OrderColumns {
  return groups.some(({ isKeyedElsewhere }) => isKeyedElsewhere) ? columns : { ...columns, customerElse: undefined };
}

/**
 * The table as of a day; as of its newest where none is given.
 *
 * @throws InputError where that lies far ahead of the others
 */
export function tableAsOf(
  { groups, extent, meanings, days, currency, all, columns, timeZone, roundsMoney }: TableOverview,
  request: CustomersRequest,
  day: number | undefined = request.asOf,
): LookedAtTable {
  const asOf = day ?? defaultAsOfOf(days, request.table);
  const statuses = exactStatuses(meanings);
  const query = { ...all, ...request.rule(asOf), asOf, currency: request.currency ?? null, statuses };
  const tallies = reasonTallies(groups, { ...query, meanings });
  const firstPurchase = firstPurchaseDay(groups, { ...query, meanings });
  return { columns, timeZone, roundsMoney, asOf, days, extent, currency, query, tallies, firstPurchase };
}

/** Both of it, as of the day that is asked for. */
export async function lookAtTable(engine: ConnectedEngine, request: CustomersRequest): Promise<LookedAtTable> {
  return tableAsOf(await overviewOf(engine, request), request);
}

/** The statuses that count, as they are written in the table. */
function exactStatuses(meanings: StatusMeanings): StatusRule {
  const statuses = [...meanings].filter(([status, meaning]) => status !== "" && meaning === "counts");
  return { counts: "these", compared: "as written", statuses: statuses.map(([status]) => status) };
}
