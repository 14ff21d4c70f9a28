import { describe, expect, it } from "vitest";
import { fitNegativeBinomial } from "../../../src/analysis/backtest/negative-binomial.ts";
import { expectedByOrders } from "../../../src/analysis/backtest/stability.ts";
import { randomFrom } from "../../../src/analysis/statistics/random.ts";

describe("fitNegativeBinomial", () => {
  it("has the mean of the counts, and the shape that the counts were drawn with", () => {
    const random = randomFrom(4);
    const counts = Int32Array.from({ length: 40_000 }, () => {
      const rate = random.gamma(0.7) / 0.5;
      let [time, orders] = [0, -1];
      while (time <= 1) {
        time -= Math.log(1 - random.uniform()) / rate;
        orders += 1;
      }
      return orders;
    });
    const { r, alpha } = fitNegativeBinomial(counts)?.parameters ?? { r: 0, alpha: 0 };
    expect(r / alpha).toBeCloseTo(counts.reduce((sum, count) => sum + count, 0) / counts.length, 9);
    expect(r).toBeCloseTo(0.7, 1);
  });

  it("takes counts that differ less than by chance as all alike, and none without an order", () => {
    const alike = fitNegativeBinomial(Int32Array.of(2, 2, 2, 2));
    expect(alike?.parameters.r).toBeGreaterThan(1000);
    expect(fitNegativeBinomial(Int32Array.of(0, 0, 0))).toBeNull();
  });
});

describe("the share of the top fifth that stays by chance", () => {
  it("is a fifth where all buy alike, and nearly all where rates differ much and orders are many", () => {
    const model = (r: number, mean: number) =>
      ({ name: "nbd", parameters: { r, alpha: r / mean, a: 0, b: 1 } }) as const;
    expect(expectedByOrders(model(1e6, 3))).toBeCloseTo(0.2, 3);
    expect(expectedByOrders(model(0.8, 500))).toBeGreaterThan(0.9);
  });
});
