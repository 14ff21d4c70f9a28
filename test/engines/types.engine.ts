/** Columns of PostgreSQL whose types the server or the database makes, and values that no sum has. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import type { Started } from "./engines/engine.ts";
import { startPostgres } from "./engines/postgres.ts";

const folder = await mkdtemp(join(tmpdir(), "rfm-types-"));
let started: Started = { missing: "not started" };
let hasCitext = false;

const orders = (name: string, columns: string, rows: readonly string[]): readonly string[] => [
  `CREATE TABLE ${name} (${columns})`,
  `INSERT INTO ${name} VALUES ${rows.map((row) => `(${row})`).join(", ")}`,
];
const ROWS = [
  "'Anna', '2024-01-05', 10, 'paid'",
  "'ben', '2024-02-05', 20.5, 'paid'",
  "'ben', '2024-03-05', 5, 'open'",
];
const [FIRST = "", ...OTHERS] = ROWS;

beforeAll(async () => {
  started = await startPostgres();
  if ("missing" in started) return;
  const { run } = started;
  hasCitext = await run(["CREATE EXTENSION citext"]).then(
    () => true,
    () => false,
  );
  await run([
    "CREATE TYPE order_state AS ENUM ('paid', 'open')",
    "CREATE DOMAIN person AS text CHECK (VALUE <> 'x')",
    ...orders("plain", "customer_id text, ordered_on date, total numeric, status text", ROWS),
    ...orders("made", "customer_id person, ordered_on date, total numeric, status order_state", ROWS),
    ...(hasCitext ? orders("folded", "customer_id citext, ordered_on date, total numeric, status citext", ROWS) : []),
    ...orders("priced", "customer_id text, ordered_on date, total money, status text", ROWS),
    ...orders("nan", "customer_id text, ordered_on date, total numeric, status text", [
      FIRST.replace("10", "'NaN'"),
      ...OTHERS,
    ]),
    ...orders("forever", "customer_id text, ordered_on timestamptz, total numeric, status text", [
      FIRST.replace("2024-01-05", "infinity"),
      ...OTHERS,
    ]),
    ...orders("given_back", "customer_id text, ordered_on date, total numeric, status text, refunded float8", [
      ...ROWS.map((row) => `${row}, 0`),
      `${FIRST}, 'Infinity'`,
    ]),
  ]);
});

afterAll(async () => {
  if (!("missing" in started)) await started.stop();
  await rm(folder, { recursive: true, force: true });
});

const score = (url: string, table: string, ...options: readonly string[]) =>
  runRfm(["score", url, "--table", table, "--exclude-status", "open", ...options], folder, { env: { ...process.env } });

describe("a table of PostgreSQL", () => {
  it.each(["made", "folded"])("%s is read as one of texts", async (table) => {
    if ("missing" in started || (table === "folded" && !hasCitext)) return;
    const url = started.url ?? "";
    const [plain, own] = [await score(url, "plain"), await score(url, table)];
    expect(own.stderr.replaceAll(` ${table}`, " plain")).toBe(plain.stderr);
    expect([own.status, own.stdout]).toEqual([0, plain.stdout]);
  });

  it.each([
    ["priced", [], '"total" has the type money, which cannot be read as an amount'],
    ["nan", [], '"total" is NaN or infinite in 1 row, which is no amount'],
    ["forever", [], '"ordered_on" is infinite in 1 row, which is no day'],
    ["given_back", ["--round-money"], '"refunded" is NaN or infinite in 1 row, which is no amount'],
  ] as const)("%s is refused by the name of its column", async (table, options, says) => {
    if ("missing" in started) return;
    const { status, stdout, stderr } = await score(started.url ?? "", table, ...options);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/hint: .*view/);
    expect({ status, stdout }).toEqual({ status: 3, stdout: "" });
  });
});
