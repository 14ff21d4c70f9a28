import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_DAY, reasonCode } from "../../../src/core/ledger/entries.ts";
import { Dictionary } from "../../../src/orders/read/dictionary.ts";
import { float64Column, int32Column, uint8Column } from "../../../src/orders/read/growing.ts";
import { emptyRow, RowTable } from "../../../src/orders/read/row-table.ts";

describe("Dictionary", () => {
  it("numbers texts by first appearance", () => {
    const dictionary = new Dictionary();
    expect(["b", "a", "b", "", "constructor", "__proto__", "a"].map((text) => dictionary.code(text))).toEqual([
      0, 1, 0, 2, 3, 4, 1,
    ]);
    expect(dictionary.texts).toEqual(["b", "a", "", "constructor", "__proto__"]);
  });
});

describe("a growing column", () => {
  it("holds what was pushed, however much", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 5000, size: "max" }), (values) => {
        const column = int32Column();
        for (const value of values) column.push(value);
        expect(column.length).toBe(values.length);
        expect(Array.from(column.view())).toEqual(values);
      }),
      { numRuns: 20 },
    );
  });

  it("keeps to its type", () => {
    const [doubles, bytes] = [float64Column(), uint8Column()];
    doubles.push(Number.NaN);
    doubles.push(0.5);
    bytes.push(255);
    expect(Array.from(doubles.view())).toEqual([Number.NaN, 0.5]);
    expect(Array.from(bytes.view())).toEqual([255]);
  });
});

describe("RowTable", () => {
  it("keeps rows in columns", () => {
    const table = new RowTable();
    const row = { ...emptyRow(7, 0), day: 20_516, amount: 125_000, order: table.orders.code("1"), customer: 3 };
    table.append(0, row);
    table.append(2, emptyRow(9, reasonCode("blank line")));
    const columns = table.view();
    expect(columns.length).toBe(2);
    expect(Array.from(columns.file)).toEqual([0, 2]);
    expect(Array.from(columns.line)).toEqual([7, 9]);
    expect(Array.from(columns.day)).toEqual([20_516, NO_DAY]);
    expect(Array.from(columns.amount)).toEqual([125_000, Number.NaN]);
    expect(Array.from(columns.order)).toEqual([0, -1]);
    expect(Array.from(columns.customer)).toEqual([3, -1]);
    expect(Array.from(columns.reason)).toEqual([0, reasonCode("blank line")]);
  });
});
