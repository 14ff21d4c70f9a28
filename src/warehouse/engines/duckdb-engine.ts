import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { InputError } from "../../errors.ts";
import { duckdb } from "../dialects/duckdb.ts";
import type { Cell, ColumnKind, Engine, EngineLocation } from "./engine.ts";
import { loadDriver } from "./load-driver.ts";

/** What is used of `@duckdb/node-api`. */
interface Driver {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<Instance>;
  };
}
interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}
interface Connection {
  run(statement: string): Promise<unknown>;
  runAndReadAll(query: string): Promise<{ getRowsJson(): Cell[][] }>;
  interrupt(): void;
  closeSync(): void;
}

/** A database file of DuckDB. */
export async function openDuckDb({ url, cwd, shown, writes }: EngineLocation): Promise<Engine> {
  const { DuckDBInstance } = (await loadDriver("@duckdb/node-api")) as Driver;
  const path = resolve(cwd, url.slice("duckdb:".length));
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) {
    throw new InputError(`${shown}: no such file`, { hint: "write duckdb:FILE, with the path of a DuckDB database" });
  }
  const instance = await DuckDBInstance.create(path, { access_mode: writes ? "READ_WRITE" : "READ_ONLY" });
  const connection = await instance.connect();
  const rows: Engine["rows"] = async (query) => (await connection.runAndReadAll(query)).getRowsJson();
  return {
    dialect: duckdb,
    columns: async (table) =>
      (await rows(`DESCRIBE SELECT * FROM ${table}`)).map(([name, type]) => ({
        name: String(name),
        type: String(type),
        kind: kindOf(String(type)),
      })),
    rows,
    run: async (statement) => {
      await connection.run(statement);
    },
    seesOneMoment: () => true, // nobody else can write to a file that is open
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
    cancel: async () => connection.interrupt(),
  };
}

function kindOf(type: string): ColumnKind {
  if (/^(?:DECIMAL|(?:U?(?:TINY|SMALL|BIG|HUGE))?INT(?:EGER)?|UINTEGER)\b/.test(type)) return "exact number";
  if (/^(?:FLOAT|DOUBLE|REAL)$/.test(type)) return "double";
  if (/^(?:VARCHAR|ENUM|UUID)/.test(type)) return "text";
  if (type === "DATE") return "date";
  if (/^TIMESTAMP WITH TIME ZONE/.test(type)) return "moment";
  return /^TIMESTAMP/.test(type) ? "local time" : "other";
}
