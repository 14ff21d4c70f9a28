/** Customers without an id, whom an e-mail address or a telephone number tells apart: in each engine the same as in a file. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { startClickHouse } from "./engines/clickhouse.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { ORDER_COLUMNS, type Started } from "./engines/engine.ts";
import { startPostgres } from "./engines/postgres.ts";
import { startSpark } from "./engines/spark.ts";

const folder = await mkdtemp(join(tmpdir(), "rfm-keys-"));
const asked = process.env["RFM_ENGINES"]?.split(",");
const ENGINES: Readonly<Record<string, () => Promise<Started>>> = {
  duckdb: () => startDuckDb(join(folder, "shop.duckdb")),
  postgres: startPostgres,
  clickhouse: startClickHouse,
  spark: startSpark,
};

/** Id, e-mail address and telephone number of each order. */
const ORDERS: readonly (readonly [id: string, email: string, phone: string])[] = [
  ["a1", "anna@example.com", "+358 40 1"],
  ["a1", "other@example.com", ""],
  ["", "anna@example.com", "+358 40 1"],
  ["0", "ben@example.com", ""],
  ["", "ben@example.com", "+358 40 2"],
  ["", "", "+358 40 2"],
  ["", "0", "+358 40 2"],
  ["0.0", "", "+358 40 3"],
  ["", "", ""],
  ["0", "", "0"],
  ["it's", "it's@example.com", ""],
  ["", "it's@example.com", ""],
];

/** The keys of these orders by code unit. */
const CUSTOMERS = ["+358 40 2", "+358 40 3", "a1", "anna@example.com", "ben@example.com", "it's", "it's@example.com"];

const COLUMNS = "order_id, customer_id, country AS email, status AS phone, ordered_on, total";
const CASES = [
  ["score", "--format", "csv"],
  ["score", "--customer", "email", "--format", "csv"],
  ["segments", "--format", "csv"],
  ["retention", "--format", "csv"],
  ["lists", "--email", "email", "--for", "csv"],
] as const;

beforeAll(async () => {
  const rows = ORDERS.map(
    ([id, email, phone], at) =>
      `o${at},${id},2024-0${1 + (at % 3)}-1${at % 7}T10:00:00Z,2024-0${1 + (at % 3)}-1${at % 7},${at + 5}.00,,${phone},${email}`,
  );
  await writeFile(join(folder, "orders.csv"), `${[ORDER_COLUMNS.join(","), ...rows].join("\n")}\n`);
  const own = ORDERS.map(
    ([id, email, phone], at) => `o${at},${id},${email},${phone},2024-0${1 + (at % 3)}-1${at % 7},${at + 5}.00`,
  );
  await writeFile(join(folder, "people.csv"), `order_id,customer_id,email,phone,ordered_on,total\n${own.join("\n")}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The table as the engine names it, which has the columns of the file. */
async function tableIn(name: string, engine: Exclude<Started, { readonly missing: string }>): Promise<string> {
  if (name !== "spark") {
    await engine.load("orders", join(folder, "orders.csv"));
    await engine.run([`CREATE VIEW people AS SELECT ${COLUMNS} FROM orders`]);
    return "people";
  }
  const writer = await startDuckDb();
  if ("missing" in writer) throw new Error(writer.missing);
  await writer.load("orders", join(folder, "orders.csv"));
  await writer.run([`COPY (SELECT ${COLUMNS} FROM orders) TO '${join(folder, "people.parquet")}' (FORMAT parquet)`]);
  await writer.stop();
  return `parquet.${join(folder, "people.parquet")}`;
}

describe.each(Object.keys(ENGINES).filter((name) => asked?.includes(name) ?? true))("on %s", (name) => {
  it("who has no id is told apart by address, then by telephone", async ({ skip }) => {
    const engine = await (ENGINES[name] as () => Promise<Started>)();
    if ("missing" in engine) return skip(engine.missing);
    const table = await tableIn(name, engine);
    if (name === "duckdb") await engine.stop(); // a database file has one user at a time
    for (const [at, [command, ...options]] of CASES.slice(0, name === "spark" ? 1 : undefined).entries()) {
      const out = command === "lists" ? ["--out", `lists-${name}`] : [];
      const line = [command, engine.url ?? "", "--table", table, ...options, ...out];
      const found = await runRfm(line, folder, { env: { ...process.env } });
      const file = await runRfm(
        [command, "people.csv", ...options, ...(out.length > 0 ? ["--out", "lists"] : [])],
        folder,
      );
      expect([found.status, found.stdout], found.stderr).toEqual([file.status, file.stdout]);
      expect(found.stderr).toContain(
        /\d+ of 12 rows used as of [\d-]+(?:; [^\n]*)?/.exec(file.stderr)?.[0] ?? "nothing",
      );
      if (at === 0) expect(found.stderr).toContain('the customer from "customer_id", else "email", else "phone"');
    }
    if (name !== "duckdb" && name !== "spark") {
      const line = ["score", engine.url ?? "", "--table", table, "--into", "keyed"];
      expect((await runRfm(line, folder, { env: { ...process.env } })).status).toBe(0);
      const keys = await engine.rows("SELECT customer_id FROM keyed");
      expect(keys.flat().toSorted()).toEqual([...CUSTOMERS]);
    }
    if (name !== "duckdb") await engine.stop();
  });
});
