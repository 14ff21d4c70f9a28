import type { CustomerTable } from "../analysis/customers/customer-table.ts";
import type { Ledger } from "../analysis/ledger/ledger.ts";
import type { CellCount } from "../analysis/report/groups-over-time.ts";
import type { PeriodSums } from "../analysis/retention/period-cells.ts";
import type { ClimbCounts, PauseCounts } from "../analysis/retention/repeat.ts";
import type { ScoredCustomers } from "../analysis/scores/score-customers.ts";
import type { PeriodKind } from "../basics/calendar/period.ts";
import type { OrderTable } from "../orders/order-table.ts";
import type { Language } from "../render/language/language.ts";
import { engineNotes } from "../render/notes/engine-notes.ts";
import type { Note } from "../render/notes/note.ts";
import type { ConnectedEngine } from "../warehouse/engines/connect.ts";
import type { OrderColumns } from "../warehouse/order-query.ts";
import { confirmUnchanged } from "../warehouse/read/confirm-unchanged.ts";
import type { NewestDays } from "../warehouse/read/judge-overview.ts";
import {
  type CustomersRequest,
  type LookedAtTable,
  overviewOf,
  type TableOverview,
  tableAsOf,
} from "../warehouse/read/look-at-table.ts";
import { readCustomers } from "../warehouse/read/read-customers.ts";
import { readGroups } from "../warehouse/read/read-groups.ts";
import { orderTableOf, type People, type PeopleRequest, readPeople } from "../warehouse/read/read-people.ts";
import { readPeriods } from "../warehouse/read/read-periods.ts";
import { readClimb, readPauses } from "../warehouse/read/read-repeat.ts";

/** Customers that were added up elsewhere, without their single orders. */
export interface GivenCustomers {
  readonly customers: CustomerTable;
  readonly days: NewestDays;
  /** The money's currency; `null` where nothing names it. */
  readonly currency: string | null;
  readonly columns: Pick<OrderColumns, "customer">;
  /** The account of the table's rows. */
  readonly ledger: Ledger;
  /** What there is to say about where they come from. */
  readonly notes: readonly Note[];
  /** The same without the account of the rows. */
  readonly tableNotes: readonly Note[];
}

/** What customers did by period, added up elsewhere. */
export interface GivenPeriods {
  readonly sums: PeriodSums;
  readonly asOf: number;
  readonly notes: readonly Note[];
}

/** Customers with who they are, as an order table that has sums in place of orders. */
export interface GivenPeople extends GivenCustomers {
  /** Everyone who bought up to the as-of date; `customers` are those of them who are scored. */
  readonly orders: OrderTable;
  /** The table's name, and its columns of contact fields. */
  readonly source: { readonly name: string; readonly contacts: People["columns"] };
}

/** What results are made of where a database adds up the orders: each part is fetched when a result asks for it. */
export interface EngineReader {
  /** The day as of which the table is read unless a part names another. */
  asOf(): Promise<number>;
  /** What is in the table, whatever counts. */
  overview(): Promise<TableOverview>;
  customers(asOf?: number): Promise<GivenCustomers>;
  periods(kind: PeriodKind): Promise<GivenPeriods>;
  people(request: PeopleRequest): Promise<GivenPeople>;
  /** How long customers pause between purchases, counted by days. */
  pauses(): Promise<PauseCounts>;
  /** How far customers come from purchase to purchase, with a lapse gap. */
  climb(lapseDays: number): Promise<ClimbCounts>;
  /** Fails where rows came or went while parts were read, for then these do not belong together; asked when all are read. */
  confirm(): Promise<void>;
  /** How many customers had which scores on earlier days, by the scales of those who are scored. */
  groups(days: readonly number[], scored: Pick<ScoredCustomers, "scales" | "levels">): Promise<readonly CellCount[]>;
}

/** Everybody who ever bought. */
const ALL_HISTORY = { from: null, windowFor: "rfm", frequency: "orders", monetary: "total" } as const;

/** Reads a table of a connected engine; it is looked at once, before the first part. */
export function engineReader(engine: ConnectedEngine, request: CustomersRequest, language: Language): EngineReader {
  let overview: Promise<TableOverview> | null = null;
  const looked = (): Promise<TableOverview> => {
    overview ??= overviewOf(engine, request);
    return overview;
  };
  const tableOn = async (asOf?: number): Promise<LookedAtTable> => tableAsOf(await looked(), request, asOf);
  const table = `${engine.shown} ${request.table}`;
  const customers: EngineReader["customers"] = async (asOf) => {
    const read = await readCustomers(engine, await tableOn(asOf));
    const notes = engineNotes({ ...read, newestDay: read.days.newest }, { table, language });
    return { ...read, notes, tableNotes: notes.slice(1) };
  };
  return {
    asOf: async () => (await tableOn()).asOf,
    overview: looked,
    customers,
    people: async (wanted) => {
      const scored = await customers();
      const lookedAt = await tableOn();
      const all =
        scored.customers.outsideWindow === 0
          ? scored.customers
          : (await readCustomers(engine, { ...lookedAt, query: { ...lookedAt.query, ...ALL_HISTORY } })).customers;
      const { names } = await looked();
      const people = await readPeople(engine, { names, lookedAt, ids: all.ids }, wanted);
      return {
        ...scored,
        customers: placedIn(scored.customers, all.ids),
        orders: orderTableOf(all, scored.days, people),
        source: { name: table, contacts: people.columns },
      };
    },
    periods: async (kind) => {
      const lookedAt = await tableOn();
      const { sums, ledger } = await readPeriods(engine, lookedAt, kind);
      const notes = engineNotes({ ...lookedAt, ledger, alikeKeys: 0, newestDay: sums.lastDay }, { table, language });
      return { sums, asOf: lookedAt.asOf, notes };
    },
    pauses: async () => readPauses(engine, await tableOn()),
    confirm: async () => {
      const { all: query, extent } = await looked();
      await confirmUnchanged(engine, { query, extent });
    },
    climb: async (lapseDays) => readClimb(engine, await tableOn(), lapseDays),
    groups: async (days, scored) => readGroups(engine, await Promise.all(days.map(tableOn)), scored),
  };
}

/** The customers with their places among all ids. */
function placedIn(customers: CustomerTable, ids: readonly string[]): CustomerTable {
  const places = new Map(ids.map((id, place) => [id, place]));
  return { ...customers, customer: Int32Array.from(customers.ids, (id) => places.get(id) as number) };
}
