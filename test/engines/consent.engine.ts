/** Who may be written to, where several purchases of the newest day answer: in each engine the strictest counts. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { startClickHouse } from "./engines/clickhouse.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { ORDER_COLUMNS, type Started } from "./engines/engine.ts";
import { startPostgres } from "./engines/postgres.ts";

const folder = await mkdtemp(join(tmpdir(), "rfm-consent-"));
const asked = process.env["RFM_ENGINES"]?.split(",");
const ENGINES: Readonly<Record<string, () => Promise<Started>>> = {
  duckdb: () => startDuckDb(join(folder, "shop.duckdb")),
  postgres: startPostgres,
  clickhouse: startClickHouse,
};

/** Two orders of one day each; the country plays the answer. */
const ANSWERS: Readonly<Record<string, readonly [string, string]>> = {
  "twice@example.com": ["Finland", "finland"],
  "then-no@example.com": ["Finland", "Sweden"],
  "first-no@example.com": ["Sweden", "Finland"],
  "then-nothing@example.com": ["Finland", ""],
  "first-nothing@example.com": ["", "Finland"],
  "nothing@example.com": ["", ""],
};

beforeAll(async () => {
  const rows = Object.entries(ANSWERS).flatMap(([id, answers], at) =>
    answers.map((answer, nth) => `o${at}${nth},${id},2024-03-01T10:00:00Z,2024-03-01,10.00,,paid,${answer}`),
  );
  await writeFile(join(folder, "orders.csv"), `${[ORDER_COLUMNS.join(","), ...rows].join("\n")}\n`);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(Object.keys(ENGINES).filter((name) => asked?.includes(name) ?? true))("consent on %s", (name) => {
  it("is that of a customer whose every purchase of the newest day says yes", async ({ skip }) => {
    const engine = await (ENGINES[name] as () => Promise<Started>)();
    if ("missing" in engine) return skip(engine.missing);
    await engine.load("orders", join(folder, "orders.csv"));
    if (name === "duckdb") await engine.stop(); // a database file has one user at a time
    const columns = ["--customer", "customer_id", "--date", "ordered_on", "--amount", "total", "--status", "status"];
    const people = ["--email", "customer_id", "--consent", "country=finland", "--for", "csv", "--out", name];
    const line = ["lists", engine.url ?? "", "--table", "orders", ...columns, ...people];
    const { status, stderr } = await runRfm(line, folder, { env: { ...process.env } });
    expect([status, stderr]).toEqual([0, expect.stringContaining("1 of 6 customers consented")]);
    const list = JSON.stringify(await readLists(join(folder, name)));
    expect(Object.keys(ANSWERS).filter((id) => list.includes(id))).toEqual(["twice@example.com"]);
    if (name !== "duckdb") await engine.stop();
  });
});

async function readLists(path: string): Promise<readonly string[]> {
  const files = (await readdir(path)).filter((file) => file.endsWith(".csv"));
  return Promise.all(files.map((file) => readFile(join(path, file), "utf8")));
}
