/** What happens when a statement is lost, takes too long or is given up: the run ends in words, and the engine stops working. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { driver } from "./engines/drivers.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { SECRET, type Started, type TestEngine } from "./engines/engine.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";
import { startPostgres } from "./engines/postgres.ts";
import { startSpark } from "./engines/spark.ts";

const BIN = fileURLToPath(new URL("../../bin/rfm.js", import.meta.url));
const COLUMNS = ["--customer", "customer_id", "--date", "ordered_on", "--amount", "total", "--status", "status"];

let folder = "";
let started: Started = { missing: "not started" };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-failures-"));
  await writeHostileShop(join(folder, "orders.csv"), 20_000);
  started = await startPostgres();
  if ("missing" in started) return;
  await started.load("orders", join(folder, "orders.csv"));
  await started.run(["CREATE VIEW slow AS SELECT orders.*, CAST(pg_sleep(0.002) AS text) AS nap FROM orders"]);
});

afterAll(async () => {
  if (!("missing" in started)) await started.stop();
  await rm(folder, { recursive: true, force: true });
});

const WORKING = "FROM pg_stat_activity WHERE application_name = 'rfm' AND state = 'active' AND query LIKE '%FROM%'";

/** Waits until so many statements of rfm are at work in the server. */
async function untilAtWork(engine: TestEngine, count: number, seconds: number): Promise<boolean> {
  for (let waited = 0; waited < seconds * 10; waited += 1) {
    const [row] = await engine.rows(`SELECT CAST(count(*) AS text) ${WORKING}`);
    if (row?.[0] === String(count)) return true;
    await wait(100);
  }
  return false;
}

describe("a statement", () => {
  it("whose connection is lost ends the run with exit code 3, the place, and no password", async ({ skip }) => {
    if ("missing" in started) return skip(started.missing);
    const output = join(folder, "scores.csv");
    const line = ["score", started.url ?? "", "--table", "slow", ...COLUMNS, "-o", output];
    const run = runRfm(line, folder, { env: { ...process.env } });
    expect(await untilAtWork(started, 1, 20)).toBe(true);
    await started.run([`SELECT pg_terminate_backend(pid) ${WORKING}`]);
    const { status, stdout, stderr } = await run;
    expect(stderr).toMatch(/rfm: postgres:\/\/localhost\/postgres: looking at the rows: .*terminat/);
    expect(stderr).toContain("nothing was written");
    expect(stderr).not.toContain(SECRET);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
  });

  it("of a run that is interrupted is stopped in the server", async ({ skip }) => {
    if ("missing" in started) return skip(started.missing);
    const line = [BIN, "score", started.url ?? "", "--table", "slow", ...COLUMNS];
    const child = spawn(process.execPath, line, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
    const closed = once(child, "close");
    expect(await untilAtWork(started, 1, 20)).toBe(true);
    child.kill("SIGINT");
    expect(await closed).toEqual([130, null]);
    expect(Buffer.concat(said).toString()).toBe("");
    expect(await untilAtWork(started, 0, 1), "the server still works a second later").toBe(true);
    process.stdout.write(
      "figures: PostgreSQL: a lost connection is exit code 3; Ctrl-C stops the statement in the server\n",
    );
  });
});

/** What `--timeout` leaves of a run. */
async function timedOut(url: string, table: string, env = process.env): Promise<number> {
  const begun = Date.now();
  const line = ["score", url, "--table", table, ...COLUMNS, "--timeout", "2", "-o", join(folder, "late.csv")];
  const { status, stdout, stderr } = await runRfm(line, folder, { env });
  expect(stderr).toContain("looking at the rows: stopped after 2 seconds, as --timeout says");
  expect(stderr).toContain("nothing was written");
  expect(stderr).not.toContain(SECRET);
  expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
  return Date.now() - begun;
}

describe("a statement that takes longer than --timeout", () => {
  it("is cancelled in PostgreSQL", async ({ skip }) => {
    if ("missing" in started) return skip(started.missing);
    expect(await timedOut(started.url ?? "", "slow")).toBeLessThan(10_000);
    expect(await untilAtWork(started, 0, 1), "the server still works a second later").toBe(true);
  });

  it("is interrupted in DuckDB", async ({ skip }) => {
    const path = join(folder, "slow.duckdb");
    const engine = await startDuckDb(path);
    if ("missing" in engine) return skip(engine.missing);
    await engine.load("orders", join(folder, "orders.csv"));
    await engine.run(["CREATE VIEW slow AS SELECT orders.* FROM orders, range(1000000)"]);
    await engine.stop();
    expect(await timedOut(`duckdb:${path}`, "slow")).toBeLessThan(10_000);
  });

  it("is killed in ClickHouse by its id, which a stand-in for the server sees", async ({ skip }) => {
    if (driver("@clickhouse/client") === null) return skip("the npm package @clickhouse/client is not installed");
    const asked: { readonly id: string | null; readonly text: string }[] = [];
    const server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const text = Buffer.concat(parts).toString();
      asked.push({ id: new URL(request.url ?? "", "http://localhost").searchParams.get("query_id"), text });
      const columns = [
        ["customer_id", "String"],
        ["ordered_on", "Date32"],
        ["total", "Decimal(10, 2)"],
        ["status", "String"],
      ];
      if (text.startsWith("DESCRIBE")) response.end(columns.map((column) => `${JSON.stringify(column)}\n`).join(""));
      else if (text.startsWith("KILL")) response.end("");
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const { port } = server.address() as AddressInfo;
    await timedOut(`clickhouse://default:${SECRET}@127.0.0.1:${port}/default`, "slow");
    const working = asked.find(({ text }) => text.includes("order_status"));
    const killed = asked.find(({ text }) => text.startsWith("KILL"))?.text ?? "";
    expect(working?.id).toMatch(/^rfm-[0-9a-f-]{36}$/);
    expect(killed).toContain(`KILL QUERY WHERE query_id = '${working?.id}'`);
    server.closeAllConnections();
    server.close();
  });

  it("ends Spark with every process that it started", async ({ skip }) => {
    const spark = await startSpark();
    if ("missing" in spark) return skip(spark.missing);
    const mark = `rfm-late-${process.pid}`;
    const env = { ...process.env, SPARK_SUBMIT_OPTS: `-Drfm.mark=${mark}` };
    const line = ["score", "spark:local[1]", "--table", "nothing", ...COLUMNS, "--timeout", "2"];
    const endGroup = (leader: number): void => {
      process.kill(-leader, "SIGTERM");
    };
    const processes = { own: process.pid, isRunning: () => true, endGroup };
    const { status, stderr } = await runRfm(line, folder, { env, processes });
    expect(stderr).toMatch(/stopped after 2 seconds|TABLE_OR_VIEW_NOT_FOUND/);
    expect(status).toBe(3);
    await wait(3000);
    const running = execFileSync("ps", ["-eo", "args"]).toString();
    expect(running.split("\n").filter((args) => args.includes(`-Drfm.mark=${mark}`))).toEqual([]);
    await spark.stop();
    process.stdout.write(
      "figures: --timeout stops statements in PostgreSQL, DuckDB, ClickHouse (stand-in) and Spark\n",
    );
  });
});
