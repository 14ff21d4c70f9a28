import { describe, expect, it } from "vitest";
import { measuresCutDifferently, type ScoredMeasures } from "../../../src/analysis/compare/common-cut-points.ts";

type Pairs = readonly (readonly [value: number, score: number])[];

function scored(pairs: Pairs): { values: readonly number[]; scores: readonly number[] } {
  return { values: pairs.map(([value]) => value), scores: pairs.map(([, score]) => score) };
}

function measures({ recency = [], frequency = [], monetary = [] }: Partial<Record<string, Pairs>>): ScoredMeasures {
  return { recency: scored(recency), frequency: scored(frequency), monetary: scored(monetary) };
}

describe("the measures that two sets of scores cut differently", () => {
  it("are none where one set of cut points gives both", () => {
    const before = measures({
      recency: [
        [5, 2],
        [40, 1],
      ],
      monetary: [
        [10, 1],
        [90, 2],
      ],
    });
    const after = measures({
      recency: [
        [20, 2],
        [30, 1],
      ],
      monetary: [
        [20, 1],
        [80, 2],
        [200, 3],
      ],
    });
    expect(measuresCutDifferently(before, after)).toEqual([]);
  });

  it("are those in which a value got a lower score than a worse one elsewhere", () => {
    const before = measures({
      recency: [
        [5, 2],
        [40, 1],
      ],
      frequency: [
        [1, 1],
        [3, 2],
      ],
      monetary: [
        [10, 1],
        [90, 2],
      ],
    });
    const after = measures({
      recency: [
        [45, 2],
        [90, 1],
      ],
      frequency: [
        [2, 1],
        [9, 2],
      ],
      monetary: [
        [90, 1],
        [95, 2],
      ],
    });
    expect(measuresCutDifferently(before, after)).toEqual(["recency", "monetary"]);
  });

  it("leave out scores by rank, which part customers of one value", () => {
    const before = measures({
      frequency: [
        [1, 1],
        [1, 2],
      ],
    });
    const after = measures({
      frequency: [
        [1, 2],
        [2, 3],
      ],
    });
    expect(measuresCutDifferently(before, after)).toEqual([]);
  });
});
