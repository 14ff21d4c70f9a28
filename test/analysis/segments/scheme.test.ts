import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkScheme,
  compileScheme,
  type SchemeFile,
  type SegmentFile,
  schemeScore,
  segmentOf,
} from "../../../src/analysis/segments/scheme.ts";
import { SchemeError } from "../../../src/errors.ts";

/** A scheme of these segments; their texts do not matter here. */
function schemeOf(levels: number, segments: readonly Omit<SegmentFile, "meaning" | "action">[]): SchemeFile {
  return Object.freeze({
    name: "made-up",
    levels,
    segments: segments.map((segment) => Object.freeze({ ...segment, meaning: "", action: "" })),
  });
}

const recent = { name: "Recent", recency: [2, 2] } as const;
const often = { name: "Often", frequency: [2, 2] } as const;

describe("checkScheme", () => {
  it("finds nothing wrong with a scheme that has each cell once", () => {
    const file = schemeOf(2, [recent, { name: "Gone", recency: [1, 1] }]);
    expect(checkScheme(file)).toEqual({ uncovered: [], ambiguous: [], unreachable: [] });
  });

  it("names the cells that nobody claims and those that two segments claim", () => {
    expect(checkScheme(schemeOf(2, [recent, often]))).toEqual({
      uncovered: ["111", "112"],
      ambiguous: ["221", "222"],
      unreachable: [],
    });
  });

  it("names the segments that never win, because earlier ones take all their cells", () => {
    const file = schemeOf(2, [recent, often, { name: "Best", cells: ["222"] }, { name: "Rest", otherwise: true }]);
    expect(checkScheme(file)).toEqual({ uncovered: [], ambiguous: ["221", "222"], unreachable: ["Best"] });
  });

  it("names segments whose cells the scheme does not have", () => {
    const file = schemeOf(2, [recent, { name: "Gone", recency: [1, 1] }, { name: "Far", cells: ["333"] }]);
    expect(checkScheme(file).unreachable).toEqual(["Far"]);
  });

  it("names an otherwise segment that nothing is left for", () => {
    const file = schemeOf(2, [recent, { name: "Gone", recency: [1, 1] }, { name: "Rest", otherwise: true }]);
    expect(checkScheme(file)).toEqual({ uncovered: [], ambiguous: [], unreachable: ["Rest"] });
  });

  it("does not call what is left over ambiguous", () => {
    expect(checkScheme(schemeOf(2, [recent, { name: "Rest", otherwise: true }])).ambiguous).toEqual([]);
  });

  it("averages frequency and monetary value for fm, halves included", () => {
    const file = schemeOf(3, [
      { name: "Big", frequencyMonetary: [2.5, 3] },
      { name: "Middle", frequencyMonetary: [1.5, 2] },
      { name: "Small", frequencyMonetary: [1, 1] },
    ]);
    expect(checkScheme(file)).toEqual({ uncovered: [], ambiguous: [], unreachable: [] });
    const scheme = compileScheme(file);
    const name = (frequency: number, monetary: number): string | undefined =>
      scheme.segments[segmentOf(scheme, { recency: 1, frequency, monetary })]?.name;
    expect([name(3, 2), name(2, 3), name(3, 3)]).toEqual(["Big", "Big", "Big"]);
    expect([name(2, 2), name(1, 3), name(3, 1), name(2, 1)]).toEqual(["Middle", "Middle", "Middle", "Middle"]);
    expect(name(1, 1)).toBe("Small");
  });

  it("finds the hole between two ranges of fm that leave out a half", () => {
    const file = schemeOf(2, [
      { name: "Big", frequencyMonetary: [2, 2] },
      { name: "Small", frequencyMonetary: [1, 1] },
    ]);
    expect(checkScheme(file).uncovered).toEqual(["112", "121", "212", "221"]);
  });

  it("writes the cells of more than nine levels with hyphens", () => {
    const { uncovered } = checkScheme(schemeOf(10, [{ name: "Most", recency: [1, 9] }]));
    expect(uncovered).toHaveLength(100);
    expect(uncovered[0]).toBe("10-1-1");
    expect(uncovered.at(-1)).toBe("10-10-10");
  });
});

