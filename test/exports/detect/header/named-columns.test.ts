import { describe, expect, it } from "vitest";
import {
  listedNames,
  namedColumn,
  namedColumnOfTable,
  optionColumn,
  optionNameOf,
} from "../../../../src/exports/detect/header/named-columns.ts";

describe("a column that an option names", () => {
  it("goes by the exact name first, then without case", () => {
    const header = ["Total", "total", "TOTAL ", "Sum"];
    const find = (option: string): number => optionColumn({ fileName: "a.csv", header }, option, "--amount");
    expect([find("total"), find("Total"), find("TOTAL"), find("SUM")]).toEqual([1, 0, 2, 3]);
  });

  it("goes by its place, or by its number among equal names", () => {
    const header = ["Id", "Email", "email ", "", "Email"];
    expect(["#1", "#4", "Email#1", "Email#2", " email#3 ", "#5"].map((name) => namedColumn(header, name))).toEqual([
      ...[0, 3, 1, 2, 4, 4],
    ]);
    expect(["#0", "#6", "Email#4", "Id#2", "Phone#1", "#"].map((name) => namedColumn(header, name))).toEqual([
      ...[null, null, null, null, null, null],
    ]);
  });

  it("goes by the name that the header has, where that looks like a place", () => {
    const header = ["a", "Email", "Email", "#1", "Email#2"];
    expect([namedColumn(header, "#1"), namedColumn(header, "Email#2")]).toEqual([3, 4]);
    expect(header.map((_, column) => namedColumn(header, optionNameOf(header, column)))).toEqual([0, 1, 2, 3, 4]);
  });

  it("is called by a name that finds it again, whatever the header", () => {
    for (const header of [
      ["x", "X", "x", "", " "],
      ["#2", "#1", "#2"],
      ["a#1", "a", "a", "A"],
    ]) {
      expect(header.map((_, column) => namedColumn(header, optionNameOf(header, column)))).toEqual(
        header.map((_, column) => column),
      );
    }
    expect(listedNames(["Id", "Email", "", "Email"])).toBe("Id, Email, #3, Email#2");
  });

  it("means the orders where it is a place, and there are several tables", () => {
    const at = (option: string, isOrders: boolean): number | null =>
      namedColumnOfTable(["id", "city"], option, { isOrders });
    expect([at("#2", true), at("#2", false), at("city", false)]).toEqual([1, null, 1]);
  });

  it.each([
    [["Id", "Email", "Email"], "#9", "the file has 3 columns, #1 to #3"],
    [["Id", "Email", "Email"], "email#3", 'the file has 2 columns named "email"'],
    [["Id", "Price <EUR>"], "Price", "put a name that has signs in double quotes: '\"Price <EUR>\"=VALUE'"],
    [["Id", "Country"], "Contry", 'did you mean "Country"?'],
    [["Id", "Country"], "wholly other", "write the name as the header has it"],
  ])("of %j, %s is unknown, and the hint helps", (header, option, hint) => {
    expect(() => optionColumn({ fileName: "a.csv", header }, option, "--keep")).toThrow(
      expect.objectContaining({ message: expect.stringContaining(`no column "${option}" for --keep`), hint }),
    );
  });
});
