import { describe, expect, it } from "vitest";
import { entriesOf, ledgerNow, readFiles, readLines, setAside, spendOf } from "../../support/read-csv.ts";

const HEADER = "order_id,customer_id,order_date,total";

describe("rows that cannot be read", () => {
  it("are named with file, physical line, column, value and reason", async () => {
    const history = await readFiles({
      "a.csv": [HEADER, "1,anna,2026-03-01,10.00", '2,"Anna\nSmith",31/02/2011,1.00', "3,anna,2026-03-02,12.5%"],
      "b.csv": [HEADER, "4,anna,2026-03-03", "", "5,ben,2026-03-04,1.00"],
    });
    expect(history.rejects).toEqual([
      { file: "a.csv", line: 3, column: "order_date", value: "31/02/2011", reason: "unreadable date" },
      { file: "a.csv", line: 5, column: "total", value: "12.5%", reason: "unreadable amount" },
      { file: "b.csv", line: 2, column: "", value: "3 fields instead of 4", reason: "wrong number of fields" },
    ]);
    expect(setAside(history)).toMatchObject({ "blank line": "1 rows, 0.00" });
    expect(ledgerNow(history)).toMatchObject({ rows: 6, usedRows: 2 });
  });

  it("are rejected once, by the first reason that applies", async () => {
    const history = await readLines([HEADER, "1,anna,2026-03-41,ten", "2,ben,2026-03-01,1.00"]);
    expect(setAside(history)).toEqual({ "unreadable date": "1 rows, 0.00" });
    expect(history.rejects).toHaveLength(1);
    expect(history.rejects).toMatchObject([
      { line: 2, column: "order_date", value: "2026-03-41", reason: "unreadable date" },
    ]);
  });

  it("keep their money in the ledger where it could be read", async () => {
    const history = await readLines([HEADER, "1,anna,2026-03-41,10.00", "2,ben,2026-03-01,1.00"]);
    expect(setAside(history)).toEqual({ "unreadable date": "1 rows, 10.00" });
  });

  it("name the factor that could not be read", async () => {
    const history = await readLines([
      "customer_id,order_date,quantity,price",
      "anna,2026-03-01,two,1.00",
      "anna,2026-03-01,2,one",
      "anna,2026-03-01,2,1.00",
    ]);
    expect(history.rejects).toMatchObject([
      { line: 2, column: "quantity", value: "two" },
      { line: 3, column: "price", value: "one" },
    ]);
  });

  it("are unreadable for a refunded amount too", async () => {
    const history = await readLines([`${HEADER},refunded`, "1,anna,2026-03-01,10.00,some", "2,ben,2026-03-01,1.00,"]);
    expect(history.rejects).toMatchObject([
      { line: 2, column: "refunded", value: "some", reason: "unreadable amount" },
    ]);
  });
});

describe("the number of fields", () => {
  it("may be larger by blank ones: a delimiter at the end of every line", async () => {
    const history = await readLines([HEADER, "1,anna,2026-03-01,10.00,", "2,anna,2026-03-01,1.00,,"]);
    expect(history.rejects).toEqual([]);
    expect(spendOf(history)).toEqual({ anna: "2 × 11.00" });
  });

  it("may not be larger by more, or smaller", async () => {
    const history = await readLines([
      HEADER,
      "1,anna,2026-03-01,10.00,x",
      "2,anna,2026-03-01",
      "3,ben,2026-03-01,1.00",
    ]);
    expect(setAside(history)).toEqual({ "wrong number of fields": "2 rows, 0.00" });
  });
});

describe("the days of the data", () => {
  it("run to the newest readable row, with its place and the next newest", async () => {
    const history = await readLines([
      HEADER,
      "1,anna,2026-03-05,1.00",
      "2,,2026-03-09,0",
      "3,anna,2026-03-41,1.00",
      "4,anna,2026-03-01,1.00",
    ]);
    expect(entriesOf(history)).toHaveLength(4);
    expect(history.newest).toEqual({ day: history.orders.lastDay, file: "orders.csv", line: 3 });
    expect(history.newest.day - (history.nextNewestDay ?? 0)).toBe(4);
    expect(history.orders.lastDay - history.orders.firstDay).toBe(8);
  });
});
