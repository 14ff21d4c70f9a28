import { describe, expect, it } from "vitest";
import { differenceOfShares } from "../../../src/analysis/statistics/difference-of-shares.ts";

describe("the difference of two shares", () => {
  it.each([
    // Newcombe (1998), table II, method 10: cases a, b, d, f, g, h
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ])("of %i of %i and %i of %i has the interval that Newcombe prints", (a, m, b, n, low, high) => {
    const found = differenceOfShares({ successes: a, trials: m }, { successes: b, trials: n });
    expect(found.difference).toBeCloseTo(a / m - b / n, 15);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it("is 0.03 for 120 of 1,000 against 90 of 1,000, near the Wald interval 0.00316 … 0.05684", () => {
    const found = differenceOfShares({ successes: 120, trials: 1000 }, { successes: 90, trials: 1000 });
    expect(found.difference).toBeCloseTo(0.03, 15);
    expect(found.low).toBeCloseTo(0.00316, 3);
    expect(found.high).toBeCloseTo(0.05684, 3);
  });

  it("turns round with the groups", () => {
    const there = differenceOfShares({ successes: 30, trials: 90 }, { successes: 11, trials: 70 });
    const back = differenceOfShares({ successes: 11, trials: 70 }, { successes: 30, trials: 90 });
    expect([back.difference, back.low, back.high]).toEqual([-there.difference, -there.high, -there.low]);
  });
});
