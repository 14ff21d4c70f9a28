/**
 * `rfm run` on a table of each engine: the set that the file with the same rows gives, and scores left in the engine. The example
 * of docs/library.md runs on DuckDB, and orders in 1 to 8 parts have the same customers as in one.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { readLatest } from "../support/output-sets.ts";
import { startClickHouse } from "./engines/clickhouse.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { SECRET, type Started } from "./engines/engine.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";
import { startPostgres } from "./engines/postgres.ts";
import { startSpark } from "./engines/spark.ts";

const ORDERS = 8_000;
const READING =
  "customer: customer_id, date: ordered_on, amount: total, refunded: refunded, status: status, include-status: [paid, shipped], exclude-status: [cancelled, pending]";
const OUTPUTS = `scoring: { window: 18m }
outputs:
  - { command: score, file: scores.csv }
  - { command: retention, file: retention.csv, period: quarter }
  - { command: cohorts, file: cohorts.csv }
  - { command: moves, file: moves.csv, from: -1q }
`;
const DAYS = ["2024-06-30", "2024-11-30"];

const folder = await mkdtemp(join(tmpdir(), "rfm-runs-"));
const csv = join(folder, "orders.csv");
const duckFile = join(folder, "shop.duckdb");
const ENGINES: Readonly<Record<string, () => Promise<Started>>> = {
  duckdb: () => startDuckDb(duckFile),
  postgres: startPostgres,
  clickhouse: startClickHouse,
  spark: startSpark,
};
const asked = process.env["RFM_ENGINES"]?.split(",");

function runAsOf(day: string, name: string): ReturnType<typeof runRfm> {
  const env = { ...process.env, NO_COLOR: "1", DB: SECRET };
  return runRfm(["run", "--as-of", day], join(folder, name), { env });
}

/** The newest of two sets, of two days; without what names the source. */
async function setOf(name: string, config: string): Promise<Readonly<Record<string, string>>> {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, "rfm.config.yaml"), `version: 1\n${config}`);
  for (const day of DAYS) {
    const { status, stdout, stderr } = await runAsOf(day, name);
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout + stderr).not.toContain(SECRET);
  }
  const { "manifest.json": manifest = "", ...files } = readLatest(join(folder, name, "rfm-out")) ?? {};
  expect(manifest).not.toContain(SECRET);
  return files;
}

let expected: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  await writeHostileShop(csv, ORDERS);
  const ofFile = "order: order_id, amount-per: order, decimal: ., date-format: y-m-d";
  expected = await setOf("file", `exports: ../orders.csv\nreading: { ${READING}, ${ofFile} }\n${OUTPUTS}`);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(Object.keys(ENGINES).filter((name) => asked?.includes(name) ?? true))("rfm run on %s", (name) => {
  it("makes the set of the file, digest and all, leaves scores there, and keeps both where the database fails", async ({
    skip,
  }) => {
    const engine = await (ENGINES[name] as () => Promise<Started>)();
    if ("missing" in engine) {
      process.stdout.write(`figures: ${name} was not tested: ${engine.missing}\n`);
      return skip(engine.missing);
    }
    const table = name === "spark" ? await parquetOf(csv) : "orders";
    if (name !== "spark") await engine.load("orders", csv);
    if (name === "duckdb") await engine.stop(); // a database file has one user at a time
    const url = (engine.url ?? "").replace(SECRET, `$\{DB}`);
    const into = name === "spark" ? "" : "  - { command: into, table: nightly_scores, method: quantile }\n";
    const found = await setOf(name, `input: "${url}"\nreading: { table: "${table}", ${READING} }\n${OUTPUTS}${into}`);
    expect(Object.keys(found).length).toBe(7);
    expect(found).toEqual(expected);
    process.stdout.write(`figures: ${engine.name}: the set of ${ORDERS} orders has the bytes of the file's, twice\n`);
    const again = name === "duckdb" ? await startDuckDb(duckFile) : engine;
    if ("missing" in again) throw new Error(again.missing);
    const scores = async (): Promise<number> => {
      const [row] = await again.rows("SELECT CAST(count(*) AS VARCHAR(20)) FROM nightly_scores");
      return Number(row?.[0]);
    };
    const customers = (expected["scores.csv"] ?? "").trim().split("\n").length - 1;
    if (name === "spark") await rm(table.replace("parquet.", ""));
    else {
      expect(await scores()).toBe(customers);
      await again.run(["DROP TABLE orders"]);
    }
    if (name === "duckdb") await again.stop();

    const failed = await runAsOf("2024-12-31", name);
    expect(failed.stderr).toContain("failed: exit code 3; the previous set is unchanged");
    expect(failed.stderr).not.toContain(SECRET);
    expect([failed.status, failed.stdout]).toEqual([3, ""]);
    const { "manifest.json": manifest, ...files } = readLatest(join(folder, name, "rfm-out")) ?? {};
    expect(manifest).toContain('"as_of": "2024-11-30"');
    expect(files).toEqual(expected);
    if (name === "duckdb" || name === "spark") return;
    expect(await scores()).toBe(customers);
    await again.stop();
    const gone = await runAsOf("2024-12-31", name);
    expect(gone.stderr).toMatch(
      /(?:ENOENT|ECONNREFUSED|connect)[\s\S]*failed: exit code 3; the previous set is unchanged/,
    );
    expect(gone.stderr).not.toContain(SECRET);
  });
});

