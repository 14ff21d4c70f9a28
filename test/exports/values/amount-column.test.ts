import { describe, expect, it } from "vitest";
import { AmountColumn } from "../../../src/exports/values/amount-column.ts";

describe("AmountColumn", () => {
  const column = new AmountColumn(".");

  it("tells an amount, a blank and an unreadable cell apart", () => {
    expect(column.parse("12.50")).toEqual({ amount: 125_000, rounded: false });
    expect(column.parse("")).toBeNull();
    expect(column.parse("n/a")).toBeNull();
    expect(column.parse("twelve")).toBe("unreadable");
    expect(column.parse("9007199254740993")).toBe("unreadable"); // too large to keep exactly
  });

  it("says the same when it meets a cell again", () => {
    for (const text of ["0.00005", "", "twelve"]) expect(column.parse(text)).toEqual(column.parse(text));
    expect(column.parse("0.00005")).toEqual({ amount: 1, rounded: true });
  });

  it("multiplies quantity and price, rounded once", () => {
    expect(column.parseProduct("6", "2.55")).toEqual({ amount: 153_000, rounded: false });
    expect(column.parseProduct("3", "0.33333")).toEqual({ amount: 10_000, rounded: true }); // 0.99999
    expect(column.parseProduct("", "2.55")).toBeNull();
    expect(column.parseProduct("6", "")).toBeNull();
    expect(column.parseProduct("six", "")).toBe("unreadable");
    expect(column.parseProduct("6", "free")).toEqual({ amount: 0, rounded: false });
  });

  it("reads by its own decimal mark", () => {
    expect(new AmountColumn(",").parse("1.234,5")).toEqual({ amount: 12_345_000, rounded: false });
    expect(new AmountColumn(".").parse("1.234,5")).toBe("unreadable");
  });
});
