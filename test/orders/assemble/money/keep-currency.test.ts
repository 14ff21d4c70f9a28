import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/errors.ts";
import { readLines, setAside, spendOf } from "../../../support/read-csv.ts";

const HEADER = "order_id,customer_id,order_date,total,currency,status";

describe("currencies", () => {
  const mixed = Object.freeze([
    HEADER,
    "1,anna,2026-03-01,10.00,EUR,paid",
    "2,ben,2026-03-02,5.00,eur,paid",
    "3,ben,2026-03-03,700.00,SEK,paid",
  ]);

  it("that are mixed stop the run, with the rows and money of each", async () => {
    const reading = readLines(mixed);
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(/EUR \(2 rows, 15\.00\), SEK \(1 row, 700\.00\)/);
    await expect(reading).rejects.toMatchObject({ hint: expect.stringContaining("--currency") });
  });

  it("that are many are not all named", async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `${at},anna,2026-03-01,10.00,C${String(at).padStart(2, "0")},paid`,
    );
    await expect(readLines([HEADER, ...rows])).rejects.toThrow(/C09 \(1 row, 10\.00\), … 2 more$/);
  });

  it("that are more than there are show that the column holds something else, whoever reads it", async () => {
    const rows = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, at) => `${at},anna,2026-03-01,10.00,C${at},paid`);
    const reading = readLines([HEADER, ...rows(1002)], { currency: "C1" });
    await expect(reading).rejects.toThrow('orders.csv: column "currency" has over 1000 different currencies');
    expect(spendOf(await readLines([HEADER, ...rows(999)], { currency: "C1" }))).toEqual({ anna: "1 × 10.00" });
  });

  it("are set aside but for the one that was asked for", async () => {
    const history = await readLines(mixed, { currency: "eur" });
    expect(history.understanding.currency).toBe("EUR");
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00", ben: "1 × 5.00" });
    expect(setAside(history)).toEqual({ "other currency": "1 rows, 700.00" });
  });

  it("that do not occur are refused", async () => {
    await expect(readLines(mixed, { currency: "USD" })).rejects.toThrow(/USD.*EUR/);
  });

  it("of rows that do not count do not matter", async () => {
    const history = await readLines([...mixed.slice(0, 3), "3,ben,2026-03-03,700.00,SEK,cancelled"]);
    expect(history.understanding.currency).toBe("EUR");
    expect(setAside(history)).toEqual({ status: "1 rows, 700.00" });
  });

  it("are told by the symbol beside the amount where there is no column", async () => {
    const history = await readLines([
      "order_id,customer_id,order_date,total",
      "1,anna,2026-03-01,€10.00",
      "2,ben,2026-03-02,EUR 5.00",
    ]);
    expect(history.understanding.currency).toBe("EUR");
    const reading = readLines([
      "order_id,customer_id,order_date,total",
      "1,anna,2026-03-01,€10.00",
      "2,ben,2026-03-02,$5.00",
    ]);
    await expect(reading).rejects.toThrow(/mix currencies/);
  });

  it("that are blank take that of their order's first row that has one", async () => {
    const history = await readLines(
      [
        HEADER,
        "1,anna,2026-03-01,10.00,EUR,paid",
        "1,anna,2026-03-01,10.00,,",
        "2,ben,2026-03-02,700.00,,paid",
        "2,ben,2026-03-02,700.00,SEK,",
      ],
      { currency: "EUR" },
    );
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00" });
    expect(setAside(history)).toEqual({ "other currency": "2 rows, 700.00" });
  });

  it("that no row names stay unnamed", async () => {
    const history = await readLines(["order_id,customer_id,order_date,total", "1,anna,2026-03-01,10.00"]);
    expect(history.understanding.currency).toBe("");
  });
});
