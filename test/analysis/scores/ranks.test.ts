import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valuesAtRanks } from "../../../src/analysis/scores/ranks.ts";

const MANY = 20_000;

/** A number from 0 up to but not including 1 for each index, the same every time. */
function scattered(index: number): number {
  return ((Math.imul(index, 0x9e3779b1) >>> 0) + 0.5) / 2 ** 32;
}

const SHAPES: Readonly<Record<string, (share: number) => number>> = {
  "spread evenly": (share) => share * 1e9,
  "small whole numbers": (share) => Math.floor(share * 12) - 3,
  "nearly all the same": (share) => (share < 0.99 ? 1 : Math.floor(share * 1000)),
  "of which one is enormous": (share) => (share < 1 / MANY ? Number.MAX_SAFE_INTEGER : Math.floor(share * 5000)),
  "smaller and smaller": (share) => share ** 200,
  "further apart than any double": (share) => (share - 0.5) * Number.MAX_VALUE * 2,
  "nearer than a bucket can be": (share) => Math.floor(share * 3) * Number.MIN_VALUE,
};

describe("valuesAtRanks", () => {
  it("gives what stands at the ranks of the sorted values, in any order of ranks", () => {
    expect(valuesAtRanks(Int32Array.of(30, 10, 20), [0, 2])).toEqual([10, 30]);
    expect(valuesAtRanks(Int32Array.of(30, 10, 20), [2, 0, 2])).toEqual([30, 10, 30]);
    expect(valuesAtRanks(Float64Array.of(5), [0])).toEqual([5]);
  });

  it.each([4095, 4096])("does so for many whole numbers, of which the greatest is %i more than the least", (span) => {
    const values = Int32Array.from({ length: MANY }, (_, index) => Math.floor(scattered(index) * (span + 1)) - 700);
    const sorted = values.toSorted();
    expect([sorted[0], sorted[MANY - 1]]).toEqual([-700, span - 700]);
    const ranks = [0, 1, 4_000, MANY / 2, MANY - 1];
    expect(valuesAtRanks(values, ranks)).toEqual(ranks.map((rank) => sorted[rank]));
  });

  it.each(Object.entries(SHAPES))("does so for many values %s", (_, shape) => {
    const values = Float64Array.from({ length: MANY }, (_, index) => shape(scattered(index)));
    const sorted = values.toSorted();
    const before = values.slice();
    fc.assert(
      fc.property(fc.array(fc.nat(MANY - 1), { maxLength: 20 }), (ranks) => {
        expect(valuesAtRanks(values, ranks)).toEqual(ranks.map((rank) => sorted[rank]));
      }),
      { numRuns: 20, examples: [[[0, MANY - 1]]] },
    );
    expect(values).toEqual(before);
  });
});
