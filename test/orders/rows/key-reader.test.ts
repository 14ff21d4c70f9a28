import { describe, expect, it } from "vitest";
import { readFiles, readLines, setAside, spendOf } from "../../support/read-csv.ts";

const HEADER = "order_id,customer_id,order_date,total";

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

describe("guests", () => {
  const lines = Object.freeze([
    "order_id,customer_id,email,order_date,total",
    "1,7,anna@example.com,2026-03-01,1.00",
    "2,0,Guest@Example.com ,2026-03-01,2.00",
    "3,,guest@example.com,2026-03-02,4.00",
    "4,0,,2026-03-02,8.00",
  ]);

  it("with id 0 or blank are known by their e-mail", async () => {
    expect(spendOf(await readLines(lines))).toEqual({ "7": "1 × 1.00", "guest@example.com": "2 × 6.00" });
  });

  it("are known by their e-mail too where the user names the column that was found anyway", async () => {
    const history = await readLines(lines, { customer: "customer_id" });
    expect(spendOf(history)).toEqual({ "7": "1 × 1.00", "guest@example.com": "2 × 6.00" });
  });
});
