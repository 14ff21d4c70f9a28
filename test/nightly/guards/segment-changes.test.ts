import { describe, expect, it } from "vitest";
import { segmentChanges } from "../../../src/nightly/guards/segment-changes.ts";
import { lastRunOf as lastRun } from "../../support/guarded-runs.ts";

type Segments = Readonly<Record<string, number>>;

function runOf(segments: Segments): Parameters<typeof segmentChanges>[0] {
  return { scheme: "standard", segments: Object.entries(segments) };
}

function lastRunOf(segments: Segments): Parameters<typeof segmentChanges>[1] {
  return lastRun({ segments: new Map(Object.entries(segments)) });
}

/** What the guard says of segments that failed; empty where it passed. */
function failuresOf(before: Segments, now: Segments): readonly string[] {
  return segmentChanges(runOf(now), lastRunOf(before), 50).flatMap(({ passed, text }) => (passed ? [] : [text]));
}

describe("the guard of segments' changes", () => {
  it("passes where a shop grows and every segment with it", () => {
    expect(failuresOf({ Champions: 300, Loyal: 300, Lost: 400 }, { Champions: 420, Loyal: 410, Lost: 600 })).toEqual(
      [],
    );
  });

  it("passes where a small segment doubles, as it does when a cut point moves", () => {
    // March 2011 of fixtures/online-retail: 2.4% of the customers before, 6.1% now
    expect(failuresOf({ "Need Attention": 41, Others: 1641 }, { "Need Attention": 130, Others: 2004 })).toEqual([]);
  });

  it("passes where a segment of less than a tenth grows to less than a tenth and a half", () => {
    // two months of fixtures/online-retail at once: 8.5% of the customers before, 13% now
    expect(failuresOf({ Hibernating: 151, Others: 1625 }, { Hibernating: 320, Others: 2136 })).toEqual([]);
    expect(failuresOf({ Hibernating: 151, Others: 1625 }, { Hibernating: 420, Others: 2036 })).toHaveLength(1);
  });

  it("fails where a large segment loses more than half of its share, with both numbers", () => {
    expect(failuresOf({ Champions: 300, Others: 1700 }, { Champions: 100, Others: 1900 })).toEqual([
      "Champions: 5% of the customers (100 of 2,000), 15% in the last run (300 of 2,000): 66.67% less (at most 50%)",
    ]);
  });

  it("fails where a segment grows large out of nothing", () => {
    expect(failuresOf({ Lost: 0, Others: 1000 }, { Lost: 300, Others: 900 })).toEqual([
      "Lost: 25% of the customers (300 of 1,200), 0% in the last run (0 of 1,000): there were none (at most 50% more)",
    ]);
  });

  it("fails where there are half as many customers or twice as many, though every share stays", () => {
    expect(failuresOf({ Champions: 500, Lost: 500 }, { Champions: 200, Lost: 200 })).toEqual([
      "400 customers, 1,000 in the last run: 60% less (at most 50%)",
    ]);
    expect(failuresOf({ Champions: 500, Lost: 500 }, { Champions: 1000, Lost: 1000 })).toEqual([
      "2,000 customers, 1,000 in the last run: 100% more (at most 50%)",
    ]);
  });

  it("lets up to 20 customers come and go, whatever their share", () => {
    expect(failuresOf({ Champions: 10, Lost: 20 }, { Champions: 30, Lost: 20 })).toEqual([]);
    expect(failuresOf({ Champions: 10, Lost: 20 }, { Champions: 0, Lost: 30 })).toEqual([]);
  });

  it("passes where no last run is there, or one with other segments", () => {
    expect(segmentChanges(runOf({ Champions: 1 }), "none", 50)).toMatchObject([{ passed: true }]);
    expect(segmentChanges(runOf({ Champions: 1 }), lastRunOf({ Lost: 900 }), 50)).toMatchObject([{ passed: true }]);
  });
});
