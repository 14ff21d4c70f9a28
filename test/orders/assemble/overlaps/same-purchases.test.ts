/** Two sources with ids of their own that tell of the same purchases, or of things that were never bought. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runRfm } from "../../../support/in-process.ts";

/** The days of six purchases of three customers. */
const PURCHASES = [
  ["a", "2024-01-15", "30.00"],
  ["b", "2024-02-16", "20.00"],
  ["a", "2024-03-17", "99.00"],
  ["c", "2024-03-18", "12.50"],
  ["a", "2024-05-01", "17.50"],
  ["b", "2024-05-02", "21.00"],
] as const;

function source(names: string, firstId: number, purchases: readonly (readonly string[])[]): readonly string[] {
  return [names, ...purchases.map((purchase, index) => [firstId + index, ...purchase].join(","))];
}

const ORDERS = source("order_id,customer_id,order_date,total", 1, PURCHASES);
const invoices = (purchases: readonly (readonly string[])[]): readonly string[] =>
  source("invoice_id,customer_id,invoice_date,amount", 9001, purchases);

async function score(
  files: Readonly<Record<string, readonly string[]>>,
  args: readonly string[] = ["."],
): Promise<{ status: number; stdout: string; stderr: string }> {
  const folder = await mkdtemp(join(tmpdir(), "rfm-same-"));
  try {
    for (const [name, rows] of Object.entries(files)) await writeFile(join(folder, name), `${rows.join("\n")}\n`);
    return await runRfm(["score", ...args, "--format", "json"], folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function totalOf(json: string): string {
  const customers = JSON.parse(json) as { monetary_value: number }[];
  return customers.reduce((sum, { monetary_value }) => sum + monetary_value, 0).toFixed(2);
}

describe("two exports of the same purchases", () => {
  it("are refused, with the first purchase that both have", async () => {
    const { status, stdout, stderr } = await score({ "orders.csv": ORDERS, "invoices.csv": invoices(PURCHASES) });
    expect(status).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toContain(
      "two exports tell of the same purchases, which would count twice: 6 of 6 have the same customer, day and amount in both, " +
        "such as invoices.csv line 2 and orders.csv line 2 (a, 2024-01-15, 30.00)",
    );
    expect(stderr).toContain("leave one of the exports out; if these are different purchases, pass --duplicates keep");
  });

  it("count as often as they stand there with --duplicates keep", async () => {
    const files = { "orders.csv": ORDERS, "invoices.csv": invoices(PURCHASES) };
    const { status, stdout, stderr } = await score(files, [".", "--duplicates", "keep"]);
    expect(status, stderr).toBe(0);
    expect(totalOf(stdout)).toBe("400.00");
  });

  it("are refused where one has more, and read where most are another's, another day's or worth something else", async () => {
    const others = [...PURCHASES, ["c", "2024-06-01", "1.00"], ["c", "2024-06-02", "1.00"]];
    expect((await score({ "orders.csv": ORDERS, "invoices.csv": invoices(others) })).status).toBe(3);
    for (const changed of [0, 1, 2]) {
      const different = PURCHASES.map((purchase) =>
        purchase.map((cell, at) => (at === changed ? OTHER[at] : cell) ?? ""),
      );
      const { status, stdout, stderr } = await score({ "orders.csv": ORDERS, "invoices.csv": invoices(different) });
      expect(status, stderr).toBe(0);
      expect(totalOf(stdout)).toBe(changed === 2 ? "242.00" : "400.00");
    }
  });

  it("are read where four purchases meet by chance", async () => {
    const { status, stderr } = await score({ "orders.csv": ORDERS, "invoices.csv": invoices(PURCHASES.slice(0, 4)) });
    expect(status, stderr).toBe(0);
  });
});

const OTHER = ["z", "2024-12-31", "7.00"];

describe("a file that is named as what was never bought", () => {
  const files = {
    "orders.csv": ORDERS,
    "abandoned_carts.csv": source(ORDERS[0] ?? "", 50, [["a", "2024-01-20", "500.00"]]),
  };

  it("is asked about in a folder with orders", async () => {
    const { status, stderr } = await score(files);
    expect(status).toBe(3);
    expect(stderr).toContain(
      "abandoned_carts.csv: it has the columns of orders, but its name says that nothing was bought: its money would count as revenue",
    );
    expect(stderr).toContain("name the files that are orders, such as orders.csv");
  });

  it("is read where the user names it, or there is nothing else", async () => {
    const named = await score(files, ["orders.csv", "abandoned_carts.csv"]);
    expect(named.status, named.stderr).toBe(0);
    expect(totalOf(named.stdout)).toBe("700.00");
    expect((await score({ "abandoned_carts.csv": files["abandoned_carts.csv"] })).status).toBe(0);
  });
});
