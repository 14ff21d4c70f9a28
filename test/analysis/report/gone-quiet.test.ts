import { describe, expect, it } from "vitest";
import { goneQuiet } from "../../../src/analysis/report/gone-quiet.ts";
import type { SegmentSummaries, SegmentSummary } from "../../../src/analysis/segments/summarise-segments.ts";

interface Figures {
  readonly customers: number;
  readonly revenue: bigint;
  readonly silentDays: number | null;
  readonly spent: number | null;
}

function summaries(figures: readonly Figures[]): SegmentSummaries {
  const segments = figures.map(
    ({ customers, revenue, silentDays, spent }, index): SegmentSummary => ({
      segment: `s${index}`,
      customers,
      customerShare: null,
      orders: 0,
      revenue,
      revenueShare: null,
      averageOrderValue: null,
      medianRecencyDays: silentDays,
      medianFrequency: null,
      medianMonetaryValue: spent,
      medianTenureDays: null,
      meaning: "",
      action: "",
      avoid: "",
      measure: "",
      newcomers: false,
    }),
  );
  const revenue = figures.reduce((sum, one) => sum + one.revenue, 0n);
  return { segments, customers: 0, orders: 0, revenue, outsideWindow: 0 };
}

const MEDIANS = { recencyDays: 50, monetaryValue: 100 };
const NOBODY = { segments: [], customers: 0, revenue: 0n, revenueShare: 0 };

describe("goneQuiet", () => {
  it("adds up the silent segments: those who spent more than most, and the others", () => {
    const found = goneQuiet(
      summaries([
        { customers: 9, revenue: 500n, silentDays: 5, spent: 300 },
        { customers: 3, revenue: 100n, silentDays: 90, spent: 200 },
        { customers: 4, revenue: 300n, silentDays: 70, spent: 101 },
        { customers: 7, revenue: 100n, silentDays: 80, spent: 20 },
        { customers: 0, revenue: 0n, silentDays: null, spent: null },
      ]),
      MEDIANS,
    );
    expect(found.valuable).toEqual({ segments: [2, 1], customers: 7, revenue: 400n, revenueShare: 0.4 });
    expect(found.others).toEqual({ segments: [3], customers: 7, revenue: 100n, revenueShare: 0.1 });
  });

  it("counts nobody at the median itself as silent or valuable", () => {
    const found = goneQuiet(
      summaries([
        { customers: 1, revenue: 10n, silentDays: 50, spent: 200 },
        { customers: 1, revenue: 10n, silentDays: 51, spent: 100 },
      ]),
      MEDIANS,
    );
    expect(found.valuable).toEqual(NOBODY);
    expect(found.others).toEqual({ segments: [1], customers: 1, revenue: 10n, revenueShare: 0.5 });
  });

  it("knows no share where refunds eat up all revenue", () => {
    const found = goneQuiet(summaries([{ customers: 1, revenue: -5n, silentDays: 90, spent: 200 }]), MEDIANS);
    expect(found.valuable).toEqual({ segments: [0], customers: 1, revenue: -5n, revenueShare: null });
  });
});
