import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteWriter } from "../../../src/csv/writer/byte-writer.ts";
import { ShortestDecimals } from "../../../src/csv/writer/shortest-decimals.ts";

const RUNS = process.env["RFM_LONG_TESTS"] === "1" ? 200_000 : 4_000;

/** What the writer makes of a double; `null` where it leaves it to `String`. */
function written(value: number): string | null {
  const writer = new ByteWriter();
  writer.startRow(1);
  return writer.writeShort(value) ? Buffer.from(writer.take()).toString() : null;
}

/** Money by a number of orders, as averages are. */
const someQuotient = fc
  .tuple(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 1, max: 400 }))
  .map(([money, orders]) => money / (orders * 10_000));

const someDouble = fc.double({ min: -2e9, max: 2e9, noNaN: true, noDefaultInfinity: true });

describe("the shortest text of a double", () => {
  it("is that of String, wherever it is written without", () => {
    fc.assert(
      fc.property(fc.oneof(someQuotient, someDouble), (value) => {
        expect(written(value) ?? String(value)).toBe(String(value));
      }),
      { numRuns: RUNS, seed: 14 },
    );
  });

  it("is written without String for nearly all averages from 10 on", () => {
    let missed = 0;
    fc.assert(
      fc.property(someQuotient, (value) => {
        if (Math.abs(value) >= 10 && written(value) === null) missed += 1;
      }),
      { numRuns: 4_000, seed: 15 },
    );
    expect(missed).toBeLessThan(40);
  });

  it.each([
    [0.5, "0.5"],
    [105.26125, "105.26125"],
    [100 / 3, "33.333333333333336"],
    [200 / 3, "66.66666666666667"],
    [-1000 / 7, "-142.85714285714286"],
    [123_456_789.1 / 3, "41152263.03333333"],
    [12.000_000_1, "12.0000001"],
    [5_000_000.000_000_001, "5000000.000000001"],
  ])("of %d is %s", (value, text) => {
    expect(written(value)).toBe(text);
    expect(String(value)).toBe(text);
  });

  it.each([0, 0.1234567, 1e9, 1e300, Number.NaN, Number.POSITIVE_INFINITY])("is not looked for at %d", (value) => {
    expect(new ShortestDecimals().find(value)).toBe(false);
  });
});