/** The orders as a Parquet file that DuckDB writes, as Spark names it. */
async function parquetOf(path: string): Promise<string> {
  const engine = await startDuckDb();
  if ("missing" in engine) throw new Error(engine.missing);
  const file = join(folder, "orders.parquet");
  await engine.load("orders", path);
  await engine.run([`COPY orders TO '${file}' (FORMAT parquet)`]);
  await engine.stop();
  return `parquet.${file}`;
}

describe.runIf(asked?.includes("duckdb") ?? true)("on DuckDB", () => {
  it("the example of docs/library.md runs as it stands there", async ({ skip }) => {
    const path = join(folder, "library.duckdb");
    const engine = await startDuckDb(path);
    if ("missing" in engine) return skip(engine.missing);
    await engine.run([
      "CREATE TABLE orders (customer_id VARCHAR, ordered_at DATE, total DECIMAL(12, 2), status VARCHAR)",
    ]);
    await engine.run([
      "INSERT INTO orders VALUES ('a', DATE '2024-01-05', 10, 'paid'), ('a', DATE '2024-02-05', 5, 'paid'), ('b', DATE '2024-02-07', 7.50, 'paid'), ('c', DATE '2024-02-08', 90, 'cancelled')",
    ]);
    await engine.stop();
    const page = await readFile(new URL("../../docs/library.md", import.meta.url), "utf8");
    const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? "");
    const example = blocks.find((block) => block.includes("openTable")) ?? "";
    const library = fileURLToPath(new URL("../../src/index.ts", import.meta.url));
    const file = join(folder, "example.ts");
    const said: string[] = [];
    const text = example
      .replace("rfm-cli", library)
      .replace("duckdb:shop.duckdb", `duckdb:${path}`)
      .replace(/console\.log/g, "globalThis.said.push");
    await writeFile(file, text);
    Object.assign(globalThis, { said });
    await import(/* @vite-ignore */ file);
    expect(said[0]).toBe("2 customers, 3 of 4 rows used");
    expect(said).toContain("2 months");
  });

  it("orders in 1 to 8 parts by customer have the customers of one table", async ({ skip }) => {
    const path = join(folder, "parts.duckdb");
    const engine = await startDuckDb(path);
    if ("missing" in engine) return skip(engine.missing);
    await engine.load("orders", csv);
    for (let parts = 1; parts <= 8; parts += 1) {
      const names = Array.from({ length: parts }, (_, part) => `orders_${parts}_${part}`);
      for (const [part, one] of names.entries()) {
        await engine.run([`CREATE TABLE ${one} AS SELECT * FROM orders WHERE hash(customer_id) % ${parts} = ${part}`]);
      }
      const all = names.map((one) => `SELECT * FROM ${one}`).join(" UNION ALL ");
      const nobody = "SELECT * FROM orders WHERE hash(customer_id) IS NULL";
      await engine.run([`CREATE VIEW orders_in_${parts} AS ${all} UNION ALL ${nobody}`]);
    }
    await engine.stop();
    const columns = [
      "--customer",
      "customer_id",
      "--date",
      "ordered_on",
      "--amount",
      "total",
      "--refunded",
      "refunded",
      "--status",
      "status",
    ];
    const statuses = ["--include-status", "paid,shipped", "--exclude-status", "cancelled,pending", "--format", "csv"];
    const scored = (table: string): ReturnType<typeof runRfm> =>
      runRfm(["score", `duckdb:${path}`, "--table", table, ...columns, ...statuses]);
    const { stdout } = await scored("orders");
    expect(stdout.split("\n").length).toBeGreaterThan(500);
    for (let parts = 1; parts <= 8; parts += 1)
      expect((await scored(`orders_in_${parts}`)).stdout === stdout).toBe(true);
    process.stdout.write("figures: DuckDB: the same customers from 1 to 8 parts\n");
  });
});
