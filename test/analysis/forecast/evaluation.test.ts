import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/analysis/forecast/evaluation.ts";
import { sharedTop, topOf, weightInTop } from "../../../src/analysis/forecast/top-share.ts";

describe("evaluate", () => {
  const actual = Int32Array.of(0, 0, 2, 1, 0, 0, 0, 0, 0, 3);

  it("is worked by hand on ten customers, three of whom ordered", () => {
    const orderProbability = Float64Array.of(0.1, 0.1, 0.8, 0.1, 0.2, 0.1, 0.1, 0.1, 0.1, 0.5);
    const expectedOrders = Float64Array.of(0, 0, 2, 0, 0, 0, 0, 0, 0, 1);
    const found = evaluate({ orderProbability, expectedOrders }, actual);
    // ln 0.8 + ln 0.1 + ln 0.5 + ln 0.8 + 6 · ln 0.9
    expect(found.logLoss).toBeCloseTo(
      -(2 * Math.log(0.8) + Math.log(0.1) + Math.log(0.5) + 6 * Math.log(0.9)) / 10,
      12,
    );
    // Of 21 pairs two buyers win all 7 each; the third ties with 6 and loses 1: 14 + 3.
    expect(found.auc).toBeCloseTo(17 / 21, 12);
    expect(found.bias).toBe(3 / 6 - 1);
    expect(found.bestFifth).toBe(1);
  });

  it("knows no area where everybody ordered, no bias where nobody did, and never an infinite loss", () => {
    const sure = { orderProbability: Float64Array.of(1, 0), expectedOrders: Float64Array.of(1, 0) };
    expect(evaluate(sure, Int32Array.of(1, 2)).auc).toBeNull();
    const none = evaluate(sure, Int32Array.of(0, 0));
    expect(none).toMatchObject({ auc: null, bias: null, bestFifth: null });
    expect(none.logLoss).toBeLessThan(10);
  });
});

describe("the top of some values", () => {
  it("takes a part of those on the threshold", () => {
    const values = Float64Array.of(5, 1, 1, 1, 0);
    const top = topOf(values, 2);
    expect(top).toEqual({ threshold: 1, share: 1 / 3 });
    expect(values.reduce((sum, value) => sum + weightInTop(value, top), 0)).toBeCloseTo(2, 12);
  });

  it("is shared in full with itself where no values are equal", () => {
    const values = Float64Array.of(3, 1, 4, 1.5, 9, 2, 6, 5, 3.5, 8);
    expect(sharedTop(values, values, 2)).toBe(1);
    expect(
      sharedTop(
        values,
        values.map((value) => -value),
        2,
      ),
    ).toBe(0);
  });
});
