import { describe, expect, it } from "vitest";
import { NO_DAY } from "../../../src/basics/calendar/days.ts";
import { Dictionary } from "../../../src/csv/keys/dictionary.ts";
import { reasonCode } from "../../../src/orders/ledger/entries.ts";
import { emptyRow, RowTable } from "../../../src/orders/rows/row-table.ts";

describe("Dictionary", () => {
  it("numbers texts by first appearance", () => {
    const dictionary = new Dictionary();
    expect(["b", "a", "b", "", "constructor", "__proto__", "a"].map((text) => dictionary.code(text))).toEqual([
      0, 1, 0, 2, 3, 4, 1,
    ]);
    expect(dictionary.texts).toEqual(["b", "a", "", "constructor", "__proto__"]);
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

  it("keeps what was changed in its columns when more rows come", () => {
    const table = new RowTable();
    for (const line of [2, 3, 5]) table.append(0, { ...emptyRow(line, 0), currency: 1 });
    const first = table.view();
    first.currency[1] = 2;
    first.reason[2] = 4;
    table.append(0, { ...emptyRow(6, 0), currency: 1 });
    const { line, currency, reason } = table.view();
    expect([[...line], [...currency], [...reason]]).toEqual([
      [2, 3, 5, 6],
      [1, 2, 1, 1],
      [0, 0, 4, 0],
    ]);
  });

  it("tells the line of a row whether or not somebody looks at the column of lines", () => {
    const table = new RowTable();
    for (const line of [2, 3, 7, 8]) table.append(0, emptyRow(line, 0));
    const linesOf = () => [3, 0, 2, 1].map((row) => table.rows.lineOf(row));
    expect(linesOf()).toEqual([8, 2, 7, 3]);
    expect([...table.view().line]).toEqual([2, 3, 7, 8]);
    table.append(0, emptyRow(12, 0));
    expect(linesOf()).toEqual([8, 2, 7, 3]);
    expect(table.rows.lineOf(4)).toBe(12);
  });
});
