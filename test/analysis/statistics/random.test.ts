import { describe, expect, it } from "vitest";
import { randomFrom } from "../../../src/analysis/statistics/random.ts";

function moments(draw: () => number, count = 200_000): { readonly mean: number; readonly variance: number } {
  const values = Array.from({ length: count }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count };
}

describe("randomFrom", () => {
  it("gives the same numbers for the same seed, and others for another", () => {
    const three = (seed: number): readonly number[] => {
      const { uniform } = randomFrom(seed);
      return [uniform(), uniform(), uniform()];
    };
    expect(three(7)).toEqual(three(7));
    expect(three(7)).not.toEqual(three(8));
    expect(three(2 ** 40)).not.toEqual(three(2 ** 41));
  });

  it("has the mean and the variance of each distribution", () => {
    const random = randomFrom(1);
    const uniform = moments(random.uniform);
    expect(uniform.mean).toBeCloseTo(1 / 2, 2);
    expect(uniform.variance).toBeCloseTo(1 / 12, 2);
    const normal = moments(random.normal);
    expect(normal.mean).toBeCloseTo(0, 1);
    expect(normal.variance).toBeCloseTo(1, 1);
    for (const shape of [0.25, 1, 7.5]) {
      const gamma = moments(() => random.gamma(shape));
      expect(gamma.mean / shape).toBeCloseTo(1, 1);
      expect(gamma.variance / shape).toBeCloseTo(1, 1);
    }
  });
});
