import { describe, expect, it } from "vitest";
import { TooManyRejectsError } from "../../../src/errors.ts";
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
      { file: "b.csv", line: 2, column: "", value: "3 fields, 4 in the header", reason: "wrong number of fields" },
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

  it("do not stop the run up to three of them, or one in a hundred", async () => {
    const good = Array.from({ length: 400 }, (_, index) => `${index + 10},anna,2026-03-01,1.00`);
    const bad = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1000},ben,2026-03-41,1.00`);
    expect((await readLines([HEADER, good[0] ?? "", ...bad(3)])).rejects).toHaveLength(3);
    await expect(readLines([HEADER, good[0] ?? "", ...bad(4)])).rejects.toThrow(TooManyRejectsError);
    expect((await readLines([HEADER, ...good, ...bad(4)])).rejects).toHaveLength(4); // 4 of 404
    await expect(readLines([HEADER, ...good, ...bad(5)])).rejects.toThrow(/5 of 405 rows.*1 %/);
  });

  it("stop the run as the option says", async () => {
    const lines = [HEADER, "1,anna,2026-03-41,1.00", "2,ben,2026-03-01,1.00"];
    await expect(readLines(lines, { maxRejects: { rows: 0 } })).rejects.toThrow(TooManyRejectsError);
    expect((await readLines(lines, { maxRejects: { rows: 1 } })).rejects).toHaveLength(1);
    await expect(readLines(lines, { maxRejects: { rows: 0 } })).rejects.toThrow(/orders\.csv line 2, "2026-03-41"/);
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

describe("customers", () => {
  it("are known by their trimmed key, and e-mails without case", async () => {
    const history = await readLines([
      "order_id,email,order_date,total",
      "1, Anna@Example.COM ,2026-03-01,1.00",
      "2,anna@example.com,2026-03-02,2.00",
    ]);
    expect(spendOf(history)).toEqual({ "anna@example.com": "2 × 3.00" });
  });

  it("with ids keep their case", async () => {
    const history = await readLines([HEADER, "1,Ab,2026-03-01,1.00", "2,ab,2026-03-02,2.00"]);
    expect(spendOf(history)).toEqual({ Ab: "1 × 1.00", ab: "1 × 2.00" });
  });

  it("keep leading zeros, without an apostrophe or a formula around them", async () => {
    const history = await readLines([
      HEADER,
      "1,00100,2026-03-01,1.00",
      "2,'00100,2026-03-02,2.00",
      '3,"=""00100""",2026-03-02,4.00',
    ]);
    expect(spendOf(history)).toEqual({ "00100": "3 × 7.00" });
  });

  it("lose the .0 of a data frame where the whole column is whole numbers", async () => {
    const history = await readLines([
      HEADER,
      "1,17850.0,2026-03-01,1.00",
      "2,17850,2026-03-02,2.00",
      "3,,2026-03-02,4.00",
    ]);
    expect(spendOf(history)).toEqual({ "17850": "2 × 3.00" });
    expect(history.understanding.pointZeroIds).toBe(true);
  });

  it("lose it in all files of one source together", async () => {
    const history = await readFiles({
      "a.csv": [HEADER, "1,17850.0,2026-03-01,1.00"],
      "b.csv": [HEADER, "2,17850,2026-04-02,2.00"],
    });
    expect(spendOf(history)).toEqual({ "17850": "2 × 3.00" });
  });

  it("keep it where one id is not a whole number", async () => {
    const history = await readLines([HEADER, "1,17850.0,2026-03-01,1.00", "2,A1,2026-03-02,2.00"]);
    expect(spendOf(history)).toEqual({ "17850.0": "1 × 1.00", A1: "1 × 2.00" });
    expect(history.understanding.pointZeroIds).toBe(false);
  });

  it("are nobody where the key is blank or 0", async () => {
    const history = await readLines([
      HEADER,
      "1,,2026-03-01,1.00",
      "2,0,2026-03-01,2.00",
      "3, ,2026-03-01,4.00",
      "4,7,2026-03-01,8.00",
    ]);
    expect(setAside(history)).toEqual({ "no customer": "3 rows, 7.00" });
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
