import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountInUnits, formatAmount } from "../../../src/basics/money/amount.ts";

describe("formatAmount", () => {
  it.each([
    [0, "0.00"],
    [1, "0.0001"],
    [10, "0.001"],
    [100, "0.01"],
    [1000, "0.10"],
    [10_000, "1.00"],
    [125_000, "12.50"],
    [3333, "0.3333"],
    [-12_345_000, "-1234.50"],
    [-1, "-0.0001"],
    [12_345_678, "1234.5678"],
    [1_005_500, "100.55"],
  ])("writes %d ten-thousandths as %s", (amount, text) => {
    expect(formatAmount(amount)).toBe(text);
  });

  it("writes sums beyond 2^53 to the last digit", () => {
    expect(formatAmount(90_071_992_547_409_930_001n)).toBe("9007199254740993.0001");
    expect(formatAmount(-90_071_992_547_409_930_000n)).toBe("-9007199254740993.00");
  });

  it("writes the largest amount of all in full", () => {
    expect(formatAmount(Number.MAX_SAFE_INTEGER)).toBe("900719925474.0991");
  });

  it("loses nothing: the digits without the point, filled up to four decimals, are the amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (amount) => {
        const text = formatAmount(amount);
        expect(text).toMatch(/^-?\d+\.\d{2,4}$/);
        const [whole = "", fraction = ""] = text.split(".");
        expect(BigInt(`${whole}${fraction.padEnd(4, "0")}`)).toBe(amount);
      }),
    );
  });
});

describe("amountInUnits", () => {
  it("is the amount in currency units", () => {
    expect(amountInUnits(125_000)).toBe(12.5);
    expect(amountInUnits(-1)).toBe(-0.0001);
    expect(amountInUnits(90_071_992_547_409_920_000n)).toBe(2 ** 53);
  });
});
