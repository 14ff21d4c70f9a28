import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hypergeometric } from "../../../../src/analysis/forecast/numerics/hypergeometric.ts";

describe("hypergeometric", () => {
  // Computed with mpmath at 50 digits.
  it.each([
    [0.2426, 2.4259, 2.2188, 0.5, 1.2067380787142852],
    [2.2426, 4.4259, 4.2188, 0.4736, 4.5654750824128545],
    [30.5, 32, 31.2, 0.7, 2.2939963931484e16],
    [0.5, 1, 1.5, 0.9, 1.9168108714139516],
    [3.2, -0.2, 1.7, 0.95, -2.8052163585651484],
    [5000.2, 5002, 5001.5, 0.1, 6.598988971188208e228],
    [1, 2, 3, 0, 1],
  ])("₂F₁(%f, %f; %f; %f) is %f", (a, b, c, z, expected) => {
    expect(hypergeometric([a, b, c], z) / expected).toBeCloseTo(1, 11);
  });

  it("is −ln(1 − z) / z at (1, 1; 2), and (1 − z)^(−a) where b = c", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 0.99, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (z, a, b) => {
          expect(hypergeometric([1, 1, 2], z) / (-Math.log1p(-z) / z)).toBeCloseTo(1, 10);
          expect(hypergeometric([a, b, b], z) * (1 - z) ** a).toBeCloseTo(1, 10);
        },
      ),
    );
  });

  it("gives NaN rather than a wrong number where the series does not end", () => {
    expect(hypergeometric([1, 1, 2.000001], 1 - 1e-12)).toBeNaN();
  });
});
