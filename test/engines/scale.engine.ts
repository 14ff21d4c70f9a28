/**
 * Many orders on each engine: `rfm score` on the table, `--into`, and without push-down, that is all rows written out by the engine and
 * read as a file; beside `rfm score` on the file with the same rows. All customers must be equal. Runs only where `RFM_SCALE_ORDERS`
 * asks for a million orders or more, and prints times and sizes; `RFM_SCALE_FIGURES` names a file for them, too.
 */
import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { chmod, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
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
import type { Started, TestEngine } from "./engines/engine.ts";
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

/** What `npm run bench -- --parts engines` shows; bytes are those that come back, `null` where nobody counts them. */
const figures: { source: string; case: Case; way: string; seconds: number; bytes: number | null }[] = [];

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
      figures.push({ source: "CSV file", case: name, way: "", seconds, bytes: null });
      print(`file, ${name}: ${said(seconds)}; ${length} customers, ${((await stat(out)).size / 1e6).toFixed(0)} MB`);
    }
  }, 1_800_000);

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    const file = process.env["RFM_SCALE_FIGURES"];
    if (file !== undefined) await writeFile(file, JSON.stringify({ orders: ORDERS, figures }));
  });

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
        const read = { source: engine.name, case: one, bytes: proxy === null ? null : proxy.bytes() - before };
        figures.push({ ...read, way: "sums of customers", seconds });
        if (name === "spark") continue;
        const beforeInto = proxy?.bytes() ?? 0;
        const into = await timed("score", ...source, ...CASES[one], "--into", "scores", "--replace");
        const left = { source: engine.name, case: one, bytes: proxy === null ? null : proxy.bytes() - beforeInto };
        figures.push({ ...left, way: "--into", seconds: into });
        print(`${engine.name}, ${one}, --into: ${said(into)}${cameBack(proxy, beforeInto)}`);
      }
      if (name !== "spark") await withoutPushDown(name, engine);
      proxy?.close();
      if (name !== "duckdb") await engine.stop();
    });
  });
});

/** How each engine writes all of its rows into a file. */
const WRITE_OUT: Readonly<Record<string, (path: string) => string>> = {
  duckdb: (path) => `COPY orders TO '${path}' (FORMAT csv, HEADER true)`,
  postgres: (path) => `COPY orders TO '${path}' (FORMAT csv, HEADER true)`,
  clickhouse: (path) =>
    `INSERT INTO FUNCTION file('${path}', 'CSVWithNames') SELECT * FROM orders SETTINGS format_csv_null_representation = ''`,
};

/** All rows leave the engine, and rfm adds them up. */
async function withoutPushDown(name: string, engine: TestEngine): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), "rfm-rows-"));
  await chmod(place, 0o777); // the server is another user
  const path = join(place, "rows.csv");
  const begin = performance.now();
  const again = name === "duckdb" ? await startDuckDb(join(folder, "shop.duckdb")) : engine;
  if ("missing" in again) throw new Error(again.missing);
  await again.run([WRITE_OUT[name]?.(path) ?? ""]);
  if (name === "duckdb") await again.stop();
  const written = (performance.now() - begin) / 1000;
  const out = join(folder, "rows-scored.csv");
  const seconds = written + (await timed("score", path, ...CASES["all history"], ...OF_FILE, "-o", out));
  expect(firstDifference(await linesOf(out), fromFile.get("all history") ?? [])).toBeNull();
  const { size: bytes } = await stat(path);
  figures.push({ source: engine.name, case: "all history", way: "all rows", seconds, bytes });
  print(`${engine.name}, all rows written out and read: ${said(seconds)}; ${(bytes / 1e6).toFixed(0)} MB came back`);
  await rm(place, { recursive: true, force: true });
}

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
