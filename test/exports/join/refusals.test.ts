/** Tables that cannot be joined, or not in one way only: what is said, with exit code 3 and nothing written. */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runRfm } from "../../support/in-process.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-refused-joins-"));
  for (const [name, rows] of Object.entries(FILES)) await writeFile(join(folder, name), `${rows.join("\n")}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const FILES: Readonly<Record<string, readonly string[]>> = {
  "orders.csv": [
    "order_id,customer_id,order_date,status",
    "1,a,2024-01-15,paid",
    "2,b,2024-01-16,paid",
    "3,a,2024-02-17,paid",
  ],
  "lines.csv": [
    "order_id,customer_id,order_date,status",
    "1,a,2024-01-15,paid",
    "1,a,2024-01-15,paid",
    "2,b,2024-01-16,paid",
  ],
  "payments.csv": ["payment_id,order_id,amount", "p1,1,10.00", "p2,1,5.00", "p3,2,20.00", "p4,3,7.50"],
  "charges.csv": ["charge_id,order_id,amount", "c1,1,10.00", "c2,2,99.00", "c3,3,7.00"],
  "same.csv": ["charge_id,order_id,amount", "c1,1,15.00", "c2,2,20.00", "c3,3,7.50"],
  "single.csv": ["payment_id,order_id,amount", "p1,1,10.00", "p3,2,20.00"],
  "customers.csv": ["customer_id,email", "a,aino@example.com", "a,other@example.com", "b,ben@example.com"],
  "invoices.csv": ["invoice_id,customer_id,invoice_date", "1,a,2024-01-15", "2,b,2024-01-16"],
  "priced.csv": ["item_id,order_id,price", "i1,1,10.00", "i2,2,4.00"],
  "strangers.csv": ["payment_id,order_id,amount", "p1,91,10.00", "p2,92,5.00"],
  "totals.csv": ["order_id,customer_id,date,total", "1,a,2024-01-15,15.00", "2,b,2024-01-16,25.00"],
  "items.csv": ["item_id,order_id,quantity,total", "i1,1,2,10.00", "i2,2,1,20.00"],
  "fares.csv": ["order_id,customer_id,date,total", "1,a,2024-01-15,1.50", "2,b,2024-01-16,2.00"],
  "products.csv": ["sku,title", "x,Mug"],
  "two-keys.csv": ["order_id,order_no,amount", "1,3,10.00", "2,1,5.00"],
};

async function refused(...names: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runRfm(["score", ...names, "-o", "scores.csv"], folder);
  expect(status, stderr).toBe(3);
  expect(stdout).toBe("");
  expect(await readdir(folder)).not.toContain("scores.csv");
  return stderr;
}

describe("tables that cannot be joined", () => {
  it("refuses a key that is unique on neither side, with a value of each", async () => {
    expect(await refused("lines.csv", "payments.csv")).toContain(
      'payments.csv cannot be joined to lines.csv: the key is unique in neither, "order_id" (2 rows with "1") in the one and "order_id" (2 rows with "1") in the other: its money would count several times',
    );
  });

  it("refuses to count an amount once for each row of its order", async () => {
    expect(await refused("lines.csv", "single.csv")).toContain(
      'single.csv cannot be joined to lines.csv: "order_id" (2 rows with "1"): each amount would count 2 times',
    );
  });

  it("refuses customers that stand on several rows", async () => {
    expect(await refused("orders.csv", "payments.csv", "customers.csv")).toContain(
      'customers.csv cannot be joined to orders.csv: "customer_id" (2 rows with "a") is not unique in the one',
    );
  });

  it("asks which of two tables has the amounts, with an order on which they differ", async () => {
    const said = await refused("orders.csv", "payments.csv", "charges.csv");
    expect(said).toContain("they agree on 0 of 3 orders: order 1 comes to");
    expect(said).toContain('10.00 by "amount" of charges.csv');
    expect(said).toContain('15.00 by "amount" of payments.csv');
    expect(said).toContain("leave the file out whose amounts do not count, or rename one of the columns");
  });

  it("asks which of two tables has the orders", async () => {
    const said = await refused("orders.csv", "invoices.csv", "payments.csv");
    expect(said).toContain(
      'two tables could both be the orders: invoices.csv (date "invoice_date", order "invoice_id")',
    );
    expect(said).toContain("--join orders.csv or --join invoices.csv");
  });

  it("asks for the quantity of a price, as in a single file", async () => {
    expect(await refused("orders.csv", "priced.csv")).toContain("quantity");
  });

  it("refuses a file that goes with nothing", async () => {
    expect(await refused("orders.csv", "payments.csv", "products.csv")).toContain(
      "products.csv: this gives the orders in orders.csv neither amounts nor customers",
    );
  });

  it("reads tables as it did before where none has anything in common with the orders", async () => {
    expect(await refused("orders.csv", "strangers.csv")).toContain(
      "orders.csv: no column for the amount was recognised",
    );
  });

  it("says which tables lack an amount", async () => {
    expect(await refused("orders.csv", "customers.csv")).toContain("customers.csv cannot be joined to orders.csv");
    await writeFile(join(folder, "one-each.csv"), "customer_id,email\na,aino@example.com\nb,ben@example.com\n");
    expect(await refused("orders.csv", "one-each.csv")).toContain(
      "orders.csv has no amounts, nor does any table that goes with it (one-each.csv)",
    );
  });

  it("refuses --join of a column that the table or the orders lack", async () => {
    expect(await refused("orders.csv", "--join", "payments.csv:nothing")).toContain(
      'no column "nothing" for --join payments.csv',
    );
    expect(await refused("orders.csv", "--join", "payments.csv:order_id=status")).toContain(
      '"status" of orders.csv is neither its order id ("order_id") nor its customer',
    );
    expect(await refused("orders.csv", "--join", "strangers.csv:order_id")).toContain(
      "--join strangers.csv: no column goes with the orders in orders.csv",
    );
  });

  it("refuses --join of a file that is not there, and a value that is none, before anything is read", async () => {
    expect(await refused("orders.csv", "--join", "nowhere.csv")).toContain("nowhere.csv: no such file or folder");
    const { status, stderr } = await runRfm(["score", "orders.csv", "--join", ":order_id"], folder);
    expect(status).toBe(2);
    expect(stderr).toContain("Write FILE, FILE:KEY, or FILE:KEY=COLUMN.");
  });
});

describe("two tables that agree on the amounts", () => {
  it("takes one, and says which", async () => {
    const { status, stdout, stderr } = await runRfm(["score", "orders.csv", "payments.csv", "same.csv"], folder);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain("a,2024-01-15,2024-02-17,0,2,22.50,");
    expect(stderr).toContain(
      "amounts that are not counted, because the orders have theirs already: same.csv (they agree on 3 of 3 orders)",
    );
  });

  it("counts an order's total and not its lines, which leave out shipping", async () => {
    const { status, stdout, stderr } = await runRfm(["score", "totals.csv", "items.csv"], folder);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain("a,2024-01-15,2024-01-15,1,1,15.00,");
    expect(stderr).toContain("items.csv (they agree on 0 of 2 orders)");
  });

  it("asks where the lines come to more than twice the orders' own amount, which must be something else", async () => {
    const stderr = await refused("fares.csv", "items.csv");
    expect(stderr).toContain('order 1 comes to 1.50 by "total" of fares.csv and 10.00 by "total" of items.csv');
  });

  it("takes what --amount names where they do not", async () => {
    const { status, stderr } = await runRfm(
      ["score", "orders.csv", "payments.csv", "charges.csv", "--amount", "amount"],
      folder,
    );
    expect(status).toBe(3);
    expect(stderr).toContain("--amount amount: charges.csv and payments.csv have a column of that name");
  });
});
