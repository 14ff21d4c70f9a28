import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureOf } from "../../../src/analysis/scores/score-customers.ts";
import { type SegmentOptions, segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { segmentFinder } from "../../../src/analysis/segments/segment-finder.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { orderTable } from "../../support/order-table.ts";

describe("finding a segment by measures", () => {
  it.each<[string, Omit<SegmentOptions, "asOf">]>([
    ["quintiles", {}],
    ["scores within scores", { method: "nested" }],
    ["other levels for each dimension", { levels: { recency: 3, frequency: 2, monetary: 7 } }],
    ["averages", { monetary: "average" }],
  ])("gives what scoring gives, with %s", (_, options) => {
    fc.assert(
      fc.property(someOrders, (lines) => {
        const orders = orderTable([...lines, { customer: "gil", day: (lines[0]?.day ?? 0) - 5000, amount: 12.5 }]);
        const segmented = segmentCustomers(orders, { ...options, asOf: orders.lastDay });
        const find = segmentFinder(segmented);
        const { customers } = segmented;
        const [recency, frequency, monetary] = (["recency", "frequency", "monetary"] as const).map((dimension) =>
          measureOf(customers, dimension),
        );
        const found = Array.from({ length: customers.length }, (_one, at) =>
          find(recency?.[at] ?? 0, frequency?.[at] ?? 0, monetary?.[at] ?? 0),
        );
        expect(found).toEqual([...segmented.segment]);
      }),
      { numRuns: 60 },
    );
  });
});
