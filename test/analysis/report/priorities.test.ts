import { describe, expect, it } from "vitest";
import { prioritiesOf } from "../../../src/analysis/report/priorities.ts";
import { summaries } from "../../support/segment-summaries.ts";

describe("prioritiesOf", () => {
  it("takes the largest of the recent, then of the silent, then of the other recent ones", () => {
    const segments = summaries([
      [500n, ["recent"], null],
      [900n, ["recent", "often"], null],
      [300n, ["silent"], null],
      [400n, ["silent"], null],
      [999n, [], null],
    ]);
    expect(prioritiesOf(segments)).toEqual({ best: 1, slipping: 3, next: 0 });
  });

  it("lets the family decide where several would do: a growing group that brought more is not the one to keep", () => {
    const segments = summaries([
      [500n, ["recent"], "best"],
      [900n, ["recent"], "growing"],
      [100n, ["silent"], "slipping"],
      [200n, ["silent"], "best"],
    ]);
    expect(prioritiesOf(segments)).toEqual({ best: 0, slipping: 2, next: 1 });
  });

  it("calls no group recent for its name: the best who have been silent for a long time are to be won back", () => {
    expect(prioritiesOf(summaries([[900n, ["silent"], "best"]]))).toEqual({ best: null, slipping: 0, next: null });
  });

  it("never takes a segment twice, nor one without revenue, nor any where no group is told apart", () => {
    const twice = summaries([
      [900n, ["recent"], "best"],
      [-5n, ["silent"], "quiet"],
    ]);
    expect(prioritiesOf(twice)).toEqual({ best: 0, slipping: null, next: null });
    expect(prioritiesOf(summaries([[900n, null, "best"]]))).toEqual({ best: null, slipping: null, next: null });
  });

  it("takes the first of equals", () => {
    const equals = summaries([
      [7n, ["recent"], null],
      [7n, ["recent"], null],
    ]);
    expect(prioritiesOf(equals)).toEqual({ best: 0, slipping: null, next: 1 });
  });
});
