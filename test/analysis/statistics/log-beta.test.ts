import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digamma, logBeta, logGamma } from "../../../src/analysis/statistics/log-beta.ts";

/** The difference, in parts of the size of what is expected where that is above 1. */
function offBy(found: number, expected: number): number {
  return Math.abs(found - expected) / Math.max(1, Math.abs(expected));
}

// The expected values were computed with mpmath at 50 digits.
describe("logGamma", () => {
  it.each([
    [1e-8, 18.42068073818021],
    [0.001, 6.907178885383853],
    [0.2426, 1.3197854750907922],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [2.0001, 4.2281658112919945e-5],
    [10, 12.80182748008147],
    [25.3, 55.74618118358459],
    [1000.1, 5905.91115373108],
    [1e7, 151180949.3694739],
  ])("of %f is %f to 15 digits", (value, expected) => {
    expect(offBy(logGamma(value), expected)).toBeLessThan(3e-15);
  });

  it("rises by ln z from z to z + 1", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e4, noNaN: true }), (z) => {
        expect(offBy(logGamma(z + 1), logGamma(z) + Math.log(z))).toBeLessThan(1e-14);
      }),
    );
  });
});

describe("logBeta", () => {
  it.each([
    [0.5, 0.5, 1.1447298858494002],
    [0.8, 2.4, -0.5164858263062297],
    [1e-6, 3, 13.8155090579649],
    [0.3, 1e5, -2.3580785946722926],
    [12, 30, -25.27486496841981],
    [5000.5, 0.7, -5.701216986339696],
    [1e5, 2e5, -190958.88527911686],
    [9.99, 10.01, -13.736218710401053],
    [1e-5, 1e5, 11.512804563691176],
  ])("of %f and %f is %f to 14 digits, also where lnΓ would cancel", (a, b, expected) => {
    expect(offBy(logBeta(a, b), expected)).toBeLessThan(2e-14);
  });

  it("is the same either way round, and B(a, b + 1) is B(a, b) · b / (a + b)", () => {
    const positive = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        expect(logBeta(a, b)).toBe(logBeta(b, a));
        expect(offBy(logBeta(a, b + 1), logBeta(a, b) + Math.log(b / (a + b)))).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("digamma", () => {
  it.each([
    [0.001, -1000.5755719318103],
    [0.2426, -4.358361853222514],
    [1, -0.5772156649015329],
    [2.5, 0.7031566406452432],
    [9.9, 2.2411803166063815],
    [10.1, 2.262214357094148],
    [1234.5, 7.118016231827998],
  ])("of %f is %f to 14 digits", (value, expected) => {
    expect(offBy(digamma(value), expected)).toBeLessThan(1e-14);
  });
});
