import { setTimeout as wait } from "node:timers/promises";
import { shownEngineUrl } from "../../basics/text/engine-url.ts";
import { plural } from "../../basics/text/words.ts";
import { InputError, RfmError, UsageError } from "../../errors.ts";
import { openClickHouse } from "./clickhouse-engine.ts";
import { openDuckDb } from "./duckdb-engine.ts";
import { type Engine, type EngineLocation, STOPS_WITHIN } from "./engine.ts";
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

const NOTHING_WRITTEN = "nothing was written; check the address, the user's rights and the names of table and columns";

/** No answer says whether a transaction was carried out; the hint says how to find out. */
export class InDoubtError extends InputError {}

/** No answer says whether a statement was carried out, and no transaction takes it back. */
export class UnansweredError extends InputError {}

/** An engine that says in its errors where they happened and at what, and never with which password. */
export interface ConnectedEngine extends Pick<Engine, "dialect" | "seesOneMoment" | "close" | "cancel"> {
  readonly shown: string;
  columns(table: string): ReturnType<Engine["columns"]>;
  /** @param doing what the rows are for, `reading the customers` */
  rows(query: string, doing: string): ReturnType<Engine["rows"]>;
  run(statement: string, doing: string): Promise<void>;
  /** Whether a statement was cancelled, by the user or for its time: then nothing more is to be found out. */
  wasCancelled(): boolean;
}

/**
 * Connects to the engine that a URL names.
 *
 * @param given.timeout seconds after which a statement is cancelled; none where it is left out
 * @throws UsageError without its driver; InputError where it cannot be reached
 */
export async function connect(
  { timeout, ...given }: Omit<EngineLocation, "shown"> & { readonly timeout?: number | undefined },
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
  const opened = await readable("connecting", () => open(location));
  let isCancelled = false;
  const cancel = (): Promise<void> => {
    isCancelled = true;
    return opened.cancel();
  };
  const engine: Engine = { ...opened, cancel };
  const timed = <Value>(doing: string, work: () => Promise<Value>, countsLate = false): Promise<Value> =>
    readable(doing, async () => {
      const { shown } = location;
      try {
        return await (timeout === undefined ? work() : within(timeout, engine, { shown, doing, work, countsLate }));
      } catch (error) {
        throw inDoubt(error, { shown, doing, secrets, question: engine.inDoubt?.() ?? null });
      }
    });
  return {
    dialect: engine.dialect,
    shown: location.shown,
    columns: (table) => timed("looking at the table's columns", () => engine.columns(table)),
    rows: (query, doing) => timed(doing, () => engine.rows(query)),
    run: (statement, doing) =>
      timed(
        doing,
        () =>
          engine.run(statement).catch((error: unknown) => {
            if (engine.isAnswer?.(error) === false) throw unanswered(error, { shown: location.shown, doing, secrets });
            throw error;
          }),
        true,
      ),
    seesOneMoment: () => engine.seesOneMoment(),
    close: () => engine.close().catch(() => {}),
    cancel,
    wasCancelled: () => isCancelled,
  };
}

/** What is done in an engine, and for what. */
interface Doing<Value> {
  readonly shown: string;
  readonly doing: string;
  readonly work: () => Promise<Value>;
  /** Whether what is done counts where it cannot be stopped any more: a transaction is not taken back. */
  readonly countsLate: boolean;
}

/** What work returns; where it takes longer than so many seconds, the statement is cancelled in the engine. */
async function within<Value>(
  seconds: number,
  engine: Engine,
  { shown, doing, work, countsLate }: Doing<Value>,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const done: Value[] = [];
  const working = work().then((value) => {
    done.push(value);
    return value;
  });
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), seconds * 1000);
  });
  try {
    const first = await Promise.race([working.then((value) => ({ value })), late]);
    if (first !== "late") return first.value;
  } finally {
    clearTimeout(timer);
  }
  const stopped = Promise.allSettled([engine.cancel(), working]);
  await Promise.race([stopped, wait(STOPS_WITHIN, null, { ref: false })]);
  if (countsLate && done.length > 0) return done[0] as Value;
  throw new InputError(`${shown}: ${doing}: stopped after ${plural(seconds, "second")}, as --timeout says`, {
    hint: "nothing was written; give it more time with a longer --timeout",
  });
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

/** Where a statement failed, and what must not be shown. */
interface Failing {
  readonly shown: string;
  readonly doing: string;
  readonly secrets: readonly string[];
}

/** The error, or that it leaves in doubt whether a transaction was carried out: where there is a question that tells. */
function inDoubt(error: unknown, { question, ...failing }: Failing & { readonly question: string | null }): unknown {
  if (question === null) return error;
  const { message } = readableError(error, failing);
  return new InDoubtError(`${message}; it is not known whether the tables were replaced`, {
    hint: `ask the database: ${question} says "committed" if they were, and "aborted" if nothing was written; or run again, which makes all of them anew`,
  });
}

function unanswered(error: unknown, failing: Failing): UnansweredError {
  const { message } = readableError(error, failing);
  return new UnansweredError(message, { hint: NOTHING_WRITTEN });
}

function readableError(error: unknown, { shown, doing, secrets }: Failing): Error {
  if (error instanceof RfmError && error.message.startsWith(shown)) return error;
  if (error instanceof UsageError) return error;
  const said = messageOf(error);
  const masked = secrets.reduce((text, secret) => text.replaceAll(secret, "***"), said);
  return new InputError(`${shown}: ${doing}: ${masked}`, {
    hint: NOTHING_WRITTEN,
  });
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join("; ");
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return (text.trim() === "" ? code : text.trim()).split("\n", 1)[0] ?? "";
}
