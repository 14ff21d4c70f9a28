import type { Dialect } from "../../../src/warehouse/dialects/dialect.ts";

/** An engine that was started for the tests. */
export interface TestEngine {
  readonly name: string;
  readonly dialect: Dialect;
  /** Makes a table of orders from a CSV file with {@link ORDER_COLUMNS}. */
  load(table: string, csv: string): Promise<void>;
  /** Runs statements, each without its semicolon. */
  run(statements: readonly string[]): Promise<void>;
  /** The rows of a query whose columns are all texts. */
  rows(query: string): Promise<readonly (readonly (string | null)[])[]>;
  /** The rows of several such queries at once, where each start of the engine takes long. */
  answers?(queries: readonly string[]): Promise<readonly (readonly (readonly (string | null)[])[])[]>;
  /** How `rfm score` reaches it, with a password that must never be seen; `null` where it does not listen. */
  readonly url: string | null;
  stop(): Promise<void>;
}

/** The rows of several queries whose columns are all texts. */
export async function answersOf(
  engine: TestEngine,
  queries: readonly string[],
): Promise<readonly (readonly (readonly (string | null)[])[])[]> {
  if (engine.answers !== undefined) return engine.answers(queries);
  const answers = [];
  for (const query of queries) answers.push(await engine.rows(query));
  return answers;
}

/** A password that must not appear in anything that is printed. */
export const SECRET = "s3cr3t-w0rd";

/** An engine, or why there is none. */
export type Started = TestEngine | { readonly missing: string };

/** The columns of the orders, with the type of each for an engine. */
export const ORDER_COLUMNS = [
  "order_id",
  "customer_id",
  "ordered_at",
  "ordered_on",
  "total",
  "refunded",
  "status",
  "country",
] as const;
