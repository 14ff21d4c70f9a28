import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { cellCondition, type Verdict } from "../../../src/exports/conditions/cell-condition.ts";
import type { ComparedFormats } from "../../../src/exports/conditions/comparable.ts";
import type { Comparison } from "../../../src/exports/conditions/condition.ts";

const POINT: ComparedFormats = { decimal: ".", date: { notation: "calendar", order: "mdy" } };
const COMMA: ComparedFormats = { decimal: ",", date: { notation: "calendar", order: "dmy" } };

function verdicts(
  [comparison, ...values]: readonly [Comparison, ...string[]],
  cells: readonly string[],
  formats = POINT,
): readonly Verdict[] {
  const { verdict } = cellCondition({ column: "c", comparison, values }, formats, "--where");
  return cells.map(verdict);
}

describe("a condition on cells", () => {
  it("of equality goes by text without case, and by a number's or day's value", () => {
    expect(verdicts(["=", "paid", "10"], ["Paid ", "10.00", "$10", "10.5", "", "2026-01-01"])).toEqual([
      ...[true, true, false, false, false, false],
    ]);
    expect(verdicts(["=", "2026-03-05"], ["2026-03-05 10:12", "3/5/2026", "5.3.2026", "2026-03-06"])).toEqual([
      ...[true, true, true, false],
    ]);
  });

  it("of equality takes no id for a number", () => {
    expect(verdicts(["=", "7"], ["007", "7B", "7.0"])).toEqual([false, false, true]);
    expect(verdicts(["=", "007"], ["7", "007"])).toEqual([false, true]);
  });

  it("tells blank cells from others", () => {
    const cells = ["", "  ", "x", "0"];
    expect(verdicts(["=", ""], cells)).toEqual([true, true, false, false]);
    expect(verdicts(["!=", ""], cells)).toEqual([false, false, true, true]);
    expect(verdicts(["!=", "x"], cells)).toEqual([true, true, false, true]);
  });

  it("compares numbers as the file writes them", () => {
    expect(verdicts([">", "1.500"], ["1,400", "2", "1.5"], POINT)).toEqual([true, true, false]);
    expect(verdicts([">", "1.500"], ["1.400", "1.501,00", "1500"], COMMA)).toEqual([false, true, false]);
    expect(verdicts(["<=", "12.5"], ["12,50", "12,51", "−3"], COMMA)).toEqual([true, false, true]);
    expect(verdicts([">=", "15 %"], ["15%", "9 %", "20,5 %"], COMMA)).toEqual([true, false, true]);
  });

  it("compares days as the file writes them, and those that read one way only", () => {
    expect(verdicts(["<", "03/04/2026"], ["03/03/2026", "04/03/2026", "2026-03-03"], POINT)).toEqual([
      ...[true, false, true],
    ]);
    expect(verdicts(["<", "03/04/2026"], ["02/04/2026", "03/04/2026", "04/03/2026"], COMMA)).toEqual([
      ...[true, false, true],
    ]);
    expect(verdicts([">=", "1.3.2026"], ["2026-03-01 00:00", "28 Feb 2026"], POINT)).toEqual([true, false]);
  });

  it("finds no blank cell smaller or greater, and says what it cannot compare", () => {
    expect(verdicts(["<", "5"], ["", "-", "n/a", "five", "4", "2026-01-01"])).toEqual([
      ...[false, false, false, "unreadable", true, "unreadable"],
    ]);
    expect(verdicts([">", "2026-01-01"], ["", "soon", "12"])).toEqual([false, "unreadable", "unreadable"]);
  });

  it("refuses a bound that has two readings, or none", () => {
    const open: ComparedFormats = { decimal: ".", date: { notation: "calendar", order: null } };
    expect(() => verdicts(["<", "03/04/2026"], [], open)).toThrow(UsageError);
    expect(() => verdicts(["<", "5x6"], [], open)).toThrow('"5x6" is neither a number nor a day');
  });

  it("puts every number on one side of a bound, as whole numbers of cents do", () => {
    const cents = fc.integer({ min: -100_000, max: 100_000 });
    const written = (value: number): string => (value / 100).toFixed(2).replace(".", ",");
    fc.assert(
      fc.property(cents, cents, (cell, bound) => {
        const of = (comparison: Comparison): Verdict | undefined =>
          verdicts([comparison, written(bound)], [written(cell)], COMMA)[0];
        expect([of("<"), of("<="), of(">"), of(">=")]).toEqual([
          cell < bound,
          cell <= bound,
          cell > bound,
          cell >= bound,
        ]);
      }),
      { seed: 15 },
    );
  });
});
