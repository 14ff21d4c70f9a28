/**
 * Runs that are interrupted, and connections that are lost, in DuckDB, ClickHouse and Spark; those of PostgreSQL stand in
 * failures.engine.ts. ClickHouse runs in the process of the tests, so a stand-in takes the place of its server.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { driver } from "./engines/drivers.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { SECRET } from "./engines/engine.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";
import { startSpark } from "./engines/spark.ts";

const BIN = fileURLToPath(new URL("../../bin/rfm.js", import.meta.url));
const DRIVERS = fileURLToPath(new URL("../../node_modules/.cache/rfm-engines/node_modules", import.meta.url));
const COLUMNS = ["--customer", "customer_id", "--date", "ordered_on", "--amount", "total", "--status", "status"];
const asked = process.env["RFM_ENGINES"]?.split(",");

const folder = await mkdtemp(join(tmpdir(), "rfm-lost-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly said: string;
  /** Seconds from what was done to the run to its end. */
  readonly seconds: number;
}

/** The built program on a table; something is done to it when it is at work. */
async function disturbed(
  source: readonly string[],
  {
    atWork,
    disturb,
    env = {},
  }: {
    readonly atWork: () => Promise<boolean>;
    readonly disturb: (pid: number) => void;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<Ended> {
  const around = { ...process.env, ...env, NODE_PATH: [process.env["NODE_PATH"], DRIVERS].join(delimiter) };
  const line = [BIN, "score", ...source, ...COLUMNS, "-o", join(folder, "scores.csv")];
  const child = spawn(process.execPath, line, { cwd: folder, env: around, stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
  const closed = once(child, "close");
  for (let waited = 0; waited < 600 && !(await atWork()); waited += 1) await wait(100);
  const begun = Date.now();
  disturb(child.pid ?? 0);
  const [code] = (await closed) as [number | null];
  expect(await readdir(folder)).not.toContain("scores.csv");
  return { code, said: Buffer.concat(said).toString(), seconds: (Date.now() - begun) / 1000 };
}

const interrupt = (pid: number): boolean => process.kill(pid, "SIGINT");

describe.runIf(asked?.includes("duckdb") ?? true)("DuckDB", () => {
  it("stops where the run is interrupted", async ({ skip }) => {
    const path = join(folder, "slow.duckdb");
    const engine = await startDuckDb(path);
    if ("missing" in engine) return skip(engine.missing);
    await writeHostileShop(join(folder, "orders.csv"), 20_000);
    await engine.load("orders", join(folder, "orders.csv"));
    await engine.run(["CREATE VIEW slow AS SELECT orders.* FROM orders, range(1000000)"]);
    await engine.stop();
    const atWork = async (): Promise<boolean> => {
      await wait(3000); // nothing outside shows that a statement has begun
      return true;
    };
    const { code, said, seconds } = await disturbed([`duckdb:${path}`, "--table", "slow"], {
      atWork,
      disturb: interrupt,
    });
    expect([code, said]).toEqual([130, ""]);
    expect(seconds).toBeLessThan(10);
  });
});

/** A stand-in for ClickHouse, which never answers a question for rows. */
async function standIn(): Promise<{ readonly server: Server; readonly asked: string[]; readonly url: string }> {
  const questions: string[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    questions.push(`${new URL(request.url ?? "", "http://localhost").searchParams.get("query_id")} ${text}`);
    const columns = ["customer_id String", "ordered_on Date32", "total Decimal(10, 2)", "status String"];
    if (text.startsWith("DESCRIBE")) {
      response.end(
        columns
          .map((column) => `${JSON.stringify([column.split(" ")[0], column.slice(column.indexOf(" ") + 1)])}\n`)
          .join(""),
      );
    } else if (text.startsWith("KILL")) response.end("");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { server, asked: questions, url: `clickhouse://default:${SECRET}@127.0.0.1:${port}/default` };
}

describe.runIf(asked?.includes("clickhouse") ?? true)("ClickHouse", () => {
  const isLooking = (questions: readonly string[]) => async () =>
    questions.some((text) => text.includes("order_status"));

  it("is told to kill the statement of a run that is interrupted", async ({ skip }) => {
    if (driver("@clickhouse/client") === null) return skip("the npm package @clickhouse/client is not installed");
    const { server, asked: questions, url } = await standIn();
    const ended = await disturbed([url, "--table", "slow"], { atWork: isLooking(questions), disturb: interrupt });
    const [id] = (questions.find((text) => text.includes("order_status")) ?? "").split(" ");
    expect([ended.code, ended.said]).toEqual([130, ""]);
    expect(questions.at(-1)).toContain(`KILL QUERY WHERE query_id = '${id}'`);
    server.closeAllConnections();
    server.close();
  });

  it("that hangs up ends the run with exit code 3, the place, and no password", async ({ skip }) => {
    if (driver("@clickhouse/client") === null) return skip("the npm package @clickhouse/client is not installed");
    const { server, asked: questions, url } = await standIn();
    const disturb = (): void => server.closeAllConnections();
    const { code, said } = await disturbed([url, "--table", "slow"], { atWork: isLooking(questions), disturb });
    expect(said).toMatch(
      /rfm: clickhouse:\/\/127\.0\.0\.1:\d+\/default: looking at the rows: .*(?:hang up|ECONNRESET)/,
    );
    expect(said).toContain("nothing was written");
    expect(said).not.toContain(SECRET);
    expect(code).toBe(3);
    server.close();
  });
});

describe.runIf(asked?.includes("spark") ?? true)("Spark", () => {
  /** The processes that a run started. */
  const withMark = (mark: string): readonly number[] =>
    execFileSync("ps", ["-eo", "pid,args"])
      .toString()
      .split("\n")
      .filter((line) => line.includes(`-Drfm.mark=${mark}`))
      .map((line) => Number(line.trim().split(" ")[0]));

  it.each([
    ["is ended with every process where the run is interrupted", 130],
    ["that dies ends the run with exit code 3, and in words", 3],
  ])("%s", async (_, expected) => {
    const spark = await startSpark();
    if ("missing" in spark) return;
    const mark = `rfm-lost-${process.pid}-${expected}`;
    const env = { SPARK_SUBMIT_OPTS: `-Drfm.mark=${mark}` };
    const disturb = (pid: number): void => {
      if (expected === 130) interrupt(pid);
      else for (const own of withMark(mark)) process.kill(own, "SIGKILL");
    };
    const atWork = async (): Promise<boolean> => withMark(mark).length > 0;
    const { code, said } = await disturbed(["spark:local[1]", "--table", "nothing"], { atWork, disturb, env });
    if (expected === 3) expect(said).toMatch(/rfm: spark:local\[1\]: connecting: spark-sql ended/);
    else expect(said).toBe("");
    expect(code).toBe(expected);
    await wait(2000);
    expect(withMark(mark)).toEqual([]);
    await spark.stop();
  });
});
