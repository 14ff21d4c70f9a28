/** Two tables of orders in databases are compared like the two files with one row per customer that their orders come to. */
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Open } from "../../src/warehouse/engines/connect.ts";
import { runRfm } from "../support/in-process.ts";
import { type MemoryOrder, memoryEngine } from "../support/memory-engine.ts";
import { MEMORY_SHOP, memoryShopCsv } from "../support/memory-shop.ts";

const URL = "postgres://shop:s3cr3t@db.example.com/shop";
const OTHER = "postgres://old:s3cr3t@old.example.com/shop";
const TABLES = ["--table", "spring", "--to-table", "autumn"];
const COLUMNS = ["--customer", "customer_id", "--date", "ordered_on", "--amount", "total"];

/** The orders up to June; and all orders, but for those of two customers, whose rows were deleted. */
const SHOP: Readonly<Record<string, readonly MemoryOrder[]>> = {
  spring: MEMORY_SHOP.filter(({ day }) => day < "2024-07-01"),
  autumn: MEMORY_SHOP.filter(({ customer }) => customer !== "customer-01" && customer !== "customer-07"),
};

let folder = "";
let opened: string[] = [];

const openEngine: Open = async (location) => {
  opened.push(location.url);
  return memoryEngine(SHOP)(location);
};
const run = (...line: readonly string[]): ReturnType<typeof runRfm> => {
  opened = [];
  return runRfm(["compare", ...line], folder, { openEngine });
};

/** The customers of a table's orders, as a shop's admin exports them. */
async function writeCustomers(name: string): Promise<void> {
  await writeFile(join(folder, `${name}-orders.csv`), memoryShopCsv(SHOP[name]));
  const { stdout } = await runRfm(["score", `${name}-orders.csv`, ...COLUMNS, "--status", "none", "-q"], folder);
  const [, ...rows] = stdout.trimEnd().split("\n");
  const lines = rows.map((row) => {
    const [id, first, last, , orders, spend] = row.split(",");
    return [id, first, last, orders, spend].join(",");
  });
  const header = "Customer ID,First Order,Last Order,Orders,Total Spent";
  await writeFile(join(folder, `${name}.csv`), `${[header, ...lines].join("\n")}\n`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-compare-order-tables-"));
  for (const name of Object.keys(SHOP)) await writeCustomers(name);
});
afterAll(() => rm(folder, { recursive: true }));

describe("what is refused of two tables in databases", () => {
  it.each([
    [2, "spring would be compared with itself", "--to-table", [URL, URL, "--table", "spring"]],
    [2, "spring would be compared with itself", "--from", [URL, "--table", "spring", "--to-table", "spring"]],
    [2, "--table is missing", "--table shop.orders", [URL, "--to-table", "autumn"]],
    [2, "a database must be the only input", "", [URL, "spring.csv", ...TABLES]],
    [2, "a database must be the only input", "", ["spring.csv", URL, ...TABLES]],
    [2, "a database must be the only input", "", [URL, OTHER, URL, ...TABLES]],
    [2, "--threads cannot be used with postgres://db.example.com/shop", "", [URL, ...TABLES, "--threads", "2"]],
    [2, "--to-table is for databases", "", ["spring.csv", "autumn.csv", "--to-table", "autumn"]],
    [
      2,
      "--from 2024-06-30 is after --to 2024-05-31",
      "",
      [URL, ...TABLES, "--from", "2024-06-30", "--to", "2024-05-31"],
    ],
    [
      3,
      "postgres://db.example.com/shop autumn is as of 2024-12-27, and postgres://db.example.com/shop spring as of 2024-06-2",
      "exchange --table and --to-table",
      [URL, "--table", "autumn", "--to-table", "spring"],
    ],
  ])("is said, and nothing is written: exit code %s, %s", async (status, says, advises, line) => {
    const found = await run(...line, ...(line.includes("spring.csv") ? [] : COLUMNS));
    expect(found.stderr).toContain(says);
    expect(found.stderr).toContain(advises);
    expect(found.stderr).not.toContain("s3cr3t");
    expect({ status: found.status, stdout: found.stdout }).toEqual({ status, stdout: "" });
  });
});

