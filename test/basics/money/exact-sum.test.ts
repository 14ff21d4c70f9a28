import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExactSum } from "../../../src/basics/money/exact-sum.ts";

function sumOf(values: readonly number[]): bigint {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum.value;
}

describe("ExactSum", () => {
  it("is 0 without anything added", () => {
    expect(sumOf([])).toBe(0n);
  });

  it("keeps the last digit beyond 2^53, where a double loses it", () => {
    const values = Object.freeze([2 ** 53 - 1, 2 ** 53 - 1, 1, 1, 1]);
    expect(sumOf(values)).toBe(2n ** 54n + 1n);
    expect(BigInt(values.reduce((sum, value) => sum + value, 0))).not.toBe(2n ** 54n + 1n);
  });

  it("comes back from beyond 2^53", () => {
    expect(sumOf([2 ** 53 - 1, 2, -(2 ** 53 - 1)])).toBe(2n);
    expect(sumOf([-(2 ** 53 - 1), -2, 2 ** 53 - 1, 5])).toBe(3n);
  });

  it("equals the sum of BigInts, whatever the values and their order", () => {
    const value = fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.constantFrom(2 ** 52, -(2 ** 52), 2 ** 53 - 1, 1, -1));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), (values) => {
        const expected = values.reduce((sum, next) => sum + BigInt(next), 0n);
        expect(sumOf(values)).toBe(expected);
        expect(sumOf(values.toReversed())).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("can be read in between", () => {
    const sum = new ExactSum();
    sum.add(2 ** 53 - 1);
    expect(sum.value).toBe(2n ** 53n - 1n);
    sum.add(1);
    expect(sum.value).toBe(2n ** 53n);
  });
});
