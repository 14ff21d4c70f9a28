import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import type { DataTable } from "../../../src/csv/writer/data-table.ts";
import { guardFormula, spreadsheetRows, unguardFormula } from "../../../src/csv/writer/spreadsheet.ts";
import { renderData } from "../../../src/render/tables/formats.ts";
import { chunkText } from "../../support/chunk-text.ts";

describe("text that a spreadsheet would run", () => {
  it.each([
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+358 40 123",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\tanna",
    "\r=1",
    "\nanna",
    "  =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff@x",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠x",
    " ＝1",
    "-",
    "-1e5",
    "'=1+1", // guarded as well, so that taking one apostrophe off gives the original
  ])("gets an apostrophe: %j", (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(unguardFormula(guardFormula(text))).toBe(text);
  });

  it.each([
    "",
    "anna@example.com",
    "O'Neill",
    "'80s",
    "a=b",
    "-5",
    "+5",
    "-12.50",
    "-12,50",
    "1-2",
    "🙂",
    "00123",
    "–",
  ])("is not this, which stays as it is: %j", (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });

  it("never begins a cell, whatever the text, and the text can always be had back", () => {
    const piece = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "'",
      " ",
      "\t",
      "\r",
      "\n",
      "＝",
      "1",
      ".",
      "a",
      "\u00a0",
      "\u0000",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join("");
        const guarded = guardFormula(text);
        expect(unguardFormula(guarded)).toBe(text);
        if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(guarded)) {
          expect(guarded).not.toMatch(/^[\s\p{Cc}]*[=+\-@＝＋－＠]/u);
        }
      }),
    );
  });
});

describe("a table for a spreadsheet", () => {
  const table: DataTable = {
    length: 2,
    columns: [
      { name: "customer_id", kind: "text", at: (row) => ["=1+1", "anna; ben"][row] ?? null },
      { name: "first_order", kind: "day", at: () => dayNumber(2011, 4, 30) },
      { name: "orders", kind: "count", at: (row) => [1234, null][row] ?? null },
      { name: "spend", kind: "money", at: (row) => [-12_345_600, 50_000][row] ?? null },
      { name: "share", kind: "share", at: () => 0.125 },
      { name: "median", kind: "number", at: () => 2.5 },
      { name: "complete", kind: "flag", at: () => true },
      { name: "=kept", kind: "text", at: () => "1.5" },
    ],
  };
  const text = (format: "csv" | "tsv", decimalMark: string): string =>
    chunkText(spreadsheetRows(table, format, { decimalMark }));

  it("has semicolons and decimal commas where the locale has the comma; dates stay ISO", () => {
    expect(text("csv", ",")).toBe(
      "\ufeffcustomer_id;first_order;orders;spend;share;median;complete;'=kept\r\n" +
        "'=1+1;2011-04-30;1234;-1234,56;0,125;2,5;true;1.5\r\n" +
        '"anna; ben";2011-04-30;;5,00;0,125;2,5;true;1.5\r\n',
    );
  });

  it("has commas and points elsewhere", () => {
    expect(text("csv", ".").split("\r\n")[1]).toBe("'=1+1,2011-04-30,1234,-1234.56,0.125,2.5,true,1.5");
  });

  it("has tabs in TSV, with the locale's decimal mark", () => {
    expect(text("tsv", ",").split("\r\n")[1]).toBe("'=1+1\t2011-04-30\t1234\t-1234,56\t0,125\t2,5\ttrue\t1.5");
  });

  it("shows averages and medians of money with two decimals, halves away from zero, and sums as they are", () => {
    const money: DataTable = {
      length: 4,
      columns: [
        { name: "average", kind: "quotient", at: (row) => [507.7368, 100, -0.125, null][row] ?? null },
        { name: "median", kind: "money", isMedian: true, at: (row) => [18_274_050, 5, 0, null][row] ?? null },
        { name: "sum", kind: "money", at: (row) => [18_274_050, 3_333, 0n, null][row] ?? null },
      ],
    };
    const rows = [...spreadsheetRows(money, "csv", { decimalMark: "." })].join("").split("\r\n");
    expect(rows.slice(1, 5)).toEqual(["507.74,1827.41,1827.405", "100.00,0.00,0.3333", "-0.13,0.00,0.00", ",,"]);
    expect([...renderData(money, "csv")].join("").split("\n")[1]).toBe("507.7368,1827.405,1827.405");
  });

  it("holds what plain CSV holds", () => {
    const plain = parse(chunkText(renderData(table, "csv"))) as string[][];
    const back = parse(text("csv", ","), { bom: true, delimiter: ";", record_delimiter: "\r\n" }) as string[][];
    const isNumber = (column: number): boolean => column >= 2 && column <= 5;
    expect(
      back.map((row) => row.map((cell, column) => (isNumber(column) ? cell.replace(",", ".") : unguardFormula(cell)))),
    ).toEqual(plain);
    expect(plain[1]?.[0]).toBe("=1+1"); // what machines read is never changed
  });
});
