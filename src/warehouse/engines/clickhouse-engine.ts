import { randomUUID } from "node:crypto";
import { clickhouse } from "../dialects/clickhouse.ts";
import type { Cell, ColumnKind, Engine, EngineLocation } from "./engine.ts";
import { loadDriver } from "./load-driver.ts";

/** What is used of `@clickhouse/client`. */
interface Driver {
  createClient(options: {
    readonly url: string;
    readonly username: string;
    readonly password: string;
    readonly database: string;
    readonly application: string;
    readonly request_timeout: number;
    readonly log: { readonly level: number };
    readonly clickhouse_settings: Readonly<Record<string, number | string>>;
  }): Client;
}
interface Client {
  query(query: {
    readonly query: string;
    readonly format: "JSONCompactEachRow";
    readonly query_id: string;
    readonly abort_signal: AbortSignal;
  }): Promise<{ text(): Promise<string> }>;
  command(command: {
    readonly query: string;
    readonly query_id?: string;
    readonly abort_signal?: AbortSignal;
  }): Promise<unknown>;
  close(): Promise<void>;
}

/** The driver's own level for nothing: it would write to standard output. */
const NO_LOG = 127;

const ANSWER_WITHIN = 6 * 3_600_000;

/**
 * A server of ClickHouse over HTTP, `clickhouse://user:password@host:8123/database`, `?secure=1` for HTTPS. User and password may
 * also stand in `CLICKHOUSE_USER` and `CLICKHOUSE_PASSWORD`. A statement is cancelled by
 * its id, and is stopped by the server where the client is gone; while it works, it sends a
 * header now and then, so that nothing between takes the connection for dead.
 */
export async function openClickHouse({ url, env }: EngineLocation): Promise<Engine> {
  const { createClient } = (await loadDriver("@clickhouse/client")) as Driver;
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const isSecure = ["1", "true"].includes(searchParams.get("secure") ?? "");
  const usualPort = isSecure ? "8443" : "8123";
  const client = createClient({
    url: `${isSecure ? "https" : "http"}://${hostname || "localhost"}:${port || usualPort}`,
    username: decodeURIComponent(username) || env["CLICKHOUSE_USER"] || "default",
    password: decodeURIComponent(password) || env["CLICKHOUSE_PASSWORD"] || "",
    database: decodeURIComponent(pathname.slice(1)) || "default",
    application: "rfm",
    request_timeout: ANSWER_WITHIN,
    log: { level: NO_LOG },
    clickhouse_settings: {
      cancel_http_readonly_queries_on_client_close: 1,
      send_progress_in_http_headers: 1,
      http_headers_progress_interval_ms: "110000",
    },
  });
  const aborted = new AbortController();
  let query_id = "";
  const named = (query: string): { query: string; query_id: string; abort_signal: AbortSignal } => {
    query_id = `rfm-${randomUUID()}`;
    return { query, query_id, abort_signal: aborted.signal };
  };
  const cancel = async (): Promise<void> => {
    const killed = client.command({ query: `KILL QUERY WHERE query_id = '${query_id}' ASYNC` });
    await killed.finally(() => aborted.abort());
  };
  const rows: Engine["rows"] = async (query) => {
    const answer = await client.query({ ...named(query), format: "JSONCompactEachRow" });
    return linesOf(await answer.text());
  };
  return {
    dialect: clickhouse,
    columns: async (table) =>
      (await rows(`DESCRIBE (SELECT * FROM ${table})`)).map(([name, type]) => ({
        name: String(name),
        type: String(type),
        kind: kindOf(String(type)),
      })),
    rows,
    run: async (query) => {
      await client.command(named(query));
    },
    seesOneMoment: () => false,
    isAnswer: isAnswerOfClickHouse,
    close: () => client.close(),
    cancel,
  };
}

/** The server's errors have its own numbers; those of a connection have names, such as ECONNRESET, or nothing. */
export function isAnswerOfClickHouse(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^\d+$/.test(String(error.code));
}

function linesOf(text: string): readonly (readonly Cell[])[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Cell[]);
}

function kindOf(type: string): ColumnKind {
  const inner = type.replace(/^(?:LowCardinality|Nullable|SimpleAggregateFunction)\((.*)\)$/, "$1");
  if (inner !== type) return kindOf(inner);
  if (/^(?:U?Int\d+|Decimal)/.test(inner)) return "exact number";
  if (/^(?:B?Float)/.test(inner)) return "double";
  if (/^(?:String|FixedString|UUID|Enum)/.test(inner)) return "text";
  if (/^Date(?:32)?$/.test(inner)) return "date";
  return /^DateTime/.test(inner) ? "moment" : "other";
}
