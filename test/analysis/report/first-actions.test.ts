import { describe, expect, it } from "vitest";
import { firstActions } from "../../../src/analysis/report/first-actions.ts";
import { slipping, summaries } from "../../support/segment-summaries.ts";

describe("firstActions", () => {
  it("wins back, keeps, and leads those who ordered once to a second order, the most customers first", () => {
    const segments = summaries([
      [900n, ["recent", "often"], "best"],
      [300n, ["recent", "once"], "growing", 40],
      [200n, ["recent", "once"], "growing", 41],
      [999n, ["silent", "once"], "quiet", 99],
      [500n, ["silent"], "slipping"],
    ]);
    expect(firstActions(segments, { priorities: { best: 0, slipping: 4, next: 1 }, lapsing: null })).toEqual([
      { kind: "win back", segment: 4 },
      { kind: "keep", segment: 0 },
      { kind: "second order", segment: 2 },
    ]);
  });

  it("takes the first of equal ones, and none that is named already or brought nothing", () => {
    const segments = summaries([
      [900n, ["recent", "once"], "best", 90],
      [0n, ["recent", "once"], "growing", 80],
      [5n, ["recent", "once"], "growing", 7],
      [6n, ["recent", "once"], "growing", 7],
    ]);
    expect(firstActions(segments, { priorities: { best: 0, slipping: null, next: 3 }, lapsing: null })).toEqual([
      { kind: "keep", segment: 0 },
      { kind: "second order", segment: 2 },
    ]);
  });

  it("wins back other good customers where nobody is to be kept or led on, the largest revenue first, three at most", () => {
    const segments = summaries([
      [300n, ["silent", "more"], "best"],
      [500n, ["silent", "more"], "growing"],
      [900n, ["silent", "less"], "quiet"],
      [700n, ["more"], "cooling"],
      [400n, ["silent", "more"], "slipping"],
      [200n, ["silent", "more"], "cooling"],
    ]);
    expect(firstActions(segments, { priorities: { best: null, slipping: 4, next: null }, lapsing: null })).toEqual([
      { kind: "win back", segment: 1 },
      { kind: "win back", segment: 4 },
      { kind: "win back", segment: 0 },
    ]);
    expect(
      firstActions(segments, { priorities: { best: null, slipping: 4, next: 3 }, lapsing: null }).map(
        ({ segment }) => segment,
      ),
    ).toEqual([1, 4, 3]);
  });

  it("wins back any silent ones without money, the most customers first", () => {
    const segments = {
      ...summaries([
        [0n, ["recent"], "best", 20],
        [0n, ["silent"], "slipping", 9],
        [0n, ["silent"], "quiet", 30],
        [0n, ["often"], "cooling", 99],
      ]),
      hasMoney: false,
    };
    expect(firstActions(segments, { priorities: { best: 0, slipping: 1, next: null }, lapsing: null })).toEqual([
      { kind: "win back", segment: 2 },
      { kind: "win back", segment: 1 },
      { kind: "keep", segment: 0 },
    ]);
  });

  it("puts those first whose good customers have spent the most, the most pressing one among them", () => {
    const segments = summaries([
      [300n, ["silent", "more"], "best"],
      [500n, ["silent", "more"], "growing"],
    ]);
    const lapsing = slipping([
      { segment: 0, customers: 2, revenue: 250n },
      { segment: 1, customers: 1, revenue: 100n },
    ]);
    for (const pressing of [null, 1]) {
      const priorities = { best: null, slipping: pressing, next: null };
      expect(firstActions(segments, { priorities, lapsing }).map(({ segment }) => segment)).toEqual([0, 1]);
    }
  });

  it("has the other recent ones order next where no group ordered once, and nothing where nothing may be said", () => {
    const segments = summaries([
      [9n, ["recent"], "best"],
      [8n, ["recent"], "growing"],
    ]);
    expect(firstActions(segments, { priorities: { best: 0, slipping: null, next: 1 }, lapsing: null })).toEqual([
      { kind: "keep", segment: 0 },
      { kind: "next order", segment: 1 },
    ]);
    expect(
      firstActions(summaries([[9n, null, "best"]]), {
        priorities: { best: null, slipping: null, next: null },
        lapsing: null,
      }),
    ).toEqual([]);
  });
});
