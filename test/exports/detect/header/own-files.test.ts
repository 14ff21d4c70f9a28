import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isOwnOrdersFile, ORDER_COLUMNS, ownOrdersColumns } from "../../../../src/exports/detect/header/own-orders.ts";
import { readOrders } from "../../../../src/index.ts";
import { isOwnOutput } from "../../../../src/render/tables/own-outputs.ts";
import { RETENTION_COLUMNS } from "../../../../src/render/tables/retention-table.ts";
import { SCORE_COLUMNS } from "../../../../src/render/tables/score-table.ts";
import { SEGMENT_COLUMNS } from "../../../../src/render/tables/segment-table.ts";
import { readFiles, setAside, spendOf } from "../../../support/read-csv.ts";

const OWN_ORDERS = [
  ORDER_COLUMNS.join(","),
  "1,anna,2026-03-01,10.00,2.50,7.50,true,,shop.csv,2",
  "1,anna,2026-03-05,0.00,1.00,-1.00,false,,shop.csv,3",
  "2,ben,2026-03-05,4.00,0.00,4.00,false,status,shop.csv,4",
];

describe("own files", () => {
  it("are recognised by their header, kept columns after it included", () => {
    for (const columns of [ORDER_COLUMNS, SCORE_COLUMNS, SEGMENT_COLUMNS, RETENTION_COLUMNS]) {
      expect(isOwnOutput(columns)).toBe(true);
      expect(isOwnOutput([...columns, "country"])).toBe(true);
      expect(isOwnOutput(columns.slice(1))).toBe(false);
      expect(isOwnOutput(["id", ...columns])).toBe(false);
    }
    expect(isOwnOutput(["order_id", "customer_id", "day"])).toBe(false);
  });

  it("are orders files only with the columns of rfm orders", () => {
    expect(isOwnOrdersFile(ORDER_COLUMNS)).toBe(true);
    expect(isOwnOrdersFile(SCORE_COLUMNS)).toBe(false);
  });

  it("of rfm orders are read by their net amounts, each row an order of its own", async () => {
    expect(ownOrdersColumns({}, "orders.csv")).toMatchObject({
      customer: [[1]],
      order: [0],
      date: 2,
      amount: { kind: "sum", plus: [5], minus: [], per: "line" },
    });
    const history = await readFiles({ "orders.csv": OWN_ORDERS });
    expect(spendOf(history)).toEqual({ anna: "1 × 6.50" });
    expect(setAside(history)).toEqual({ status: "1 rows, 4.00" });
  });

  it("are passed over in a folder, and read where the user names them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rfm-own-"));
    try {
      await writeFile(join(folder, "own.csv"), `${OWN_ORDERS.join("\n")}\n`);
      await writeFile(join(folder, "scores.csv"), `${SCORE_COLUMNS.join(",")}\n`);
      await writeFile(join(folder, "shop.csv"), "customer,date,amount\ncara,2026-03-07,3.00\n");
      const all = await readOrders([folder]);
      expect(all.understanding.files.map(({ name }) => name)).toEqual([join(folder, "shop.csv")]);
      expect(all.understanding.passedOver.map(({ name, why }) => [name, why])).toEqual([
        [join(folder, "own.csv"), "own output"],
        [join(folder, "scores.csv"), "own output"],
      ]);
      const named = await readOrders([join(folder, "own.csv")]);
      expect(spendOf(named)).toEqual({ anna: "1 × 6.50" });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
