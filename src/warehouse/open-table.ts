import type { CustomerTable } from "../analysis/customers/customer-table.ts";
import type { Ledger } from "../analysis/ledger/ledger.ts";
import type { PeriodSums } from "../analysis/retention/period-cells.ts";
import type { PeriodKind } from "../basics/calendar/period.ts";
import { shownEngineUrl } from "../basics/text/engine-url.ts";
import { UsageError } from "../errors.ts";
import { askedOnce } from "./engines/asked-once.ts";
import { type ConnectedEngine, connect, type Open } from "./engines/connect.ts";
import { confirmUnchanged } from "./read/confirm-unchanged.ts";
import { type LookedAtTable, overviewOf, type TableOverview, tableAsOf } from "./read/look-at-table.ts";
import { readCustomers } from "./read/read-customers.ts";
import { readPeriods } from "./read/read-periods.ts";
import { type TableOptions, tableRequest } from "./read/table-request.ts";

/** A table of orders in an engine: the engine adds them up, and each question is asked once. */
export interface OrdersInEngine {
  /** The newest day of the table, or the one that was asked for. */
  readonly asOf: number;
  /** Code of the money; `null` where no column names it. */
  readonly currency: string | null;
  /** The customers, as `customersAt` makes them of single orders, with the account of the rows; as of another day where one is given. */
  customers(asOf?: number): Promise<{ readonly customers: CustomerTable; readonly ledger: Ledger }>;
  /** What customers did by period, for `retentionOfCells` and `cohortsOfCells`. */
  periods(kind: PeriodKind): Promise<PeriodSums>;
  close(): Promise<void>;
}

/** What is used of the world outside. */
export interface EngineContext {
  /** Seconds after which a statement is cancelled; never where it is left out. */
  readonly timeout?: number | undefined;
  /** The working folder, for files of DuckDB. Default: that of the process. */
  readonly cwd?: string | undefined;
  /** The environment, in which ClickHouse's password and Spark's folder are looked up. Default: nothing. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Opens the engine in place of its driver. */
  readonly open?: Open | undefined;
}

/**
 * Connects to `postgres:`, `clickhouse:`, `duckdb:` or `spark:` and looks at a table of orders. Close it when all is read.
 *
 * @throws UsageError without the engine's driver, or for another URL
 * @throws InputError where the engine cannot be reached, or the table, a column, a status or a currency needs a word from the user
 */
export async function openTable(
  url: string,
  options: TableOptions,
  { timeout, cwd = ".", env = {}, open }: EngineContext = {},
): Promise<OrdersInEngine> {
  if (typeof options.table !== "string" || options.table === "")
    throw new UsageError(`${shownEngineUrl(url)}: which table?`, "name it with the option table");
  for (const name of ["asOf", "since", "until"] as const) checkDay(name, options[name]);
  const engine = await connect({ url, writes: false, timeout, cwd, env }, open);
  try {
    return await looked(engine, options);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Refuses a day that is no civil day number, which JavaScript lets pass: as a text it would reach the engine. */
function checkDay(name: string, day: unknown): void {
  if (day === undefined || Number.isSafeInteger(day)) return;
  throw new UsageError(
    `${name}: ${JSON.stringify(day) ?? String(day)} is not a civil day number, the days since 1970-01-01`,
    `make one of a date: ${name}: parseDay("2024-01-31")`,
  );
}

async function looked(engine: ConnectedEngine, options: TableOptions): Promise<OrdersInEngine> {
  const once = askedOnce(engine);
  const request = tableRequest(options);
  const overview: TableOverview = await overviewOf(once, request);
  const at = (day?: number): LookedAtTable => tableAsOf(overview, request, day);
  const confirmed = (): Promise<void> => confirmUnchanged(engine, { query: overview.all, extent: overview.extent });
  return {
    asOf: at().asOf,
    currency: overview.currency,
    customers: async (asOf) => {
      checkDay("asOf", asOf);
      const { customers, ledger } = await readCustomers(once, at(asOf));
      await confirmed();
      return { customers, ledger };
    },
    periods: async (kind) => {
      const { sums } = await readPeriods(once, at(), kind);
      await confirmed();
      return sums;
    },
    close: () => engine.close(),
  };
}
