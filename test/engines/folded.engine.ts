/** Texts whose small letters engines and this program make differently: a condition keeps the same customers as from a file. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../support/in-process.ts";
import { startClickHouse } from "./engines/clickhouse.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { ORDER_COLUMNS, type Started } from "./engines/engine.ts";
import { startPostgres } from "./engines/postgres.ts";

const folder = await mkdtemp(join(tmpdir(), "rfm-folded-"));
const asked = process.env["RFM_ENGINES"]?.split(",");
const ENGINES: Readonly<Record<string, () => Promise<Started>>> = {
  duckdb: () => startDuckDb(join(folder, "shop.duckdb")),
  postgres: startPostgres,
  clickhouse: startClickHouse,
};

const PLACES = ["ΠΑΡΙΣ", "παρις", "İZMİR", "ÉTÉ", "été", "Été", "Turku", "TURKU"];
const CONDITIONS = ["ΠΑΡΙΣ", "παρις", "İZMİR", "été", "ÉTÉ", "turku"].flatMap((place) => [
  `country=${place}`,
  `country!=${place}`,
]);
const COLUMNS = "--customer customer_id --date ordered_on --amount total --include-status paid".split(" ");

beforeAll(async () => {
  const rows = PLACES.map((place, at) => `o${at},c${at},2024-03-01T10:00:00Z,2024-03-01,10.00,,paid,${place}`);
  await writeFile(join(folder, "orders.csv"), `${[ORDER_COLUMNS.join(","), ...rows].join("\n")}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(Object.keys(ENGINES).filter((name) => asked?.includes(name) ?? true))("conditions on %s", (name) => {
  it("keep the customers that they keep in a file", async ({ skip }) => {
    const engine = await (ENGINES[name] as () => Promise<Started>)();
    if ("missing" in engine) return skip(engine.missing);
    await engine.load("orders", join(folder, "orders.csv"));
    if (name === "duckdb") await engine.stop(); // a database file has one user at a time
    for (const condition of CONDITIONS) {
      const where = [...COLUMNS, "--where", condition, "-q"];
      const file = await runRfm(["score", "orders.csv", "--status", "status", ...where], folder);
      const line = ["score", engine.url ?? "", "--table", "orders", "--status", "status", ...where];
      const table = await runRfm(line, folder, { env: { ...process.env } });
      expect([table.status, table.stdout], `${condition}: ${table.stderr}`).toEqual([file.status, file.stdout]);
    }
    if (name !== "duckdb") await engine.stop();
  });
});
