import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clickhouse } from "../../../src/warehouse/dialects/clickhouse.ts";
import { driver } from "./drivers.ts";
import { SECRET, type Started } from "./engine.ts";

interface Chdb {
  readonly Session: new (path: string) => { query(sql: string, format?: string): string; cleanup(): void };
}

/** Where the process keeps how to stop the engine that runs: it can have one, and a test that failed may have left its own. */
const RUNNING = Symbol.for("rfm.test.clickhouse");
const shared = globalThis as { [RUNNING]?: (() => Promise<void>) | undefined };

/** What ClickHouse's HTTP interface answers: the query stands in the body, with its format behind it. */
async function answer(session: InstanceType<Chdb["Session"]>, request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString().trim();
  const [, query = text, format = "CSV"] = /^([\s\S]*?)\s+FORMAT (\w+)$/.exec(text) ?? [];
  return session.query(query, format);
}

/** ClickHouse in this process, behind its HTTP interface. */
export async function startClickHouse(): Promise<Started> {
  const module = driver<Chdb>("chdb");
  if (module === null) return { missing: "the npm package chdb is not installed" };
  await shared[RUNNING]?.();
  const folder = await mkdtemp(join(tmpdir(), "rfm-ch-"));
  const session = new module.Session(folder);
  const run = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) session.query(statement);
  };
  const server = createServer((request, response) => {
    answer(session, request).then(
      (text) => response.end(text),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? error.message : String(error));
      },
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const stop = async (): Promise<void> => {
    shared[RUNNING] = undefined;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    session.cleanup();
    await rm(folder, { recursive: true, force: true });
  };
  shared[RUNNING] = stop;
  const port = (server.address() as AddressInfo).port;
  return {
    name: "ClickHouse (chdb)",
    dialect: clickhouse,
    load: (table, csv) =>
      run([
        `CREATE TABLE ${table} (order_id String, customer_id Nullable(String), ordered_at DateTime64(3, 'UTC'), ordered_on Date32, total Nullable(Decimal(24, 8)), refunded Nullable(Decimal(24, 8)), status LowCardinality(Nullable(String)), country Nullable(String)) ENGINE = MergeTree ORDER BY order_id`,
        `INSERT INTO ${table} SELECT order_id, customer_id, parseDateTime64BestEffort(ordered_at, 3, 'UTC'), toDate32(ordered_on), total, refunded, status, country FROM file('${csv}', 'CSVWithNames', 'order_id String, customer_id Nullable(String), ordered_at String, ordered_on String, total Nullable(Decimal(24, 8)), refunded Nullable(Decimal(24, 8)), status Nullable(String), country Nullable(String)')`,
      ]),
    run,
    url: `clickhouse://default:${SECRET}@127.0.0.1:${port}/default`,
    rows: async (query) =>
      session
        .query(query, "JSONCompactEachRow")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as (string | null)[]),
    stop,
  };
}
