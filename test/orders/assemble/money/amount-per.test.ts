import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/errors.ts";
import { readFiles, readLines, spendOf } from "../../../support/read-csv.ts";

/** Rows of two orders of anna's, under a header whose amount column has this name. */
function ordersOf(
  amountColumn: string,
  amounts: { first: readonly string[]; second: readonly string[] },
): readonly string[] {
  return [
    `order_id,customer_id,order_date,item,${amountColumn}`,
    ...amounts.first.map((amount, item) => `1,anna,2026-03-01,item ${item},${amount}`),
    ...amounts.second.map((amount, item) => `2,anna,2026-03-02,item ${item},${amount}`),
  ];
}

describe("an order-level total", () => {
  it("that every row repeats counts once", async () => {
    const history = await readLines(
      ordersOf("Total", { first: ["10.00", "10.00", "10.00"], second: ["5.00", "5.00"] }),
    );
    expect(spendOf(history)).toEqual({ anna: "2 × 15.00" });
    expect(history.understanding.files[0]?.amountPer).toBe("order");
  });

  it("that stands on the first row only counts once", async () => {
    const history = await readLines(ordersOf("Total", { first: ["10.00", "", ""], second: ["5.00", ""] }));
    expect(spendOf(history)).toEqual({ anna: "2 × 15.00" });
  });

  it("that stands on a later row only belongs to the order all the same", async () => {
    const history = await readLines(ordersOf("Total", { first: ["", "10.00"], second: ["5.00"] }));
    expect(spendOf(history)).toEqual({ anna: "2 × 15.00" });
  });

  it("by its name whose rows differ in every order is really of lines", async () => {
    const history = await readLines(ordersOf("Total", { first: ["10.00", "20.00"], second: ["5.00", "6.00"] }));
    expect(spendOf(history)).toEqual({ anna: "2 × 41.00" });
    expect(history.understanding.files[0]?.amountPer).toBe("line");
  });

  it("by its name whose rows agree in one order and differ in another stops the run", async () => {
    const reading = readLines(ordersOf("Total", { first: ["10.00", "10.00"], second: ["5.00", "6.00"] }));
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(/order 1.*10\.00, 10\.00.*worth 10\.00 or 20\.00.*order 2.*5\.00, 6\.00/);
    await expect(reading).rejects.toMatchObject({ hint: expect.stringContaining("--amount-per") });
  });
});

describe("line amounts", () => {
  it("are added up where the rows of an order differ", async () => {
    const history = await readLines(ordersOf("Amount", { first: ["10.00", "20.00"], second: ["5.00", "5.00"] }));
    expect(spendOf(history)).toEqual({ anna: "2 × 40.00" });
  });

  it("are added up under a name that says so, even where they are equal", async () => {
    const history = await readLines(ordersOf("Line total", { first: ["10.00", "10.00"], second: ["5.00"] }));
    expect(spendOf(history)).toEqual({ anna: "2 × 25.00" });
  });

  it("are quantity × price where there is no amount", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,quantity,unit price",
      "1,anna,2026-03-01,3,0.10",
      "1,anna,2026-03-01,2,2.55",
      "2,ben,2026-03-01,2,2.55",
    ]);
    expect(spendOf(history)).toEqual({ anna: "1 × 5.40", ben: "1 × 5.10" });
  });

  it("finer than a ten-thousandth are rounded once a row, and counted", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,quantity,unit price",
      "1,anna,2026-03-01,1,0.00005",
      "1,anna,2026-03-01,1,0.00005",
      "1,anna,2026-03-01,2,0.00005",
    ]);
    expect(spendOf(history)).toEqual({ anna: "1 × 0.0003" });
    expect(history.understanding.roundedRows).toBe(2);
  });
});

describe("an amount column that may be either", () => {
  const same = ordersOf("Amount", { first: ["10.00", "10.00"], second: ["5.00", "5.00"] });

  it("stops the run with both readings of a real order", async () => {
    const reading = readLines(same);
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(/"Amount".*order 1 \(line 2\).*worth 10\.00 or 20\.00/);
    await expect(reading).rejects.toMatchObject({
      hint: expect.stringMatching(/--amount-per order.*--amount-per line/),
    });
  });

  it("is settled by the option", async () => {
    expect(spendOf(await readLines(same, { amountPer: "order" }))).toEqual({ anna: "2 × 15.00" });
    expect(spendOf(await readLines(same, { amountPer: "line" }))).toEqual({ anna: "2 × 30.00" });
  });

  it("does not matter where no order has two rows", async () => {
    const history = await readLines(ordersOf("Amount", { first: ["10.00"], second: ["5.00"] }));
    expect(spendOf(history)).toEqual({ anna: "2 × 15.00" });
  });
});

describe("an amount column that may be either, in files that overlap", () => {
  const header = "order_id,customer_id,order_date,item,Amount";

  it("is not shown to be of orders by one row repeated in two files", async () => {
    const history = await readFiles({
      "a.csv": [header, "1,anna,2026-03-01,mug,10.00"],
      "b.csv": [header, "1,anna,2026-03-01,mug,10.00", "2,ben,2026-03-02,tea,5.00"],
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00", ben: "1 × 5.00" });
  });

  it("stops the run by an order whose rows agree in one of the files, be it the first or a later one", async () => {
    const one = [header, "1,anna,2026-03-01,mug,10.00"];
    const two = [header, "1,anna,2026-03-01,mug,10.00", "1,anna,2026-03-01,tea,10.00"];
    await expect(readFiles({ "a.csv": two, "b.csv": one })).rejects.toThrow(/"Amount" may be/);
    await expect(readFiles({ "a.csv": one, "b.csv": two })).rejects.toThrow(/"Amount" may be/);
  });
});

describe("two totals in one order", () => {
  it("are refused where the option says that they are totals", async () => {
    const reading = readLines(ordersOf("Amount", { first: ["10.00", "20.00"], second: ["5.00"] }), {
      amountPer: "order",
    });
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(/order 1 .*10\.00.*20\.00.*line 3/);
  });
});
