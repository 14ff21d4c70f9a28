/** What several statements of one run see while others write to the table. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openPostgres } from "../../src/warehouse/engines/postgres-engine.ts";
import { ORDER_COLUMNS } from "./engines/engine.ts";
import { startPostgres } from "./engines/postgres.ts";

const folder = await mkdtemp(join(tmpdir(), "rfm-snapshot-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

it("PostgreSQL shows all statements of a run the table at one moment", async ({ skip }) => {
  const server = await startPostgres();
  if ("missing" in server) return skip(server.missing);
  const row = "o1,anna,2024-03-01T10:00:00Z,2024-03-01,10.00,,paid,Finland";
  await writeFile(join(folder, "orders.csv"), `${ORDER_COLUMNS.join(",")}\n${row}\n`);
  await server.load("orders", join(folder, "orders.csv"));
  const location = { url: server.url ?? "", cwd: folder, env: process.env, timeout: undefined };
  const open = (writes: boolean) =>
    openPostgres({ ...location, writes, endGroup: () => {}, onInterrupt: () => () => {} } as never);
  const [reading, writing] = [await open(false), await open(true)];
  const count = async () => Number((await reading.rows("SELECT count(*) FROM orders"))[0]?.[0]);
  expect(await count()).toBe(1);
  await writing.run("INSERT INTO orders SELECT * FROM orders");
  expect(await count()).toBe(1);
  await expect(reading.run("DELETE FROM orders")).rejects.toThrow("read-only");
  await reading.close();
  const later = await open(false);
  expect(Number((await later.rows("SELECT count(*) FROM orders"))[0]?.[0])).toBe(2);
  await later.close();
  await writing.close();
  await server.stop();
});
