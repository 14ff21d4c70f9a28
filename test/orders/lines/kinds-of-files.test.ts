/** Line items of tables that belong together, and of every kind of file; the lines were read off the files by hand. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import type { OrderHistory } from "../../../src/orders/history.ts";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { inFolder, runRfm } from "../../support/in-process.ts";
import { type Files, readFiles } from "../../support/read-csv.ts";
import { writeWorkbook } from "../../support/write-workbook.ts";

const JOINS = fileURLToPath(new URL("../../../fixtures/joins/", import.meta.url));

/** `order: pieces × product = amount`, a text a line. */
function linesOf({ orders }: OrderHistory): readonly string[] {
  const { lines } = orders;
  if (lines === null || lines === undefined) return [];
  return Array.from({ length: lines.length }, (_, line) => {
    const product = lines.products[lines.product[line] as number];
    const pieces = lines.quantities[lines.quantity[line] as number] ?? "?";
    const name = [product?.code, product?.name].filter((text) => text !== null && text !== undefined).join(" ");
    const order = orders.orderId?.(lines.order[line] as number);
    return `${order}: ${pieces} × ${name} = ${((lines.amount[line] as number) / 10_000).toFixed(2)}`;
  }).sort();
}

describe("line items of tables that belong together", () => {
  it.each([
    // Orders that are not valid, or whose customer or amount nobody knows, have none; freight is part of Olist's.
    ["prestashop", ["1: 2 × 7 Mug = 50.00", "2: 1 × 8 Poster = 19.60", "3: 4 × 7 Mug = 100.00"]],
    ["olist", ["o1: ? × p1 = 38.71", "o2: ? × p2 = 141.46", "o3: ? × p3 = 179.12"]],
    [
      "magento",
      [
        "1: 1 × CARD-1 Card = 10.00",
        "1: 2 × MUG-1 Mug = 110.00",
        "2: 1 × MUG-1 Mug = 40.00",
        "4: 1 × CARD-1 Card = 15.50",
        "5: 2 × MUG-1 Mug = 80.00",
      ],
    ],
    ["database", ["1: 1 × 8 = 5.50", "1: 2 × 7 = 20.00", "2: 1 × 7 = 10.00", "3: 3 × 9 = 12.75"]],
  ])("are those of the items in %s, not the rows of orders and payments", async (folder, lines) => {
    expect(linesOf(await readOrders([`${JOINS}${folder}`], { lines: true }))).toEqual(lines);
  });

  it("are compared by profile, with the orders' totals as they are", async () => {
    const orders = ["order_id,customer_id,date,order total"];
    const items = ["order_id,sku,quantity,price"];
    for (let customer = 1; customer <= 80; customer += 1) {
      const count = customer <= 20 ? 4 : 1;
      for (let nth = 0; nth < count; nth += 1) {
        const id = customer * 10 + nth;
        orders.push(`${id},${customer},2026-0${1 + nth}-1${customer % 10},${customer <= 20 ? "25.00" : "12.00"}`);
        items.push(`${id},${customer <= 20 ? "TEA" : "MUG"},1,10.00`);
      }
    }
    await inFolder({ "orders.csv": `${orders.join("\n")}\n`, "items.csv": `${items.join("\n")}\n` }, async (folder) => {
      const { stdout, stderr, status } = await runRfm(["profile", ".", "--by", "product", "--format", "csv"], folder);
      expect(status, stderr).toBe(0);
      expect(stdout).toMatch(/^product,TEA,/m);
      expect(stdout).toMatch(/^product,MUG,/m);
    });
  });

  it("leave PrestaShop's payments aside, because the orders have their total", async () => {
    const files: Record<string, Buffer> = {};
    for (const name of ["ps_orders.csv", "ps_customer.csv", "ps_order_detail.csv"]) {
      files[name] = await readFile(`${JOINS}prestashop/${name}`);
    }
    const payments = [
      "id_order_payment,order_reference,id_currency,amount,payment_method,conversion_rate,transaction_id,card_number,card_brand,card_expiration,card_holder,date_add",
      "1,REF001,1,59.900000,Card,1.000000,,,,,,2024-01-05 10:00:00",
      "2,REF002,1,24.500000,Card,1.000000,,,,,,2024-02-11 18:30:00",
      "3,REF003,1,50.000000,Card,1.000000,,,,,,2024-03-02 10:00:00",
      "4,REF003,1,50.000000,Voucher,1.000000,,,,,,2024-03-02 10:00:00",
    ];
    const texts = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, bytes.toString()]));
    await inFolder({ ...texts, "ps_order_payment.csv": `${payments.join("\n")}\n` }, async (folder) => {
      const { stdout, stderr } = await runRfm(["score", "."], folder);
      expect(stdout).toMatch(/^10,.*,159.90,/m);
      expect(stdout).toMatch(/^11,.*,24.50,/m);
      expect(stderr).toContain(
        "ps_order_payment.csv was skipped: nothing in it is clearly an amount or a customer of the orders",
      );
    });
  });
});

describe("line items of every kind of file", () => {
  const HEADER = ["order_id", "customer_id", "date", "sku", "product name", "quantity", "price"];
  const ROWS = [
    ["1", "a", "2026-03-01", "M1", "Mug", 2, 10.5],
    ["1", "a", "2026-03-01", "T1", "Tea", 1, 4],
    ["2", "b", "2026-03-02", "M1", "Mug", 3, 10.5],
  ] as const;
  const LINES = ["1: 1 × T1 Tea = 4.00", "1: 2 × M1 Mug = 21.00", "2: 3 × M1 Mug = 31.50"];
  const KINDS: Files = {
    "lines.csv": [HEADER.join(","), ...ROWS.map((row) => row.join(","))],
    "lines.xlsx": writeWorkbook({ sheets: [{ name: "Lines", rows: [HEADER, ...ROWS.map((row) => [...row])] }] }),
    "lines.ndjson": ROWS.map((row) => JSON.stringify(Object.fromEntries(HEADER.map((name, at) => [name, row[at]])))),
    "lines.parquet": Buffer.from(
      parquetWriteBuffer({
        columnData: HEADER.map((name, at) => ({
          name,
          data: ROWS.map((row) => row[at]),
          type: at < 5 ? ("STRING" as const) : ("DOUBLE" as const),
        })),
      }),
    ),
  };

  it.each(Object.keys(KINDS))("%s", async (name) => {
    expect(linesOf(await readFiles({ [name]: KINDS[name] ?? [] }, { lines: true }))).toEqual(LINES);
  });
});
