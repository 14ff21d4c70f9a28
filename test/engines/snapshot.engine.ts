/** What several statements of one run see while others write to the table: the moment of the first, or the run fails. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openClickHouse } from "../../src/warehouse/engines/clickhouse-engine.ts";
import type { Open } from "../../src/warehouse/engines/connect.ts";
import { openDuckDb } from "../../src/warehouse/engines/duckdb-engine.ts";
import { openPostgres } from "../../src/warehouse/engines/postgres-engine.ts";
import { openSpark } from "../../src/warehouse/engines/spark-engine.ts";
import { type Outcome, runRfm } from "../support/in-process.ts";
import { startClickHouse } from "./engines/clickhouse.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { ORDER_COLUMNS } from "./engines/engine.ts";
import { startPostgres } from "./engines/postgres.ts";
import { startSpark } from "./engines/spark.ts";

const folder = await mkdtemp(join(tmpdir(), "rfm-snapshot-"));
const asked = process.env["RFM_ENGINES"]?.split(",");
const COLUMNS = ["--customer", "customer_id", "--date", "ordered_on", "--amount", "total", "--status", "status"];
const ROWS = ["anna", "ben"].map(
  (id, at) => `o${at},${id},2024-03-01T10:00:00Z,2024-03-0${at + 1},10.00,,paid,Finland`,
);
const MORE = "INSERT INTO orders SELECT * FROM orders";

/** Where another process finds the driver. */
const DRIVERS = fileURLToPath(new URL("../../node_modules/.cache/rfm-engines/node_modules", import.meta.url));

afterAll(() => rm(folder, { recursive: true, force: true }));
beforeAll(() => writeFile(join(folder, "orders.csv"), `${[ORDER_COLUMNS.join(","), ...ROWS].join("\n")}\n`));

/** The engine, in which rows come after a run has looked at the table. */
function writtenMeanwhile(open: Open, write: () => Promise<unknown>): Open {
  return async (location) => {
    const engine = await open(location);
    const rows: typeof engine.rows = async (query) => {
      const answer = await engine.rows(query);
      if (query.includes("order_status")) await write();
      return answer;
    };
    return { ...engine, rows };
  };
}

function scored(url: string, table: string, openEngine: Open, ...line: readonly string[]): Promise<Outcome> {
  const all = ["score", url, "--table", table, ...COLUMNS, "--format", "csv", ...line];
  return runRfm(line.includes("--into") ? all.filter((word) => !/^(?:--format|csv)$/.test(word)) : all, folder, {
    openEngine,
    env: { ...process.env },
  });
}

function isAsked(name: string): boolean {
  return asked?.includes(name) ?? true;
}

const CHANGED =
  /orders\S* was written to while it was read: 2 rows up to 2024-03-02 at first, 4 rows up to 2024-03-02 at last/;

describe("rows that come while a table is read", () => {
  it.runIf(isAsked("postgres"))("are not seen in PostgreSQL, neither by a result nor by --into", async ({ skip }) => {
    const server = await startPostgres();
    if ("missing" in server) return skip(server.missing);
    await server.load("orders", join(folder, "orders.csv"));
    const openEngine = writtenMeanwhile(openPostgres, () => server.run([MORE]));
    const quiet = await scored(server.url ?? "", "orders", openPostgres);
    const found = await scored(server.url ?? "", "orders", openEngine);
    expect([found.status, found.stdout]).toEqual([0, quiet.stdout]);
    expect(found.stderr).toContain("2 of 2 rows used");
    const into = await scored(server.url ?? "", "orders", openEngine, "--into", "scores");
    expect([into.status, into.stderr]).toEqual([0, expect.stringContaining("4 of 4 rows used")]);
    expect(await server.rows("SELECT CAST(sum(orders) AS text) FROM scores_customers")).toEqual([["4"]]);
    expect(await server.rows("SELECT CAST(count(*) AS text) FROM orders")).toEqual([["8"]]);
    await server.stop();
  });

  it.runIf(isAsked("duckdb"))("cannot come in DuckDB, whose file has one user at a time", async ({ skip }) => {
    const path = join(folder, "shop.duckdb");
    const engine = await startDuckDb(path);
    if ("missing" in engine) return skip(engine.missing);
    await engine.load("orders", join(folder, "orders.csv"));
    await engine.stop();
    const other = `require("@duckdb/node-api").DuckDBInstance.create(${JSON.stringify(path)}).catch((error) => console.log(error.message))`;
    const said: string[] = [];
    const openEngine = writtenMeanwhile(openDuckDb, async () => {
      const env = { ...process.env, NODE_PATH: [process.env["NODE_PATH"], DRIVERS].join(delimiter) };
      said.push((await promisify(execFile)(process.execPath, ["-e", other], { env })).stdout);
    });
    const { status } = await scored(`duckdb:${path}`, "orders", openEngine);
    expect([status, said]).toEqual([0, [expect.stringContaining("Could not set lock on file")]]);
  });

  it.runIf(isAsked("clickhouse"))("end the run in ClickHouse, and --into leaves nothing", async ({ skip }) => {
    const server = await startClickHouse();
    if ("missing" in server) return skip(server.missing);
    await server.load("orders", join(folder, "orders.csv"));
    const url = server.url ?? "";
    expect((await scored(url, "orders", openClickHouse)).status).toBe(0);
    let writes = 1;
    const openEngine = writtenMeanwhile(openClickHouse, async () => {
      if (writes > 0) await server.run([MORE]);
      writes -= 1;
    });
    const found = await scored(url, "orders", openEngine);
    expect(found.stderr).toMatch(CHANGED);
    expect(found.stderr).toContain("nothing was written; run it again while nothing is loaded there");
    expect([found.status, found.stdout]).toEqual([3, ""]);
    writes = 1;
    const into = await scored(url, "orders", openEngine, "--into", "scores");
    expect([into.status, into.stderr]).toEqual([
      3,
      expect.stringContaining("4 rows up to 2024-03-02 at first, 8 rows"),
    ]);
    expect(await server.rows("SELECT name FROM system.tables WHERE database = currentDatabase()")).toEqual([
      ["orders"],
    ]);
    await server.stop();
  });

  it.runIf(isAsked("spark"))("end the run in Spark", async ({ skip }) => {
    const [spark, writer] = [await startSpark(), await startDuckDb()];
    if ("missing" in spark) return skip(spark.missing);
    if ("missing" in writer) return skip(writer.missing);
    await writer.load("orders", join(folder, "orders.csv"));
    const files = join(folder, "orders.parquet");
    await mkdir(files);
    await writer.run([`COPY orders TO '${join(files, "1.parquet")}' (FORMAT parquet)`]);
    await writer.stop();
    const openEngine = writtenMeanwhile(openSpark, () => cp(join(files, "1.parquet"), join(files, "2.parquet")));
    const found = await scored(spark.url ?? "", `parquet.${files}`, openEngine);
    expect(await readdir(files)).toHaveLength(2);
    expect(found.stderr).toMatch(/parquet was written to while it was read: 2 rows up to 2024-03-02 at first, 4 rows/);
    expect([found.status, found.stdout]).toEqual([3, ""]);
    await spark.stop();
  });
});
