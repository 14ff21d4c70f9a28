import { shownEngineUrl } from "../../basics/text/engine-url.ts";
import { InputError, RfmError, UsageError } from "../../errors.ts";
import { openClickHouse } from "./clickhouse-engine.ts";
import { openDuckDb } from "./duckdb-engine.ts";
import type { Engine, EngineLocation } from "./engine.ts";
import { openPostgres } from "./postgres-engine.ts";
import { openSpark } from "./spark-engine.ts";

/** Opens an engine with its driver. */
export type Open = (location: EngineLocation) => Promise<Engine>;

const OPENERS: Readonly<Record<string, Open>> = {
  postgres: openPostgres,
  postgresql: openPostgres,
  clickhouse: openClickHouse,
  duckdb: openDuckDb,
  spark: openSpark,
};

/** Variables in which a driver looks for a password. */
const SECRET_VARIABLES = ["PGPASSWORD", "CLICKHOUSE_PASSWORD"];

/** An engine that says in its errors where they happened and at what, and never with which password. */
export interface ConnectedEngine extends Pick<Engine, "dialect" | "close" | "abandon"> {
  readonly shown: string;
  columns(table: string): ReturnType<Engine["columns"]>;
  /** @param doing what the rows are for, `reading the customers` */
  rows(query: string, doing: string): ReturnType<Engine["rows"]>;
  run(statement: string, doing: string): Promise<void>;
}

/**
 * Connects to the engine that a URL names.
 *
 * @throws UsageError without its driver; InputError where it cannot be reached
 */
export async function connect(
  given: Omit<EngineLocation, "shown">,
  open: Open | undefined = OPENERS[given.url.split(":", 1)[0]?.toLowerCase() ?? ""],
): Promise<ConnectedEngine> {
  const location = { ...given, shown: shownEngineUrl(given.url) };
  if (open === undefined) throw new UsageError(`${location.shown}: unknown kind of database`);
  const secrets = secretsOf(location);
  const readable = async <Value>(doing: string, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw readableError(error, { shown: location.shown, doing, secrets });
    }
  };
  const engine = await readable("connecting", () => open(location));
  return {
    dialect: engine.dialect,
    shown: location.shown,
    columns: (table) => readable("looking at the table's columns", () => engine.columns(table)),
    rows: (query, doing) => readable(doing, () => engine.rows(query)),
    run: (statement, doing) => readable(doing, () => engine.run(statement)),
    close: () => engine.close().catch(() => {}),
    abandon: engine.abandon,
  };
}

/** Passwords as they are written and as they are meant; and the user's part of the URL. */
function secretsOf({ url, env }: Pick<EngineLocation, "url" | "env">): readonly string[] {
  const [, login = ""] = /^[^:/]*:\/\/([\s\S]*)@/.exec(url) ?? [];
  const [, password = ""] = /^[^:]*:([\s\S]*)$/.exec(login) ?? [];
  const named = new URLSearchParams(url.slice(url.indexOf("?") + 1)).get("password") ?? "";
  const variables = SECRET_VARIABLES.map((name) => env[name] ?? "");
  const plain = [password, decoded(password), named, ...variables].filter((secret) => secret !== "");
  return [...new Set(plain.flatMap((secret) => [secret, encodeURIComponent(secret)]))].toSorted(
    (a, b) => b.length - a.length,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readableError(
  error: unknown,
  { shown, doing, secrets }: { readonly shown: string; readonly doing: string; readonly secrets: readonly string[] },
): Error {
  if (error instanceof RfmError && error.message.startsWith(shown)) return error;
  if (error instanceof UsageError) return error;
  const said = messageOf(error);
  const masked = secrets.reduce((text, secret) => text.replaceAll(secret, "***"), said);
  return new InputError(`${shown}: ${doing}: ${masked}`, {
    hint: "nothing was written; check the address, the user's rights and the names of table and columns",
  });
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join("; ");
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return (text.trim() === "" ? code : text.trim()).split("\n", 1)[0] ?? "";
}
