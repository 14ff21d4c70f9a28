import { describe, expect, it } from "vitest";
import { prioritiesOf } from "../../../src/analysis/report/priorities.ts";
import type { SegmentSummaries, SegmentSummary } from "../../../src/analysis/segments/summarise-segments.ts";

function summaries(
  figures: readonly (readonly [revenue: bigint, medianRecencyDays: number | null])[],
): SegmentSummaries {
  const segments = figures.map(
    ([revenue, medianRecencyDays], index): SegmentSummary => ({
      segment: `s${index}`,
      customers: medianRecencyDays === null ? 0 : 1,
      customerShare: null,
      orders: 0,
      revenue,
      revenueShare: null,
      averageOrderValue: null,
      medianRecencyDays,
      medianFrequency: null,
      medianMonetaryValue: null,
      medianTenureDays: null,
      meaning: "",
      action: "",
      avoid: "",
      measure: "",
      newcomers: false,
    }),
  );
  return { segments, customers: 0, orders: 0, revenue: 0n, outsideWindow: 0 };
}

describe("prioritiesOf", () => {
  it("takes the largest revenue, then the largest of the silent, then the largest of the others", () => {
    const segments = summaries([
      [500n, 10],
      [900n, 5],
      [300n, 90],
      [400n, 95],
      [0n, null],
    ]);
    expect(prioritiesOf(segments, 50)).toEqual({ best: 1, slipping: 3, next: 0 });
  });

  it("never takes a segment twice, nor one without revenue", () => {
    expect(
      prioritiesOf(
        summaries([
          [900n, 80],
          [-5n, 10],
        ]),
        50,
      ),
    ).toEqual({ best: 0, slipping: null, next: null });
    expect(prioritiesOf(summaries([[0n, 80]]), 50)).toEqual({ best: null, slipping: null, next: null });
  });

  it("takes the first of equals", () => {
    expect(
      prioritiesOf(
        summaries([
          [7n, 1],
          [7n, 1],
        ]),
        50,
      ),
    ).toEqual({ best: 0, slipping: null, next: 1 });
  });
});
