import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/errors.ts";
import { entriesOf, type Files, ledgerNow, readFiles, setAside, spendOf } from "../../../support/read-csv.ts";

const LINES = "order_id,customer_id,order_date,item,line total";
const TOTALS = "order_id,customer_id,order_date,total,refunded amount,status";

describe("line items in files that overlap", () => {
  const files: Files = Object.freeze({
    "a.csv": [
      LINES,
      "1,anna,2026-03-01,mug,10",
      "2,ben,2026-03-02,tea,3",
      "2,ben,2026-03-02,tea,3",
      "2,ben,2026-03-02,pot,20",
    ],
    "b.csv": [LINES, "2,ben,2026-03-02,tea,3", "2,ben,2026-03-02,pot,20", "3,anna,2026-03-03,mug,10"],
  });

  it("count as often as in the file that has most of them", async () => {
    const history = await readFiles(files);
    expect(spendOf(history)).toEqual({ anna: "2 × 20.00", ben: "1 × 26.00" });
    expect(setAside(history)).toEqual({ duplicate: "2 rows, 23.00" });
    expect(ledgerNow(history)).toMatchObject({ rows: 7, money: 690_000n });
  });

  it("are the same whichever file has more, and in whatever order the files are named", async () => {
    const turned = await readFiles({ "a.csv": files["b.csv"] ?? [], "b.csv": files["a.csv"] ?? [] });
    expect(spendOf(turned)).toEqual({ anna: "2 × 20.00", ben: "1 × 26.00" });
    const named = await readFiles({ "b.csv": files["b.csv"] ?? [], "a.csv": files["a.csv"] ?? [] });
    expect(entriesOf(named)).toEqual(entriesOf(await readFiles(files)));
  });

  it("that only one file has are joined to the order", async () => {
    const history = await readFiles({
      "a.csv": [LINES, "1,anna,2026-03-01,mug,10", "1,anna,2026-03-01,tea,3"],
      "b.csv": [LINES, "1,anna,2026-03-01,tea,3", "1,anna,2026-03-01,pot,20"],
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 33.00" });
  });

  it("that are repeated inside one file all count", async () => {
    const history = await readFiles({
      "a.csv": [LINES, "1,anna,2026-03-01,mug,10", "1,anna,2026-03-01,mug,10"],
      "b.csv": [LINES, "2,anna,2026-03-02,mug,10"],
    });
    expect(spendOf(history)).toEqual({ anna: "2 × 30.00" });
  });

  it("of three files are joined as one", async () => {
    const mug = "1,anna,2026-03-01,mug,10";
    const history = await readFiles({
      "a.csv": [LINES, mug, mug],
      "b.csv": [LINES, mug, mug, mug, "2,ben,2026-03-01,tea,1"],
      "c.csv": [LINES, mug],
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 30.00", ben: "1 × 1.00" });
    expect(setAside(history)).toEqual({ duplicate: "3 rows, 30.00" });
  });

  it("without an order id are joined row by row", async () => {
    const header = "customer_id,order_date,amount";
    const history = await readFiles({
      "a.csv": [header, "anna,2026-03-01,10", "anna,2026-03-01,10", "ben,2026-03-02,5"],
      "b.csv": [header, "anna,2026-03-01,10", "ben,2026-03-02,5", "ben,2026-03-03,5"],
    });
    expect(spendOf(history)).toEqual({ anna: "2 × 20.00", ben: "2 × 10.00" });
    expect(setAside(history)).toEqual({ duplicate: "2 rows, 15.00" });
  });
});

describe("order-level totals in files that overlap", () => {
  it("count in the version of the file whose newest row is newer", async () => {
    const history = await readFiles({
      "a.csv": [TOTALS, "1,anna,2026-03-01,10.00,,paid", "2,ben,2026-03-31,7.00,,paid"],
      "b.csv": [TOTALS, "1,anna,2026-03-01,10.00,4.00,paid", "3,ben,2026-04-01,5.00,,paid"],
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 6.00", ben: "2 × 12.00" });
    expect(setAside(history)).toEqual({ duplicate: "1 rows, 10.00" });
    expect(entriesOf(history).find(({ reason }) => reason === "duplicate")?.place).toBe("a.csv:2");
  });

  it("count in the newer version although it has less of a refund", async () => {
    const history = await readFiles({
      "a.csv": [TOTALS, "1,anna,2026-03-01,10.00,4.00,paid"],
      "b.csv": [TOTALS, "1,anna,2026-03-01,10.00,1.00,paid", "3,ben,2026-04-01,5.00,,paid"],
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 9.00", ben: "1 × 5.00" });
  });

  it("count with the larger refund where the files end on the same day", async () => {
    for (const [first, second] of [
      ["4.00", ""],
      ["", "4.00"],
    ]) {
      const history = await readFiles({
        "a.csv": [TOTALS, `1,anna,2026-03-01,10.00,${first},paid`],
        "b.csv": [TOTALS, `1,anna,2026-03-01,10.00,${second},paid`],
      });
      expect(spendOf(history)).toEqual({ anna: "1 × 6.00" });
      expect(ledgerNow(history).setAside).toMatchObject([{ reason: "duplicate", rows: 1 }]);
    }
  });

  it("count once with all their rows, however many rows each file has", async () => {
    const history = await readFiles({
      "a.csv": [TOTALS, "1,anna,2026-03-01,10.00,,paid", "1,anna,2026-03-01,,,", "1,anna,2026-03-01,,,"],
      "b.csv": [TOTALS, "1,anna,2026-03-01,12.00,,paid", "1,anna,2026-03-01,,,", "3,ben,2026-04-01,5.00,,paid"],
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 12.00", ben: "1 × 5.00" });
    expect(setAside(history)).toEqual({ duplicate: "3 rows, 10.00" });
  });

  it("count when an order that was pending in the older file is paid in the newer", async () => {
    const history = await readFiles({
      "a.csv": [TOTALS, "1,anna,2026-03-01,10.00,,pending", "2,ben,2026-03-31,7.00,,paid"],
      "b.csv": [TOTALS, "1,anna,2026-03-01,10.00,,paid", "3,ben,2026-04-01,5.00,,paid"],
    });
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00", ben: "2 × 12.00" });
  });

  it("do not count when an order that was paid in the older file is refunded in the newer", async () => {
    const history = await readFiles({
      "a.csv": [TOTALS, "1,anna,2026-03-01,10.00,,paid", "2,ben,2026-03-31,7.00,,paid"],
      "b.csv": [TOTALS, "1,anna,2026-03-01,10.00,,refunded", "3,ben,2026-04-01,5.00,,paid"],
    });
    expect(spendOf(history)).toEqual({ ben: "2 × 12.00" });
    expect(setAside(history)).toEqual({ status: "1 rows, 10.00", duplicate: "1 rows, 10.00" });
  });

  it("that do not count for their status are set aside for it in both files, the first reason that applies", async () => {
    const history = await readFiles({
      "a.csv": [TOTALS, "1,anna,2026-03-01,10.00,,cancelled", "2,ben,2026-03-31,7.00,,paid"],
      "b.csv": [TOTALS, "1,anna,2026-03-01,10.00,,cancelled", "3,ben,2026-04-01,5.00,,paid"],
    });
    expect(setAside(history)).toEqual({ status: "2 rows, 20.00" });
  });
});

describe("files of one source", () => {
  it("that are the same byte for byte count once", async () => {
    const lines = [TOTALS, "1,anna,2026-03-01,10.00,,paid"];
    const history = await readFiles({ "a.csv": lines, "copy.csv": lines });
    expect(history.rows).toBe(1);
    expect(history.understanding.passedOver).toMatchObject([{ name: "copy.csv", why: "same bytes", as: "a.csv" }]);
  });

  it("with the same order ids for other customers on other days show that the numbering was reused", async () => {
    const lines = readFiles({
      "a.csv": [LINES, "1,anna,2025-03-01,mug,10"],
      "b.csv": [LINES, "1,ben,2026-03-01,tea,3"],
    });
    await expect(lines).rejects.toThrow(InputError);
    await expect(lines).rejects.toThrow(/order 1 .*2025-03-01.*2026-03-01/);
  });

  it("with the same order ids for other customers on other days are refused where totals are whole orders' too", async () => {
    const totals = readFiles({
      "a.csv": [TOTALS, "1,anna,2025-03-01,10.00,,paid"],
      "b.csv": [TOTALS, "1,ben,2026-03-01,3.00,,paid"],
    });
    await expect(totals).rejects.toThrow(InputError);
    await expect(totals).rejects.toThrow(/order 1 .*2025-03-01.*2026-03-01/);
  });
});

describe("files of different sources", () => {
  it("are not compared row by row, and their order ids are told apart on request", async () => {
    const files: Files = {
      "a.csv": ["order_id,customer_id,order_date,total", "1,anna,2026-03-01,10.00"],
      "b.csv": ["receipt no,customer_id,order_date,total", "1,ben,2026-03-02,10.00"],
    };
    const history = await readFiles(files, { duplicates: "keep" });
    expect(spendOf(history)).toEqual({ anna: "1 × 10.00", ben: "1 × 10.00" });
    expect(entriesOf(history).map(({ order }) => order)).toEqual(["1", "1"]);
    expect(setAside(history)).toEqual({});
  });
});
