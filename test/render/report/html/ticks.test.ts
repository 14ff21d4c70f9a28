import { describe, expect, it } from "vitest";
import { everyNth, roundTicks } from "../../../../src/render/report/html/charts/ticks.ts";

describe("the numbers on an axis", () => {
  it("are round, begin at 0 and reach over the largest", () => {
    expect(roundTicks(453)).toEqual([0, 100, 200, 300, 400, 500]);
    expect(roundTicks(0.43)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(roundTicks(1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it("are whole where they count", () => {
    expect(roundTicks(3, true)).toEqual([0, 1, 2, 3]);
    expect(roundTicks(1, true)).toEqual([0, 1]);
    expect(roundTicks(11, true)).toEqual([0, 3, 6, 9, 12]);
  });

  it("are 0 alone where there is nothing", () => {
    expect(roundTicks(0)).toEqual([0]);
  });

  it("are thinned evenly", () => {
    expect([1, 6, 7, 24].map((count) => everyNth(count, 6))).toEqual([1, 1, 2, 4]);
  });
});