describe("two tables in databases", () => {
  it.each([
    [],
    ["--no-freeze", "--format", "csv"],
    ["--cut-points-of", "from", "--format", "json"],
    ["--from", "2024-06-30", "--monetary", "average"],
    ["--scheme", "putler", "--lang", "fi"],
  ])("give the bytes that two tables of customers give: %s %s %s %s", async (...given) => {
    const options = given.filter((word) => word !== undefined);
    const [found, expected] = [
      await run(URL, ...TABLES, ...COLUMNS, ...options, "--moves", "of-tables.csv"),
      await run("spring.csv", "autumn.csv", ...options, "--moves", "of-files.csv"),
    ];
    expect({ status: found.status, errors: found.status === 0 ? "" : found.stderr }).toEqual({ status: 0, errors: "" });
    expect(found.stdout).toBe(expected.stdout);
    const moves = await readFile(join(folder, "of-tables.csv"), "utf8");
    expect(moves.split("\n").filter((line) => line.includes("(lapsed)"))).toHaveLength(2);
    expect(moves).toBe(await readFile(join(folder, "of-files.csv"), "utf8"));
  });

  it("say of each what was read, and who is in one only", async () => {
    const { stderr } = await run(URL, ...TABLES, ...COLUMNS);
    expect(stderr).toContain(
      'postgres://db.example.com/shop spring: one row per order, with the customer from "customer_id"',
    );
    expect(stderr).toContain("postgres://db.example.com/shop autumn: one row per order");
    expect(stderr).toMatch(/\d+ customers are only in the later table, 2 customers only in the earlier one/);
    expect(stderr).not.toContain("s3cr3t");
  });

  it("that share no customer are warned of, but where a window may hide them", async () => {
    const strange = (SHOP["autumn"] ?? []).map((order) => ({ ...order, customer: `${order.customer}@example.com` }));
    const shop = { ...SHOP, strange };
    const line = ["compare", URL, "--table", "spring", "--to-table", "strange", ...COLUMNS];
    const said = (options: readonly string[]): ReturnType<typeof runRfm> =>
      runRfm([...line, ...options], folder, { openEngine: memoryEngine(shop) });
    expect((await said([])).stderr).toContain(
      "warning: postgres://db.example.com/shop spring and postgres://db.example.com/shop strange share no customer",
    );
    expect((await run(URL, ...TABLES, ...COLUMNS)).stderr).not.toContain("share no customer");
    expect((await said(["--window", "5y"])).stderr).not.toContain("share no customer");
  });

  it("are one, and refused, where a file of DuckDB is written in two ways", async () => {
    await writeFile(join(folder, "shop.duckdb"), "");
    await symlink(join(folder, "shop.duckdb"), join(folder, "link.duckdb"));
    const spellings = [
      "duckdb:shop.duckdb",
      "duckdb:./shop.duckdb",
      `DuckDB:${join(folder, "shop.duckdb")}`,
      "duckdb:link.duckdb",
    ];
    for (const other of spellings) {
      const same = await run("duckdb:shop.duckdb", other, "--table", "spring", ...COLUMNS);
      expect([same.status, same.stderr]).toEqual([2, expect.stringContaining("spring would be compared with itself")]);
      const two = await run("duckdb:shop.duckdb", other, ...TABLES, ...COLUMNS, "--format", "csv");
      expect([two.status, opened]).toEqual([0, ["duckdb:shop.duckdb"]]);
    }
    expect((await run("postgresql://db/shop", "postgres://db/shop", "--table", "spring", ...COLUMNS)).status).toBe(2);
    expect((await run("duckdb:shop.duckdb", "duckdb:other.duckdb", ...TABLES, ...COLUMNS)).status).toBe(0);
  });

  it("are read over one connection in one database, and over two in two", async () => {
    const first = await run(URL, ...TABLES, ...COLUMNS, "--format", "csv");
    expect(opened).toEqual([URL]);
    const second = await run(OTHER, URL, ...TABLES, ...COLUMNS, "--format", "csv");
    expect(opened).toEqual([OTHER, URL]);
    expect(second.stdout).toBe(first.stdout);
    const third = await run(
      URL,
      "--table",
      "spring",
      "--to-table",
      "autumn",
      ...COLUMNS,
      "--format",
      "csv",
      "--from",
      "-1y",
    );
    expect(third.stdout).not.toBe(first.stdout);
  });
});
