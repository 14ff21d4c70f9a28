import { duckdb } from "../../../src/warehouse/dialects/duckdb.ts";
import { driver } from "./drivers.ts";
import type { Started } from "./engine.ts";

interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }>;
  };
}
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): (string | null)[][] }>;
  closeSync(): void;
}

/** DuckDB in this process, in memory or in a file. */
export async function startDuckDb(path = ":memory:"): Promise<Started> {
  const module = driver<DuckDb>("@duckdb/node-api");
  if (module === null) return { missing: "the npm package @duckdb/node-api is not installed" };
  const instance = await module.DuckDBInstance.create(path);
  const connection = await instance.connect();
  const run = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await connection.run(statement);
  };
  return {
    name: "DuckDB",
    dialect: duckdb,
    load: (table, csv) =>
      run([
        `CREATE TABLE ${table} (order_id VARCHAR, customer_id VARCHAR, ordered_at TIMESTAMPTZ, ordered_on DATE, total DECIMAL(24, 8), refunded DECIMAL(24, 8), status VARCHAR, country VARCHAR)`,
        `COPY ${table} FROM '${csv}' (FORMAT csv, HEADER true, QUOTE '"', ESCAPE '"')`,
      ]),
    run,
    url: path === ":memory:" ? null : `duckdb:${path}`,
    rows: async (query) => (await connection.runAndReadAll(query)).getRows(),
    stop: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
