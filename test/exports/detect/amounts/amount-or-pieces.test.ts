import { describe, expect, it } from "vitest";
import { readLines, spendOf } from "../../../support/read-csv.ts";

/** An export with an amount beside a price and no quantity. */
const lines = (...cells: readonly string[]): readonly string[] => [
  "order_id,customer_id,order_date,sales_price,amount",
  ...cells.map((pair, index) => `${index},anna,2026-03-0${index + 1},${pair}`),
];

describe("a whole-number amount next to a price", () => {
  it.each([
    ["less than the price", "90,2", "40,1"],
    ["next to a price with decimals", "1.50,2", "0.90,4"],
  ])("may count pieces: it is asked about where it is %s", async (_, first, second) => {
    await expect(readLines(lines(first, second))).rejects.toThrow('could be "amount" (whole numbers, such as 2)');
  });

  it("is money where it is never less", async () => {
    expect(spendOf(await readLines(lines("90,90", "40,80")))).toEqual({ anna: "2 × 170.00" });
  });
});

describe("the only column of numbers with decimals", () => {
  it.each(["total_qty", "Anzahl", "Pieces sold", "Gesamtmenge kg"])(
    "is asked about where it counts things: %s",
    async (name) => {
      const rows = [`order_id,customer_id,order_date,${name}`, "1,anna,2026-03-01,2.5", "2,ben,2026-03-02,1.5"];
      await expect(readLines(rows)).rejects.toThrow("no column for the amount was recognised");
    },
  );
});
