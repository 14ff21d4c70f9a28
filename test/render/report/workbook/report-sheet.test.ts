import { describe, expect, it } from "vitest";
import { cellKind } from "../../../../src/render/report/workbook/report-sheet.ts";

describe("the kind of a column's cells", () => {
  const kindOf = (values: readonly (number | null)[]): string =>
    cellKind({ kind: "number", at: (row) => values[row] ?? null }, values.length);

  it.each([
    ["whole numbers and halves as they are", [19.5, 3, null, 0], "number"],
    ["shares of one with four decimals", [0.035_379_714, 0.5, 0], "small"],
    ["how many times with two", [1.028_123_4, 0.97, 3], "ratio"],
    ["numbers that two decimals would tell badly with four", [0.012_345_678, 5.25], "small"],
    ["small numbers next to large ones with all they have", [0.012_345_678, 1234.5], "number"],
    ["nothing as it is", [null, null], "number"],
  ])("shows %s", (_, values, kind) => {
    expect(kindOf(values)).toBe(kind);
  });

  it("is that of the data elsewhere, and a share for a bar", () => {
    expect(cellKind({ kind: "money", at: () => 1 }, 1)).toBe("money");
    expect(cellKind({ kind: "bar", at: () => 1 }, 1)).toBe("share");
  });
});
