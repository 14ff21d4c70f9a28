import fc from "fast-check";
import { expect, it } from "vitest";
import { forecastDigits } from "../../src/analysis/steady-digits.ts";

it.each([
  [0.1001191101912365, 0.100119],
  [398.78813168669467, 398.788],
  [1234567.89, 1234570],
  [-0.000012345678, -0.0000123457],
  [0, 0],
  [1, 1],
  [999999.6, 1000000],
  [Number.NaN, Number.NaN],
  [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
])("a forecast figure of %d is told as %d", (value, told) => {
  expect(forecastDigits(value)).toBe(told);
});

it("a forecast figure is the decimal of six digits, or a neighbour where the seventh digit is a tie", () => {
  const positive = fc.double({ min: 1e-12, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(positive, (value) => {
      const told = forecastDigits(value);
      expect(
        String(told)
          .replace(/e.*/, "")
          .replace(/^0\.0*|\.|0+$/g, "")
          .replace(/0+$/, "").length,
      ).toBeLessThanOrEqual(6);
      expect(Math.abs(told - value)).toBeLessThanOrEqual(value * 5.000001e-6);
    }),
  );
});
