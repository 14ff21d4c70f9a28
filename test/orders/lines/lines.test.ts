import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { expectAgreement } from "../../support/both-readers.ts";
import { readFiles, readLines } from "../../support/read-csv.ts";
import { shownLines, shownTrait } from "./shown-lines.ts";

const MONTHS = fileURLToPath(new URL("../../../fixtures/online-retail/", import.meta.url));
const LINES = { lines: true } as const;

describe("line items", () => {
  it("are not read unless they are asked for", async () => {
    const { orders } = await readLines(["order_id,customer_id,date,sku,quantity,price", "1,anna,2026-03-01,A,2,5"]);
    expect(orders.lines).toBeUndefined();
    expect(orders.traits).toBeUndefined();
  });

  it("are null where no export has a column of products", async () => {
    const { orders } = await readLines(["order_id,customer_id,date,total", "1,anna,2026-03-01,5"], LINES);
    expect(orders.lines).toBeNull();
  });

  it("have a product, a quantity and an amount each, with decimal commas, too", async () => {
    const history = await readLines(
      [
        "tilausnumero;asiakasnumero;päivämäärä;tuotekoodi;tuotenimi;määrä;yksikköhinta",
        "1;anna;1.3.2026;A-1;Muki;2;5,25",
        "1;anna;1.3.2026;;Käsityö;1,5;10,00",
        "2;ben;2.3.2026;A-1;Iso muki;1;6,00",
      ],
      LINES,
    );
    expect(shownLines(history)).toEqual({ "1": ["A-1 2 10.5", "Käsityö 1.5 15"], "2": ["A-1 1 6"] });
    expect(history.orders.lines?.products).toEqual([
      { code: "A-1", name: "Iso muki", category: null }, // the newest name
      { code: "Käsityö", name: null, category: null },
    ]);
  });

  it("belong to the orders that count: no cancelled one, no stranger's, no repetition", async () => {
    const header = "order_id,customer_id,date,sku,line_total,status";
    const rows = ["1,anna,2026-03-01,A,5,paid", "2,anna,2026-03-02,B,5,cancelled", "3,,2026-03-02,C,5,paid"];
    const history = await readFiles(
      { "a.csv": [header, ...rows], "b.csv": [header, ...rows, "4,ben,2026-03-03,D,7,paid"] },
      LINES,
    );
    expect(shownLines(history)).toEqual({ "1": ["A – 5"], "4": ["D – 7"] });
  });

  it("of a later refund belong to the refund", async () => {
    const history = await readLines(
      [
        "order_id,customer_id,date,sku,quantity,price",
        "1,anna,2026-03-01,A,2,5",
        "1,anna,2026-03-01,B,1,4",
        "1,anna,2026-03-01,B,-1,4",
        "1,anna,2026-03-09,A,-1,5",
      ],
      LINES,
    );
    const { orders } = history;
    const lines = Array.from(orders.lines?.order ?? [], (order, line) => [
      orders.amount[order],
      orders.lines?.amount[line],
    ]);
    expect(lines).toEqual([
      [100_000, 100_000],
      [100_000, 40_000],
      [100_000, -40_000],
      [-50_000, -50_000],
    ]);
  });

  it("take quantity × price where the amount is the order's total, and the total where the order has one line", async () => {
    const history = await readLines(
      [
        "Name,Email,Financial Status,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Discount Code,Discount Amount,Source,Billing Country",
        "#1,anna@example.com,paid,2026-03-01 10:00:00 +0200,EUR,23.00,2,Mug,9.00,M-1,SPRING,2.00,web,FI",
        "#1,anna@example.com,,2026-03-01 10:00:00 +0200,,,1,Tea,5.00,T-1,,,,",
        "#2,ben@example.com,paid,2026-03-02 23:05:00 +0200,EUR,7.00,1,Tea,,T-1,,0.00,pos,SE",
      ],
      LINES,
    );
    expect(shownLines(history)).toEqual({ "#1": ["M-1 2 18", "T-1 1 5"], "#2": ["T-1 1 7"] });
    expect(shownTrait(history, "coupon")).toEqual({ "#1": "SPRING", "#2": "" });
    expect(shownTrait(history, "discount")).toEqual({ "#1": "yes", "#2": "no" });
    expect(shownTrait(history, "channel")).toEqual({ "#1": "web", "#2": "pos" });
    expect(shownTrait(history, "country")).toEqual({ "#1": "FI", "#2": "SE" });
    expect(shownTrait(history, "hour")).toEqual({ "#1": "10", "#2": "23" });
  });

  it("know the hour in the zone that is asked for", async () => {
    const lines = ["order_id,customer_id,date,total,sku", "1,anna,2026-03-01T23:30:00+00:00,5,A"];
    expect(shownTrait(await readLines(lines, LINES), "hour")).toEqual({ "1": "23" });
    const inHelsinki = await readLines(lines, { ...LINES, timeZone: "Europe/Helsinki" });
    expect(shownTrait(inHelsinki, "hour")).toEqual({ "1": "01" });
  });

  it("without an order id are orders of their own", async () => {
    const history = await readLines(
      [
        "customer_id,date,product,amount",
        "anna,2026-03-01,Mug,5",
        "anna,2026-03-02,Tea,0",
        "ben,2026-03-02,Mug,-2",
        "ben,2026-03-01,Tea,4",
      ],
      LINES,
    );
    const { orders } = history;
    const found = Array.from(orders.lines?.order ?? [], (order, line) => [
      orders.customerKeys[orders.customer[order] as number],
      orders.lines?.products[orders.lines.product[line] as number]?.code,
      orders.amount[order],
    ]);
    expect(found).toEqual([
      ["anna", "Mug", 50_000],
      ["ben", "Mug", -20_000],
      ["ben", "Tea", 40_000],
    ]);
  });

  it("are the same with both readers and any threads, each of at most 20 bytes", async () => {
    const cuttings = [{ threads: 3, segmentBytes: 300, pick: (job: number) => job }];
    const rows = Array.from({ length: 60 }, (_, at) =>
      [
        `${1 + (at % 25)}`,
        `c${1 + ((at % 25) % 7)}`,
        `2026-03-${10 + ((at % 25) % 9)} 1${at % 10}:05`,
        `S${at % 6}`,
        `"Name, ${at % 11}"`,
        `${1 + (at % 4)}`,
        `${at % 5}.50`,
      ].join(","),
    );
    const { withFiles } = await import("../../support/both-readers.ts");
    const text = ["order_id,customer_id,date,sku,product name,quantity,price", ...rows, ""].join("\n");
    await withFiles({ "orders.csv": Buffer.from(text) }, async (cwd, names) => {
      const { outcome } = await expectAgreement(names, cuttings, { options: LINES, cwd });
      const lines = "history" in outcome ? outcome.history.orders.lines : null;
      expect(lines?.length).toBe(60);
      const bytes = [lines?.order, lines?.product, lines?.quantity, lines?.amount].map(
        (column) => column?.byteLength ?? 0,
      );
      expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(60 * 20);
    });
  });

  it("of real months add up to the orders", async () => {
    const { orders } = await readOrders([`${MONTHS}2010-12.csv.gz`], LINES);
    const { lines } = orders;
    const sums = new Float64Array(orders.length);
    for (const [line, order] of (lines?.order ?? []).entries())
      sums[order] = (sums[order] as number) + (lines?.amount[line] as number);
    expect(sums).toEqual(orders.amount.slice());
    expect(lines?.products.find(({ code }) => code === "22423")?.name).toBe("REGENCY CAKESTAND 3 TIER");
  });
});
