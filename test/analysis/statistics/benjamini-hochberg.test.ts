import { describe, expect, it } from "vitest";
import { qValues } from "../../../src/analysis/statistics/benjamini-hochberg.ts";

describe("q-values", () => {
  it("are 0.05 five times for 0.01, 0.02, 0.03, 0.04, 0.05", () => {
    for (const q of qValues([0.01, 0.02, 0.03, 0.04, 0.05])) expect(q).toBeCloseTo(0.05, 15);
  });

  it("are SciPy's, in the order of the p-values, equal where these are equal", () => {
    const found = qValues([0.001, 0.5, 0.04, 0.04, 0.2, 0.9]);
    const expected = [0.006, 0.6, 0.08, 0.08, 0.3, 0.9];
    for (const [index, q] of found.entries()) expect(q).toBeCloseTo(expected[index] as number, 12);
  });

  it("are never above 1, and none for no test", () => {
    expect(qValues([1, 1])).toEqual([1, 1]);
    expect(qValues([])).toEqual([]);
  });
});
