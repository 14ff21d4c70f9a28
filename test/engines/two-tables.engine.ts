/**
 * `rfm compare` of two tables in each engine, and of two tables in two databases: the bytes of the comparison of the two files with
 * one row per customer that `rfm score` makes of the same orders.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { startClickHouse } from "./engines/clickhouse.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { SECRET, type Started } from "./engines/engine.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";
import { startPostgres } from "./engines/postgres.ts";

const ORDERS = 8_000;
const COLUMNS = ["--customer", "customer_id", "--date", "ordered_on", "--amount", "total", "--refunded", "refunded"];
const COUNTED = [...COLUMNS, "--status", "status"];
const OF_FILE = ["--order", "order_id", "--amount-per", "order", "--decimal", ".", "--date-format", "y-m-d"];
const TABLES = ["earlier", "later"];
const CASES = [[], ["--no-freeze"], ["--cut-points-of", "from", "--monetary", "average"]];

const folder = await mkdtemp(join(tmpdir(), "rfm-two-tables-"));
const duckFile = join(folder, "shop.duckdb");
const ENGINES: Readonly<Record<string, () => Promise<Started>>> = {
  duckdb: () => startDuckDb(duckFile),
  postgres: startPostgres,
  clickhouse: startClickHouse,
};
const asked = process.env["RFM_ENGINES"]?.split(",");
const expected: string[] = [];

/** The customers of a file of orders, with the columns that a shop's admin has. */
async function writeCustomers(name: string): Promise<void> {
  const { stdout } = await runRfm(["score", `${name}.csv`, ...COUNTED, ...OF_FILE, "--format", "csv", "-q"], folder);
  const [, ...rows] = parse(stdout) as string[][];
  const people = rows.map(([id, first, last, , orders, spend]) => [id, first, last, orders, spend]);
  const header = ["Customer ID", "First Order", "Last Order", "Orders", "Total Spent"];
  await writeFile(join(folder, `${name}-customers.csv`), stringify([header, ...people]));
}

beforeAll(async () => {
  await writeHostileShop(join(folder, "later.csv"), ORDERS);
  const [header = "", ...rows] = (await readFile(join(folder, "later.csv"), "utf8")).trimEnd().split("\n");
  const earlier = rows.filter((row) => /,"?202[23]-\d\d-\d\dT/.test(row));
  await writeFile(join(folder, "earlier.csv"), `${[header, ...earlier].join("\n")}\n`);
  for (const name of TABLES) await writeCustomers(name);
  for (const options of CASES) {
    const files = TABLES.map((name) => `${name}-customers.csv`);
    const { status, stdout, stderr } = await runRfm(["compare", ...files, ...options, "--format", "json"], folder);
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    expected.push(stdout);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(Object.keys(ENGINES).filter((name) => asked?.includes(name) ?? true))("on %s", (name) => {
  it("two tables are compared as the files of their customers", async ({ skip }) => {
    const engine = await (ENGINES[name] as () => Promise<Started>)();
    if ("missing" in engine) {
      process.stdout.write(`figures: ${name} was not tested: ${engine.missing}\n`);
      return skip(engine.missing);
    }
    for (const table of TABLES) await engine.load(table, join(folder, `${table}.csv`));
    if (name === "duckdb") await engine.stop(); // a database file has one user at a time
    const url = engine.url ?? "";
    const line = (urls: readonly string[], options: readonly string[]): ReturnType<typeof runRfm> =>
      runRfm(["compare", ...urls, "--table", "earlier", "--to-table", "later", ...COUNTED, ...options], folder);
    for (const [index, options] of CASES.entries()) {
      const { stdout, stderr } = await line([url], [...options, "--format", "json"]);
      expect(stderr).not.toContain(SECRET);
      expect(stdout === expected[index] ? "the same bytes" : stderr + stdout.slice(0, 2000)).toBe("the same bytes");
    }
    if (name === "duckdb") {
      await writeFile(join(folder, "copy.duckdb"), await readFile(duckFile));
      const { stdout } = await line([url, `duckdb:${join(folder, "copy.duckdb")}`], ["--format", "json"]);
      expect(stdout).toBe(expected[0]);
    } else await engine.stop();
    process.stdout.write(
      `figures: ${engine.name}: two tables compared, ${CASES.length} times the bytes of two files\n`,
    );
  });
});