describe("compileScheme", () => {
  it("refuses a scheme with a hole and names the cells", () => {
    const compile = (): unknown => compileScheme(schemeOf(2, [recent, often]));
    expect(compile).toThrow(SchemeError);
    expect(compile).toThrow(/111 112/);
    expect(compile).toThrow(expect.objectContaining({ uncovered: ["111", "112"], kind: "usage" }));
  });

  it("takes it with an otherwise segment", () => {
    const scheme = compileScheme(schemeOf(2, [recent, often, { name: "Rest", otherwise: true }]));
    expect(segmentOf(scheme, { recency: 1, frequency: 1, monetary: 2 })).toBe(2);
  });

  it("lets the first segment that matches win", () => {
    const scheme = compileScheme(schemeOf(2, [recent, often, { name: "Rest", otherwise: true }]));
    expect(segmentOf(scheme, { recency: 2, frequency: 2, monetary: 1 })).toBe(0);
    const turned = compileScheme(schemeOf(2, [often, recent, { name: "Rest", otherwise: true }]));
    expect(segmentOf(turned, { recency: 2, frequency: 2, monetary: 1 })).toBe(0);
  });

  it("asks all dimensions of a rule to hold", () => {
    const scheme = compileScheme(
      schemeOf(3, [
        { name: "Best", recency: [2, 3], frequency: [3, 3], monetary: [1, 2] },
        { name: "Rest", otherwise: true },
      ]),
    );
    const best: string[] = [];
    for (const recency of [1, 2, 3]) {
      for (const frequency of [1, 2, 3]) {
        for (const monetary of [1, 2, 3]) {
          if (segmentOf(scheme, { recency, frequency, monetary }) === 0) best.push(`${recency}${frequency}${monetary}`);
        }
      }
    }
    expect(best).toEqual(["231", "232", "331", "332"]);
  });
});

describe("schemeScore", () => {
  // 1 + round((s − 1) · (L − 1) / (n − 1)), halves up, for s = 1 … n
  it.each([
    { levels: 2, onFive: [1, 5] },
    { levels: 3, onFive: [1, 3, 5] },
    { levels: 4, onFive: [1, 2, 4, 5] }, // 0, 1.33, 2.67, 4
    { levels: 5, onFive: [1, 2, 3, 4, 5] },
    { levels: 6, onFive: [1, 2, 3, 3, 4, 5] }, // 0, 0.8, 1.6, 2.4, 3.2, 4
    { levels: 7, onFive: [1, 2, 2, 3, 4, 4, 5] }, // steps of 0.67
    { levels: 8, onFive: [1, 2, 2, 3, 3, 4, 4, 5] }, // steps of 0.57
    { levels: 9, onFive: [1, 2, 2, 3, 3, 4, 4, 5, 5] }, // steps of a half: 0.5 is 1
    { levels: 10, onFive: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5] }, // steps of 0.44
  ])("reads $levels levels on a scheme of five as $onFive", ({ levels, onFive }) => {
    expect(onFive.map((_, index) => schemeScore(index + 1, levels, 5))).toEqual(onFive);
  });

  it("reads five levels on a scheme of three, and of ten", () => {
    expect([1, 2, 3, 4, 5].map((score) => schemeScore(score, 5, 3))).toEqual([1, 2, 2, 3, 3]); // 0, ½, 1, 1½, 2
    expect([1, 2, 3, 4, 5].map((score) => schemeScore(score, 5, 10))).toEqual([1, 3, 6, 8, 10]); // 0, 2¼, 4½, 6¾, 9
  });

  it("keeps the ends, never turns two scores round, and leaves a scheme's own levels alone", () => {
    const levels = fc.integer({ min: 2, max: 10 });
    fc.assert(
      fc.property(levels, levels, (own, scheme) => {
        const read = Array.from({ length: own }, (_, index) => schemeScore(index + 1, own, scheme));
        expect(read[0]).toBe(1);
        expect(read.at(-1)).toBe(scheme);
        expect(read).toEqual(read.toSorted((a, b) => a - b));
        if (own === scheme) expect(read).toEqual(read.map((_, index) => index + 1));
      }),
    );
  });
});
