/** What comes back from a database does not grow with its orders: the rows of each answer, counted on DuckDB. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Open } from "../../src/warehouse/engines/connect.ts";
import { openDuckDb } from "../../src/warehouse/engines/duckdb-engine.ts";
import { runRfm } from "../support/in-process.ts";
import { startDuckDb } from "./engines/duckdb.ts";
import { writeHostileShop } from "./engines/hostile-shop.ts";

const ORDERS = 10_000;
/** The larger table has every order so many times, each with an id of its own. */
const TIMES = 8;
const COLUMNS = ["--customer", "customer_id", "--date", "ordered_on", "--amount", "total", "--status", "status"];
const asked = process.env["RFM_ENGINES"]?.split(",");

const folder = await mkdtemp(join(tmpdir(), "rfm-rows-back-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The rows that came back to a command, in all answers together. */
async function rowsBack(line: readonly string[]): Promise<number> {
  let rows = 0;
  const openEngine: Open = async (location) => {
    const engine = await openDuckDb(location);
    const counted: typeof engine.rows = async (query) => {
      const answer = await engine.rows(query);
      rows += answer.length;
      return answer;
    };
    return { ...engine, rows: counted };
  };
  const { status, stderr } = await runRfm([...line, ...COLUMNS], folder, { openEngine });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  return rows;
}

describe.runIf(asked?.includes("duckdb") ?? true)("on DuckDB", () => {
  it(`as many rows come back of ${TIMES} times the orders`, async ({ skip }) => {
    const path = join(folder, "shop.duckdb");
    const engine = await startDuckDb(path);
    if ("missing" in engine) return skip(engine.missing);
    await writeHostileShop(join(folder, "orders.csv"), ORDERS);
    await engine.load("orders", join(folder, "orders.csv"));
    await engine.run([
      `CREATE TABLE many AS SELECT o.* REPLACE (o.order_id || '-' || n AS order_id) FROM orders o, range(${TIMES}) r(n)`,
    ]);
    await engine.stop();
    for (const [command, ...options] of [
      ["retention", "--format", "csv"],
      ["cohorts", "--format", "csv"],
      ["report", "--format", "json"],
    ] as const) {
      const on = (table: string): Promise<number> =>
        rowsBack([command, `duckdb:${path}`, "--table", table, ...options]);
      const [few, many] = [await on("orders"), await on("many")];
      process.stdout.write(
        `figures: rows back for ${command}: ${few} of ${ORDERS} orders, ${many} of ${ORDERS * TIMES}\n`,
      );
      // The days, periods and customers are the same; pauses of 0 days and other scores may be new.
      expect(many).toBeLessThan(few * 1.1);
    }
  });
});
