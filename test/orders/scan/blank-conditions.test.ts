/** A blank cell of a condition is judged by itself, but as the order above was where its row goes on with that order. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runRfm } from "../../support/in-process.ts";

const folder = await mkdtemp(join(tmpdir(), "rfm-conditions-"));
afterAll(() => rm(folder, { recursive: true }));

const COUNTRIES = ["finland", "", "sweden", "finland", "", ""];
/** Ids that rise, that are in no order, and that stand in two rows each, the second without a country. */
const ORDERS = {
  rising: (row: number) => [String(1001 + row), COUNTRIES[row % 6]],
  shuffled: (row: number) => [String(1001 + ((row * 7) % 120)), COUNTRIES[row % 6]],
  "in two rows each": (row: number) => [String(1001 + (row >> 1)), row % 2 === 0 ? COUNTRIES[(row >> 1) % 6] : ""],
} as const;
/** Of 120 rows, those of a third of the orders; where an order has two rows, its second goes with the first. */
const FROM_FINLAND = 40;

describe("--where on cells that may be blank", () => {
  it.each(Object.entries(ORDERS))("is the same of a file as of standard input: ids %s", async (_, order) => {
    const rows = Array.from({ length: 120 }, (_unused, row) => {
      const [id = 0, country] = order(row);
      return `${id},c${id},2024-03-${String(1 + (Number(id) % 28)).padStart(2, "0")},10.00,${country}`;
    });
    const text = ["order_id,customer_id,date,amount,country", ...rows, ""].join("\n");
    await writeFile(join(folder, "orders.csv"), text);
    const options = ["--where", "country=finland", "--amount-per", "line"];
    const scores = await runRfm(["score", "orders.csv", ...options], folder);
    const input = await runRfm(["score", "-", ...options], folder, { input: text });
    expect(scores.stdout).toBe(input.stdout);
    expect(scores.stderr).toContain(`note: ${FROM_FINLAND} of 120 rows used`);
    expect(input.stderr).toContain(`note: ${FROM_FINLAND} of 120 rows used`);
  });
});
