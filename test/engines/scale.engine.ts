/**
 * Many orders on each engine: `rfm score` on the table and `--into`, beside `rfm score` on the file with the same rows; all customers
 * must be equal. Runs only where `RFM_SCALE_ORDERS` asks for a million orders or more, and prints times and sizes.
 */
import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type NetConnectOpts } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCORE_COLUMNS } from "../../src/render/tables/score-table.ts";
import { startClickHouse } from "./engines/clickhouse.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import type { Started } from "./engines/engine.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";
import { startPostgres } from "./engines/postgres.ts";
import { startSpark } from "./engines/spark.ts";

const ORDERS = Number(process.env["RFM_SCALE_ORDERS"] ?? 0);
const COLUMNS = ["--customer", "customer_id", "--amount", "total", "--refunded", "refunded", "--status", "status"];
const OPTIONS = [...COLUMNS, "--date", "ordered_on", "--as-of", "2024-11-30"];
const OF_FILE = ["--order", "order_id", "--amount-per", "order", "--decimal", ".", "--date-format", "y-m-d"];

const CASES = {
  "all history": OPTIONS,
  "twelve months": [...OPTIONS, "--window", "12m"],
} as const;
type Case = keyof typeof CASES;
const NAMES = Object.keys(CASES) as Case[];

const folder = await mkdtemp(join(tmpdir(), "rfm-scale-"));
const csv = join(folder, "orders.csv");
const ENGINES: Readonly<Record<string, () => Promise<Started>>> = {
  duckdb: () => startDuckDb(join(folder, "shop.duckdb")),
  postgres: startPostgres,
  clickhouse: startClickHouse,
  spark: startSpark,
};
const asked = process.env["RFM_ENGINES"]?.split(",");

const BIN = fileURLToPath(new URL("../../bin/rfm.js", import.meta.url));
const run = promisify(execFile);

/** Runs the built program; its time in seconds. */
async function timed(...line: readonly string[]): Promise<number> {
  const begin = performance.now();
  await run(process.execPath, [BIN, ...line], { cwd: folder });
  return (performance.now() - begin) / 1000;
}

/** Passes what is said to a server's socket on, and counts what comes back. */
async function countingProxy(
  socket: NetConnectOpts,
): Promise<{ port: number; bytes: () => number; close: () => void }> {
  let bytes = 0;
  const server = createServer((client) => {
    const upstream = connect(socket);
    upstream.on("data", (chunk) => {
      bytes += chunk.length;
    });
    client.pipe(upstream).pipe(client);
    for (const one of [client, upstream]) one.on("error", () => one.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return { port: (server.address() as AddressInfo).port, bytes: () => bytes, close: () => server.close() };
}

/** The lines of a file without its header, sorted; they are compared as they are. */
async function linesOf(path: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) lines.push(line);
  return lines.slice(1).sort();
}

const said = (seconds: number): string => {
  return `${seconds.toFixed(1)} s, ${Math.round(ORDERS / seconds / 1000).toLocaleString("en")},000 rows a second`;
};
const print = (text: string): boolean => process.stdout.write(`figures: ${text}\n`);

const fromFile = new Map<Case, readonly string[]>();

describe.skipIf(ORDERS < 1_000_000)(`${ORDERS} orders`, { timeout: 3_600_000 }, () => {
  beforeAll(async () => {
    await writeHostileShop(csv, ORDERS);
    print(`${ORDERS} orders, ${((await stat(csv)).size / 1e6).toFixed(0)} MB as CSV`);
    for (const name of NAMES) {
      const out = join(folder, "file.csv");
      const seconds = await timed("score", csv, ...CASES[name], ...OF_FILE, "-o", out);
      fromFile.set(name, await linesOf(out));
      const { length } = fromFile.get(name) ?? [];
      print(`file, ${name}: ${said(seconds)}; ${length} customers, ${((await stat(out)).size / 1e6).toFixed(0)} MB`);
    }
  }, 1_800_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  describe.each(Object.keys(ENGINES).filter((name) => asked?.includes(name) ?? true))("%s", (name) => {
    it("scores as the file does", { timeout: 1_800_000 }, async ({ skip }) => {
      const engine = await (ENGINES[name] as () => Promise<Started>)();
      if ("missing" in engine) {
        print(`${name} was not tested: ${engine.missing}`);
        return skip(engine.missing);
      }
      if (name !== "spark") await engine.load("orders", csv);
      if (name === "duckdb") await engine.stop(); // a database file has one user at a time
      const proxy = await proxyTo(engine.url ?? "");
      const source = [proxy?.url ?? engine.url ?? "", "--table", name === "spark" ? await parquetTable() : "orders"];
      for (const one of NAMES) {
        const out = join(folder, `${name}.csv`);
        const before = proxy?.bytes() ?? 0;
        const seconds = await timed("score", ...source, ...CASES[one], "-o", out);
        const found = await linesOf(out);
        expect(firstDifference(found, fromFile.get(one) ?? [])).toBeNull();
        print(
          `${engine.name}, ${one}: ${said(seconds)}; ${found.length} customers equal in ${SCORE_COLUMNS.length} columns${cameBack(proxy, before)}`,
        );
        if (name === "spark") continue;
        const beforeInto = proxy?.bytes() ?? 0;
        const into = await timed("score", ...source, ...CASES[one], "--into", "scores", "--replace");
        print(`${engine.name}, ${one}, --into: ${said(into)}${cameBack(proxy, beforeInto)}`);
      }
      proxy?.close();
      if (name !== "duckdb") await engine.stop();
    });
  });
});

interface Proxy {
  readonly url: string;
  readonly bytes: () => number;
  readonly close: () => void;
}

/** A proxy before an engine that listens: before PostgreSQL's socket, or ClickHouse's port. */
async function proxyTo(url: string): Promise<Proxy | null> {
  if (!/^(?:postgres|clickhouse):/.test(url)) return null;
  const to = new URL(url);
  const socket = to.searchParams.get("host");
  const proxy = await countingProxy(socket === null ? { port: Number(to.port) } : { path: `${socket}/.s.PGSQL.5432` });
  to.searchParams.delete("host");
  to.hostname = "127.0.0.1";
  to.port = String(proxy.port);
  return { ...proxy, url: to.href };
}

function cameBack(proxy: Proxy | null, before: number): string {
  return proxy === null ? "" : `; ${Math.round((proxy.bytes() - before) / 1000).toLocaleString("en")} KB came back`;
}

/** The first line in which two lists differ, with both; `null` where they are equal. */
function firstDifference(found: readonly string[], wanted: readonly string[]): unknown {
  const at = wanted.findIndex((line, index) => line !== found[index]);
  if (at < 0) return found.length === wanted.length ? null : { found: found.length, wanted: wanted.length };
  return { line: at, found: found[at], wanted: wanted[at] };
}

/** The orders as a Parquet file that DuckDB writes, as Spark names it. */
async function parquetTable(): Promise<string> {
  const path = join(folder, "orders.parquet");
  const engine = await startDuckDb();
  if ("missing" in engine) throw new Error(engine.missing);
  await engine.load("orders", csv);
  await engine.run([`COPY orders TO '${path}' (FORMAT parquet)`]);
  await engine.stop();
  return `parquet.${path}`;
}
