import fc from "fast-check";
import { quantileSorted } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { quantile, quantileScale, scoreOf, scoresInUse } from "../../../src/analysis/scores/scale.ts";
import { EmptyInputError } from "../../../src/errors.ts";

const LARGEST = Number.MAX_SAFE_INTEGER;

/** The double above a positive one, from its bits. */
function nextUp(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + 1n);
  return bits.getFloat64(0);
}

/** The distance from a double to the next one away from 0. */
function ulp(value: number): number {
  const magnitude = Math.abs(value);
  return nextUp(magnitude) - magnitude;
}

function sortedValues(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

describe("quantile, type 7", () => {
  // Microsoft's documentation of PERCENTILE.INC: {1, 2, 3, 4} at 0.3 is 1.9.
  it("is 1.9 for Excel's PERCENTILE.INC({1,2,3,4}, 0.3)", () => {
    expect(quantile(Float64Array.of(1, 2, 3, 4), 3, 10)).toBe(1.9);
  });

  // Microsoft's documentation of QUARTILE.INC: {1, 2, 4, 7, 8, 9, 10, 12}, first quartile 3.5.
  it("is 3.5 for Excel's QUARTILE.INC({1,2,4,7,8,9,10,12}, 1)", () => {
    expect(quantile(Float64Array.of(1, 2, 4, 7, 8, 9, 10, 12), 1, 4)).toBe(3.5);
  });

  // NumPy's documentation of quantile and percentile: a = [[10, 7, 4], [3, 2, 1]].
  it("is 3.5, and [6.5, 4.5, 2.5] and [7, 2] by axis, for NumPy's example", () => {
    expect(quantile(Float64Array.of(1, 2, 3, 4, 7, 10), 1, 2)).toBe(3.5);
    expect(
      [
        [3, 10],
        [2, 7],
        [1, 4],
      ].map((column) => quantile(sortedValues(column), 1, 2)),
    ).toEqual([6.5, 4.5, 2.5]);
    expect(
      [
        [4, 7, 10],
        [1, 2, 3],
      ].map((row) => quantile(sortedValues(row), 1, 2)),
    ).toEqual([7, 2]);
  });

  // Hyndman and Fan (1996), definition 7: p(k) = (k − 1) / (n − 1), straight lines between the sample values.
  it("follows Hyndman and Fan's definition 7 on a sample worked by hand", () => {
    const sample = Float64Array.of(10, 20, 40, 80, 160, 320);
    expect(quantile(sample, 1, 5)).toBe(20); // p(2) = 1/5, on a value
    expect(quantile(sample, 1, 4)).toBe(25); // position 1 + 5/4 = 2.25: 20 + 0.25 · 20
    expect(quantile(sample, 1, 2)).toBe(60); // position 3.5
    expect(quantile(sample, 3, 4)).toBe(140); // position 4.75: 80 + 0.75 · 80
    expect(quantile(sample, 9, 10)).toBe(240); // position 5.5
  });

  it("is the only value of a sample of one", () => {
    expect(quantile(Float64Array.of(7), 1, 5)).toBe(7);
    expect(quantile(Float64Array.of(7), 4, 5)).toBe(7);
  });

  it("equals a customer's value where it should, where floating-point arithmetic lands a hair beside it", () => {
    const sample = Float64Array.from({ length: 11 }, (_, index) => index * 3);
    expect(Array.from({ length: 9 }, (_, index) => quantile(sample, index + 1, 10))).toEqual([
      3, 6, 9, 12, 15, 18, 21, 24, 27,
    ]);
    expect(0.1 * 3 * 10).not.toBe(3); // how the position of the third decile comes out otherwise
  });

  it("is exact for amounts whose weighted sum is beyond 2^53", () => {
    // (low · 4 + (low + 5) · 1) / 5 = low + 1
    const low = 2 ** 53 - 6;
    expect(quantile(Float64Array.of(low, low + 5), 1, 5)).toBe(low + 1);
    expect(quantile(Float64Array.of(-low - 5, -low), 1, 5)).toBe(-low - 4);
    expect(quantile(Float64Array.of(-LARGEST, LARGEST), 1, 2)).toBe(0);
    expect(quantile(Float64Array.of(-LARGEST, LARGEST), 1, 3)).toBe(-LARGEST / 3); // 2^53 − 1 is no multiple of 3: one rounding
    const beyond = 2 ** 51; // from here on, five times the value passes 2^53
    expect(quantile(Float64Array.of(beyond, beyond + 10), 1, 5)).toBe(beyond + 2);
    expect(quantile(Float64Array.of(beyond + 1, beyond + 2), 1, 2)).toBe(beyond + 1.5);
  });

  it("is the double nearest to the exact fraction, for whole numbers of any size", () => {
    const value = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer(), fc.maxSafeInteger());
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 2, max: 10 }),
        (values, parts) => {
          const sorted = sortedValues(values);
          const exact = sortedValues(values);
          for (let k = 1; k < parts; k += 1) {
            const h = (sorted.length - 1) * k;
            const [index, rest] = [Math.floor(h / parts), h % parts];
            const low = BigInt(exact[index] ?? 0);
            const high = BigInt(exact[index + 1] ?? exact[index] ?? 0);
            const numerator = low * BigInt(parts - rest) + high * BigInt(rest);
            expect(isNearestDouble(quantile(sorted, k, parts), numerator, BigInt(parts))).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("lies between its neighbours for fractions too, such as spend per order", () => {
    const near = fc
      .double({ min: 1, max: 1e9, noNaN: true })
      .chain((low) => fc.constantFrom(low, nextUp(low), low * 1.5).map((high) => [low, high] as const));
    fc.assert(
      fc.property(near, fc.integer({ min: 2, max: 10 }), ([low, high], parts) => {
        for (let k = 1; k < parts; k += 1) {
          const cut = quantile(Float64Array.of(low, high), k, parts);
          expect(cut).toBeGreaterThanOrEqual(low);
          expect(cut).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

/** Whether no double is nearer to numerator / denominator than this one. */
function isNearestDouble(value: number, numerator: bigint, denominator: bigint): boolean {
  if (numerator === 0n || value === 0) return numerator === 0n && value === 0;
  const scale = 2n ** 80n; // every double from 2^-20 up to 2^53 is a whole number of 2^-80
  const exact = numerator * scale;
  const distance = (other: number): bigint => {
    const gap = scaled(other, 80) * denominator - exact;
    return gap < 0n ? -gap : gap;
  };
  const step = ulp(value);
  return distance(value) <= distance(value + step) && distance(value) <= distance(value - step);
}

/** value · 2^bits as a whole number; the value must be a multiple of 2^-bits. */
function scaled(value: number, bits: number): bigint {
  let [mantissa, power] = [value, 0];
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    power += 1;
  }
  return BigInt(mantissa) * 2n ** BigInt(bits - power);
}

describe("quantileScale", () => {
  it("has four cut points for quintiles", () => {
    expect(quantileScale(Float64Array.of(1, 2, 3, 4, 5), 5, "higher").cutPoints).toEqual([1.8, 2.6, 3.4, 4.2]);
  });

  it("takes values in any order and leaves them as they were", () => {
    const values = Float64Array.of(5, 1, 4, 2, 3);
    expect(quantileScale(values, 5, "higher").cutPoints).toEqual([1.8, 2.6, 3.4, 4.2]);
    expect(Array.from(values)).toEqual([5, 1, 4, 2, 3]);
  });

  it("sorts by number, not by text", () => {
    expect(quantileScale(Int32Array.of(100, 9, -20), 2, "higher").cutPoints).toEqual([9]);
  });

  it("has nothing to say about no customers", () => {
    expect(() => quantileScale(new Float64Array(0), 5, "higher")).toThrow(EmptyInputError);
  });

  it("agrees with simple-statistics to 1 ulp of the larger neighbour and the rounding of the position", () => {
    const amount = fc.integer({ min: 0, max: 2 ** 40 });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 2, max: 10 }),
        (values, levels) => {
          const sorted = sortedValues(values);
          const { cutPoints } = quantileScale(sorted, levels, "higher");
          for (const [index, cutPoint] of cutPoints.entries()) {
            const oracle = quantileSorted(Array.from(sorted), (index + 1) / levels);
            const position = ((sorted.length - 1) * (index + 1)) / levels;
            const high = sorted[Math.min(Math.floor(position) + 1, sorted.length - 1)] ?? 0;
            const low = sorted[Math.max(Math.ceil(position) - 1, 0)] ?? 0;
            // The oracle rounds k / levels and the position; both errors are multiplied by the gap between the neighbours.
            const tolerance = ulp(Math.max(high, 1)) + 2 * ulp(position) * (high - low);
            expect(Math.abs(cutPoint - oracle)).toBeLessThanOrEqual(tolerance);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is within 1 ulp of simple-statistics where the neighbours are of one size", () => {
    const amount = fc.integer({ min: 2 ** 30, max: 2 ** 30 + 2 ** 20 });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 2, max: 10 }),
        (values, levels) => {
          const { cutPoints } = quantileScale(Float64Array.from(values), levels, "higher");
          const sorted = Array.from(sortedValues(values));
          for (const [index, cutPoint] of cutPoints.entries()) {
            expect(Math.abs(cutPoint - quantileSorted(sorted, (index + 1) / levels))).toBeLessThanOrEqual(
              ulp(cutPoint),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("has ascending cut points", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer({ min: 2, max: 10 }), (values, levels) => {
        const { cutPoints } = quantileScale(Float64Array.from(values), levels, "higher");
        expect(cutPoints).toHaveLength(levels - 1);
        expect(cutPoints).toEqual(cutPoints.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("scoreOf on a quantile scale", () => {
  // pandas' documentation of qcut: qcut(range(5), 4, labels=False) is [0, 0, 1, 2, 3].
  it("bins as pandas qcut does: a value on a cut point stays in the lower bin", () => {
    const scale = quantileScale(Float64Array.of(0, 1, 2, 3, 4), 4, "higher");
    expect(scale.cutPoints).toEqual([1, 2, 3]);
    expect([0, 1, 2, 3, 4].map((value) => scoreOf(value, scale))).toEqual([1, 1, 2, 3, 4]);
  });

  it("gives recency the highest score for the fewest days, with the same bins", () => {
    const scale = quantileScale(Int32Array.of(0, 1, 2, 3, 4), 4, "lower");
    expect([0, 1, 2, 3, 4].map((days) => scoreOf(days, scale))).toEqual([4, 4, 3, 2, 1]);
  });

  it("keeps ties together: six one-order customers all score 1", () => {
    const orders = Float64Array.of(1, 1, 1, 1, 1, 1, 2, 3, 9, 40);
    const scale = quantileScale(orders, 5, "higher");
    expect(Array.from(orders, (count) => scoreOf(count, scale))).toEqual([1, 1, 1, 1, 1, 1, 4, 4, 5, 5]);
  });

  it("gives everyone score 1 where all are tied, and recency the highest", () => {
    const tied = Int32Array.of(3, 3, 3, 3);
    expect(scoreOf(3, quantileScale(tied, 5, "higher"))).toBe(1);
    expect(scoreOf(3, quantileScale(tied, 5, "lower"))).toBe(5);
  });

  it("gives a lone customer score 1, and 5 for recency", () => {
    expect(scoreOf(42, quantileScale(Int32Array.of(42), 5, "higher"))).toBe(1);
    expect(scoreOf(42, quantileScale(Int32Array.of(42), 5, "lower"))).toBe(5);
  });

  it("splits distinct values into groups of near-equal size", () => {
    const values = Int32Array.from({ length: 100 }, (_, index) => index);
    const scale = quantileScale(values, 5, "higher");
    const scores = Array.from(values, (value) => scoreOf(value, scale));
    expect([1, 2, 3, 4, 5].map((score) => scores.filter((other) => other === score).length)).toEqual([
      20, 20, 20, 20, 20,
    ]);
  });

  it("never scores a larger value lower, and equal values the same", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 10 }), (unsorted, levels) => {
        const values = sortedValues(unsorted);
        const scale = quantileScale(values, levels, "higher");
        const scores = Array.from(values, (value) => scoreOf(value, scale));
        expect(scores).toEqual(scores.toSorted((a, b) => a - b));
        expect(Math.min(...scores)).toBeGreaterThanOrEqual(1);
        expect(Math.max(...scores)).toBeLessThanOrEqual(levels);
        const byValue = new Map(scores.map((score, index) => [values[index], score]));
        expect(scores).toEqual(Array.from(values, (value) => byValue.get(value)));
      }),
    );
  });

  it("mirrors the two directions: levels + 1 − the other's score", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer({ min: 2, max: 10 }), (values, levels) => {
        const measure = Float64Array.from(values);
        const [higher, lower] = [quantileScale(measure, levels, "higher"), quantileScale(measure, levels, "lower")];
        for (const value of values) expect(scoreOf(value, lower)).toBe(levels + 1 - scoreOf(value, higher));
      }),
    );
  });
});

describe("scoresInUse", () => {
  it("names the scores that somebody has", () => {
    expect(scoresInUse(Uint8Array.of(5, 1, 1, 4))).toEqual([1, 4, 5]);
    expect(scoresInUse(new Uint8Array(0))).toEqual([]);
  });
});
