import { describe, expect, it } from "vitest";
import { prioritiesOf } from "../../../src/analysis/report/priorities.ts";
import { slipping, summaries } from "../../support/segment-summaries.ts";

describe("prioritiesOf", () => {
  it("takes the largest of the recent, then of the silent, then of the other recent ones", () => {
    const segments = summaries([
      [500n, ["recent"], null],
      [900n, ["recent", "often"], null],
      [300n, ["silent"], null],
      [400n, ["silent"], null],
      [999n, [], null],
    ]);
    expect(prioritiesOf(segments, null)).toEqual({ best: 1, slipping: 3, next: 0 });
  });

  it("lets the family decide where several would do: a growing group that brought more is not the one to keep", () => {
    const segments = summaries([
      [500n, ["recent"], "best"],
      [900n, ["recent"], "growing"],
      [100n, ["silent"], "slipping"],
      [200n, ["silent"], "best"],
    ]);
    expect(prioritiesOf(segments, null)).toEqual({ best: 0, slipping: 2, next: 1 });
  });

  it("calls no group recent for its name: the best who have been silent for a long time are to be won back", () => {
    expect(prioritiesOf(summaries([[900n, ["silent"], "best"]]), null)).toEqual({
      best: null,
      slipping: 0,
      next: null,
    });
  });

  it("never takes a segment twice, nor one without revenue, nor any where no group is told apart", () => {
    const twice = summaries([
      [900n, ["recent"], "best"],
      [-5n, ["silent"], "quiet"],
    ]);
    expect(prioritiesOf(twice, null)).toEqual({ best: 0, slipping: null, next: null });
    expect(prioritiesOf(summaries([[900n, null, "best"]]), null)).toEqual({ best: null, slipping: null, next: null });
  });

  it("wins back first where the good customers that the headline counts have spent the most, whatever the others spent", () => {
    const segments = summaries([
      [900n, ["silent"], "slipping"],
      [700n, ["silent"], "slipping"],
      [9999n, ["silent"], "best"],
    ]);
    const counted = [
      { segment: 1, customers: 2, revenue: 600n },
      { segment: 0, customers: 3, revenue: 500n },
      { segment: 2, customers: 9, revenue: 5000n },
    ];
    expect(prioritiesOf(segments, slipping(counted)).slipping).toBe(1);
    expect(prioritiesOf({ ...segments, hasMoney: false }, slipping(counted)).slipping).toBe(0); // 3 customers over 2
    expect(prioritiesOf(segments, slipping([])).slipping).toBe(0);
  });

  it("takes the first of equals", () => {
    const equals = summaries([
      [7n, ["recent"], null],
      [7n, ["recent"], null],
    ]);
    expect(prioritiesOf(equals, null)).toEqual({ best: 0, slipping: null, next: 1 });
  });
});
