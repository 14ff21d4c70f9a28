import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fallingOrder } from "../../../../src/render/report/workbook/falling-order.ts";

/** The same by the definition. */
function byDefinition(values: readonly number[]): readonly number[] {
  return values.map((_, index) => index).sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
}

describe("the places of values, the largest first", () => {
  it.each([
    [
      "whole numbers of any size",
      fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(0, 5, 2 ** 32, -(2 ** 40))),
    ],
    ["amounts below and above what fits 32 bits", fc.integer({ min: -(2 ** 33), max: 2 ** 34 })],
    ["fractions", fc.double({ noNaN: true, noDefaultInfinity: true })],
    ["few values, many ties", fc.constantFrom(1, 2, 3)],
  ])("are those of a plain sort: %s", (_, value) => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect([...fallingOrder(Float64Array.from(values))]).toEqual(byDefinition(values));
      }),
    );
  });
});
