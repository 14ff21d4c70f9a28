import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupsOverTime } from "../../../src/analysis/report/groups-over-time.ts";
import { retentionByPeriod } from "../../../src/analysis/retention/retention-by-period.ts";
import { compileScheme } from "../../../src/analysis/segments/scheme.ts";
import { type SegmentOptions, segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { EmptyInputError } from "../../../src/errors.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf } from "../../support/order-table.ts";

/** Recent customers are best, others quiet: a last order within 31 days, or not. */
const texts = { meaning: "", action: "" };
const scheme = compileScheme({
  name: "two",
  levels: 2,
  segments: [
    { name: "Here", ...texts, recency: [2, 2], family: "best" },
    { name: "Gone", ...texts, otherwise: true, family: "quiet" },
  ],
});
const fixed = { recency: [31], frequency: [1], monetary: [0] };
const by31Days = {
  scheme,
  levels: { recency: 2, frequency: 2, monetary: 2 },
  method: "fixed",
  cutPoints: fixed,
} as const;

const orders = tableOf([
  ["anna", "2024-01-01", 5],
  ["ben", "2024-01-30", 5],
  ["anna", "2024-02-20", 5],
  ["cara", "2024-03-30", 5],
]);

function groupsOf(table: OrderTable, options: SegmentOptions) {
  const later = segmentCustomers(table, options);
  return groupsOverTime(table, later, { ...options, retention: retentionByPeriod(table, { asOf: options.asOf }) });
}

describe("groupsOverTime", () => {
  it("counts the groups at the ends of months and on the report's day, with that day's cut points", () => {
    expect(groupsOf(orders, { ...by31Days, asOf: dayOf("2024-04-05") })).toEqual({
      groups: ["best", "quiet"],
      points: [
        { day: dayOf("2024-01-31"), customers: [2, 0], isShort: false }, // anna 30 days ago, ben 1; 31 days of history
        { day: dayOf("2024-02-29"), customers: [2, 0], isShort: false }, // anna 9, ben 30
        { day: dayOf("2024-03-31"), customers: [1, 2], isShort: false }, // cara 1, anna 40, ben 61
        { day: dayOf("2024-04-05"), customers: [1, 2], isShort: false },
      ],
    });
  });

  it("marks the ends of months before which the exports reach back fewer days than the longest cut point, or the window", () => {
    const shortOf = (options: Partial<SegmentOptions>) => {
      const groups = groupsOf(orders, { ...by31Days, asOf: dayOf("2024-03-31"), ...options });
      return typeof groups === "string" ? groups : groups.points.map(({ isShort }) => isShort);
    };
    expect(shortOf({ cutPoints: { ...fixed, recency: [60] } })).toEqual([true, false, false]); // 31, 60 and 91 days
    expect(shortOf({ cutPoints: { ...fixed, recency: [61] } })).toEqual([true, true, false]);
    expect(shortOf({ window: { count: 91, unit: "days" } })).toEqual([true, true, false]);
    expect(shortOf({ window: { count: 60, unit: "days" } })).toEqual([true, false, false]);
  });

  it("says why groups are not followed", () => {
    const asOf = dayOf("2024-04-05");
    expect(groupsOf(orders, { asOf, method: "ntile" })).toBe("ranked");
    expect(groupsOf(orders, { ...by31Days, asOf: dayOf("2024-01-20") })).toBe("one day");
    const plain = compileScheme({ name: "plain", levels: 2, segments: [{ name: "All", ...texts, otherwise: true }] });
    expect(groupsOf(orders, { ...by31Days, scheme: plain, asOf })).toBe("no families");
  });

  it("agrees with scoring each day by itself, and ends with the report's own segments", () => {
    fc.assert(
      fc.property(someOrders, fc.boolean(), (lines, hasWindow) => {
        const table = orderTable(lines);
        const window = hasWindow ? ({ count: 2, unit: "months" } as const) : undefined;
        const options = { asOf: table.lastDay, window };
        try {
          const later = segmentCustomers(table, options);
          const found = groupsOf(table, options);
          if (typeof found === "string") return;
          for (const { day, customers } of found.points) {
            const own = segmentCustomers(table, { ...options, asOf: day, frozen: later.scales });
            const counts = found.groups.map(
              (group) => own.segment.filter((one) => own.scheme.segments[one]?.family === group).length,
            );
            expect(customers).toEqual(counts);
          }
          expect(found.points.at(-1)?.day).toBe(options.asOf);
          expect(found.points.length).toBeLessThanOrEqual(14);
        } catch (error) {
          if (!(error instanceof EmptyInputError)) throw error;
        }
      }),
      { numRuns: 60 },
    );
  });
});
