import { postgres } from "../dialects/postgres.ts";
import type { Cell, ColumnKind, Engine, EngineLocation } from "./engine.ts";
import { loadDriver } from "./load-driver.ts";

/** What is used of `pg`. */
interface Driver {
  readonly default: {
    readonly Client: new (options: {
      readonly connectionString: string;
      readonly connectionTimeoutMillis: number;
      readonly application_name: string;
    }) => Client;
  };
}
interface Client {
  /** The server's process for this connection. */
  readonly processID: number | null;
  connect(): Promise<void>;
  query(query: { readonly text: string; readonly rowMode: "array" }): Promise<{
    readonly rows: Cell[][];
    readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  }>;
  on(event: "error", listener: (error: Error) => void): void;
  end(): Promise<void>;
}

const CONNECT_WITHIN = 30_000;

/** Types by their numbers in the catalogue, which never change. */
const TYPES: ReadonlyMap<number, readonly [name: string, kind: ColumnKind]> = new Map([
  [20, ["bigint", "exact number"]],
  [21, ["smallint", "exact number"]],
  [23, ["integer", "exact number"]],
  [1700, ["numeric", "exact number"]],
  [700, ["real", "double"]],
  [701, ["double precision", "double"]],
  [25, ["text", "text"]],
  [1042, ["char", "text"]],
  [1043, ["varchar", "text"]],
  [2950, ["uuid", "text"]],
  [1082, ["date", "date"]],
  [1114, ["timestamp", "local time"]],
  [1184, ["timestamptz", "moment"]],
]);

/** Asks for the names of other types, those of extensions and of the database itself too, and whether their values are texts. */
function typesStatement(numbers: readonly number[]): string {
  return `SELECT oid, format_type(oid, NULL), typcategory = 'S' OR typtype = 'e' FROM pg_type WHERE oid IN (${[...new Set(numbers)].join(", ")})`;
}

/** A type that was asked for: `citext` and enumerations are texts. A domain is told as the type that it is made of. */
function typeOf([number, name, isText]: readonly Cell[]): readonly [number, readonly [string, ColumnKind]] {
  return [Number(number), [String(name), isText === true ? "text" : "other"]];
}

/** Errors by which a server ends a connection, or cannot say what became of a statement: it may have been carried out all the same. */
const SAYS_NOTHING = /^(?:08...|40003|57P0[1-5])$/;

/** Whether the server itself says by this error that it did not carry a statement out. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && "severity" in error && "code" in error && !SAYS_NOTHING.test(String(error.code));
}

/**
 * A server of PostgreSQL. User and password come from the URL, the variables `PG…` or `~/.pgpass`. A statement is cancelled over
 * a second connection. All
 * statements see the table as it is at the first, until a transaction ends. Where this process is killed, the server notices within two seconds and stops it (from version 14 on).
 */
export async function openPostgres({ url, writes }: EngineLocation, load = loadDriver): Promise<Engine> {
  const { default: driver } = (await load("pg")) as Driver;
  const connected = async (): Promise<Client> => {
    const client = new driver.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_WITHIN,
      application_name: "rfm",
    });
    client.on("error", () => {}); // a lost connection fails the query that waits for it
    await client.connect();
    return client;
  };
  const client = await connected();
  const ask = (text: string): ReturnType<Client["query"]> => client.query({ text, rowMode: "array" });
  const cancel = async (): Promise<void> => {
    const other = await connected();
    await other.query({ text: `SELECT pg_cancel_backend(${client.processID ?? 0})`, rowMode: "array" });
    await other.end();
  };
  await ask("SET client_connection_check_interval = '2s'").catch(() => null);
  await ask(`BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ${writes ? "" : " READ ONLY"}`); // all statements see one moment
  let seesOneMoment = true;
  let inDoubt: string | null = null;
  const commit = async (): Promise<void> => {
    const [[transaction] = []] = (await ask("SELECT CAST(txid_current() AS text)")).rows;
    inDoubt = `SELECT txid_status(${String(transaction)})`;
    await ask("COMMIT").catch((error: unknown) => {
      if (isRefusal(error)) inDoubt = null;
      throw error;
    });
    inDoubt = null;
  };
  return {
    dialect: postgres,
    columns: async (table) => {
      const { fields } = await ask(`SELECT * FROM ${table} LIMIT 0`);
      const others = fields.map(({ dataTypeID }) => dataTypeID).filter((id) => !TYPES.has(id));
      const own = others.length === 0 ? [] : (await ask(typesStatement(others))).rows;
      const types = new Map([...TYPES, ...own.map(typeOf)]);
      return fields.map(({ name, dataTypeID }) => {
        const [type, kind] = types.get(dataTypeID) ?? [`type ${dataTypeID}`, "other"];
        return { name, type, kind };
      });
    },
    rows: async (query) => (await ask(query)).rows,
    run: async (statement) => {
      if (statement === "COMMIT" || statement === "ROLLBACK") seesOneMoment = false;
      await (statement === "COMMIT" ? commit() : ask(statement));
    },
    seesOneMoment: () => seesOneMoment,
    inDoubt: () => inDoubt,
    close: () => client.end(),
    cancel,
  };
}
