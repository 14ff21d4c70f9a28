import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countValues } from "../../../src/analysis/scores/value-counts.ts";

describe("counting values", () => {
  it("gives each value once, the least first, however far apart they lie", () => {
    expect(countValues(Int32Array.of(3, 1, 3, -2))).toEqual([
      [-2, 1],
      [1, 1],
      [3, 2],
    ]);
    expect(countValues(Int32Array.of(2_000_000_000, -2_000_000_000, 2_000_000_000))).toEqual([
      [-2_000_000_000, 1],
      [2_000_000_000, 2],
    ]);
    expect(countValues(Float64Array.of(2.5, 10, 2.5))).toEqual([
      [2.5, 2],
      [10, 1],
    ]);
  });

  it("counts whole numbers as it does any other, and all of them", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 99 })), (values) => {
        const counts = countValues(Int32Array.from(values));
        expect(counts).toEqual(values.length === 0 ? [[0, 0]].slice(1) : countValues(Float64Array.from(values)));
        expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(values.length);
      }),
    );
  });
});
