/** What happens when a statement is lost or given up, on PostgreSQL: the run ends in words, and the server stops working. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { SECRET, type Started, type TestEngine } from "./engines/engine.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";
import { startPostgres } from "./engines/postgres.ts";

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

const WORKING =
  "FROM pg_stat_activity WHERE application_name = 'rfm' AND state = 'active' AND query LIKE '%order_rows%'";

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
    expect(await untilAtWork(started, 0, 10), "the server still works 10 seconds later").toBe(true);
    process.stdout.write(
      "figures: PostgreSQL: a lost connection is exit code 3; Ctrl-C stops the statement in the server\n",
    );
  });
});
