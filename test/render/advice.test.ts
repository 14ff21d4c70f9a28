import { describe, expect, it } from "vitest";
import { compileScheme } from "../../src/analysis/segments/scheme.ts";
import { segmentCustomers } from "../../src/analysis/segments/segment-customers.ts";
import { standardSchemeFile } from "../../src/analysis/segments/standard.ts";
import { type SegmentSummary, summariseSegments } from "../../src/analysis/segments/summarise-segments.ts";
import { parseDay } from "../../src/basics/calendar/days.ts";
import type { OrderTable } from "../../src/orders/order-table.ts";
import { segmentAdvice } from "../../src/render/advice.ts";
import { ENGLISH } from "../support/languages.ts";

const AS_OF = parseDay("2024-06-30") ?? 0;
const scheme = compileScheme({
  name: "one",
  levels: 2,
  segments: [
    { name: "New Customers", newcomers: true, otherwise: true, meaning: "New here.", action: "Welcome them." },
  ],
});

/** The summary of one segment whose customers first bought this many days ago. */
function summaryOf(tenures: readonly number[]): SegmentSummary {
  const orders: OrderTable = {
    length: tenures.length,
    customer: Int32Array.from(tenures.keys()),
    day: Int32Array.from(tenures, (tenure) => AS_OF - tenure),
    amount: new Float64Array(tenures.length).fill(100_000),
    customerKeys: tenures.map((_, index) => `c${index}`),
    firstDay: AS_OF - 400,
    lastDay: AS_OF,
  };
  const [summary] = summariseSegments(segmentCustomers(orders, { asOf: AS_OF, scheme })).segments;
  if (summary === undefined) throw new Error("no segment");
  return summary;
}

describe("the advice for a segment of newcomers", () => {
  it("is the scheme's while the median customer has been there for up to 90 days", () => {
    expect(segmentAdvice(summaryOf([10, 90, 300]), ENGLISH).action).toBe("Welcome them.");
  });

  it("says instead that they are not new, where the median customer has been there for longer", () => {
    const advice = segmentAdvice(summaryOf([10, 91, 300]), ENGLISH);
    expect(advice.meaning).toContain("first bought 91 days ago");
    expect(advice.action).toContain("Leave the welcome out");
  });

  it("of the standard scheme says all four things for every segment", () => {
    for (const segment of standardSchemeFile.segments) {
      for (const text of [segment.meaning, segment.action, segment.avoid, segment.measure]) expect(text).toMatch(/\.$/);
    }
  });
});
