import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { scoreCustomers } from "../../../src/analysis/scores/score-customers.ts";
import { assignSegments, type SegmentedCustomers } from "../../../src/analysis/segments/assign-segments.ts";
import { compileScheme } from "../../../src/analysis/segments/scheme.ts";
import { standardScheme } from "../../../src/analysis/segments/standard.ts";
import { membersBySegment, summariseSegments } from "../../../src/analysis/segments/summarise-segments.ts";
import { parseSpan } from "../../../src/basics/calendar/span.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf, type WrittenOrder } from "../../support/order-table.ts";

/** Buyers with a better frequency score than others, all others, and a segment that stays empty. */
const scheme = compileScheme({
  name: "made-up",
  levels: 2,
  segments: [
    { name: "Regulars", frequency: [2, 2], meaning: "they come back", action: "thank them" },
    { name: "Others", frequency: [1, 1], meaning: "", action: "" },
    { name: "Nobody", otherwise: true, meaning: "", action: "" },
  ],
});

function segmentedOf(written: readonly WrittenOrder[], asOf: string, window?: string): SegmentedCustomers {
  const span = window === undefined ? null : parseSpan(window);
  const customers = customersAt(tableOf(written), { asOf: dayOf(asOf), window: span ?? undefined });
  return assignSegments(scoreCustomers(customers, { levels: 2 }), scheme);
}

const history: readonly WrittenOrder[] = Object.freeze([
  ["anna", "2024-05-10", 60],
  ["anna", "2024-05-01", 40],
  ["ben", "2024-05-04", 30],
  ["ben", "2024-05-04", 20],
  ["ben", "2024-05-06", 10],
  ["ben", "2024-05-07", -25],
  ["cara", "2024-04-30", 5],
  ["dora", "2024-05-08", 10],
  ["dora", "2024-05-09", -10],
  ["emil", "2024-05-10", 10],
]);

describe("summariseSegments", () => {
  const summaries = summariseSegments(segmentedOf(history, "2024-05-10"));
  const [regulars, others, nobody] = summaries.segments;

  it("counts customers, orders and net revenue, refunds taken off", () => {
    // frequencies 2, 3, 1, 1, 1: only anna and ben are above the median of 1
    expect(regulars).toMatchObject({ segment: "Regulars", customers: 2, orders: 5, revenue: 1_350_000n });
    expect(others).toMatchObject({ segment: "Others", customers: 3, orders: 3, revenue: 150_000n });
    expect(summaries).toMatchObject({ customers: 5, orders: 8, revenue: 1_500_000n, outsideWindow: 0 });
  });

  it("gives shares as fractions of all scored customers and all revenue", () => {
    expect([regulars?.customerShare, regulars?.revenueShare]).toEqual([0.4, 0.9]);
    expect([others?.customerShare, others?.revenueShare]).toEqual([0.6, 0.1]);
  });

  it("averages revenue per order in currency units", () => {
    expect(regulars?.averageOrderValue).toBe(27); // 135 / 5
    expect(others?.averageOrderValue).toBe(5); // 15 / 3
  });

  it("takes medians, of an even number the mean of the two in the middle", () => {
    expect(regulars).toMatchObject({ medianRecencyDays: 2, medianFrequency: 2.5, medianMonetaryValue: 675_000 });
    expect(others).toMatchObject({ medianRecencyDays: 2, medianFrequency: 1, medianMonetaryValue: 50_000 });
  });

  it("lists empty segments, with nothing where nothing can be said", () => {
    expect(nobody).toMatchObject({
      segment: "Nobody",
      customers: 0,
      customerShare: 0,
      orders: 0,
      revenue: 0n,
      revenueShare: 0,
      averageOrderValue: null,
      medianRecencyDays: null,
      medianFrequency: null,
      medianMonetaryValue: null,
      meaning: "",
      action: "",
    });
  });

  it("carries the meaning and the action of the scheme, in its order", () => {
    expect(regulars).toMatchObject({ meaning: "they come back", action: "thank them" });
    expect(summaries.segments.map(({ segment }) => segment)).toEqual(["Regulars", "Others", "Nobody"]);
  });

  it("has no revenue shares where refunds outweigh purchases", () => {
    const { segments } = summariseSegments(
      segmentedOf(
        [
          ["anna", "2024-05-01", 10],
          ["anna", "2024-05-02", -10],
          ["ben", "2024-05-02", 1],
          ["ben", "2024-05-03", -1],
        ],
        "2024-05-10",
      ),
    );
    expect(segments.map(({ revenueShare }) => revenueShare)).toEqual([null, null, null]);
  });

  it("counts customers who bought before the window only apart", () => {
    const inMay = summariseSegments(segmentedOf(history, "2024-05-10", "10d"));
    expect(inMay.outsideWindow).toBe(1); // cara bought on 30 April
    expect(inMay.customers).toBe(4);
  });

  it("adds up: customers, orders and revenue of the segments are the totals, whatever the history", () => {
    fc.assert(
      fc.property(someOrders, fc.constantFrom(undefined, "1m", "90d"), (lines, window) => {
        const orders = orderTable(lines);
        const span = window === undefined ? undefined : (parseSpan(window) ?? undefined);
        fc.pre(lines.some(({ amount, day }) => amount > 0 && day > orders.lastDay - 28));
        const customers = customersAt(orders, { asOf: orders.lastDay, window: span });
        const segmented = assignSegments(scoreCustomers(customers), standardScheme);
        const summary = summariseSegments(segmented);
        const sum = (of: "customers" | "orders"): number => summary.segments.reduce((all, one) => all + one[of], 0);
        expect(sum("customers")).toBe(customers.length);
        expect(summary.customers).toBe(customers.length);
        expect(sum("orders")).toBe(customers.orders.reduce((all, one) => all + one, 0));
        const spend = Array.from(customers.spend).reduce((all, one) => all + BigInt(one), 0n);
        expect(summary.segments.reduce((all, { revenue }) => all + revenue, 0n)).toBe(spend);
        expect(summary.revenue).toBe(spend);
        expect(summary.segments.reduce((all, { customerShare }) => all + (customerShare ?? 0), 0)).toBeCloseTo(1, 12);
        const members = membersBySegment(segmented).flatMap((group) => [...group]);
        expect(members.toSorted((a, b) => a - b)).toEqual(Array.from(customers.ids, (_, index) => index));
      }),
      { numRuns: 80 },
    );
  });
});
