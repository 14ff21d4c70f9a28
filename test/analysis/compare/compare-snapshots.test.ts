import { beforeAll, describe, expect, it } from "vitest";
import { type Comparison, compareSnapshots } from "../../../src/analysis/compare/compare-snapshots.ts";
import { earlierDay } from "../../../src/analysis/compare/earlier-day.ts";
import type { Flow } from "../../../src/analysis/compare/flow.ts";
import { snapshotOf } from "../../../src/analysis/compare/snapshot.ts";
import type { SegmentedCustomers } from "../../../src/analysis/segments/assign-segments.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { summariseSegments } from "../../../src/analysis/segments/summarise-segments.ts";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { compareSentence } from "../../../src/render/sentences/compare-sentences.ts";
import { ONLINE_RETAIL } from "../../support/in-process.ts";
import { ENGLISH } from "../../support/languages.ts";

const APRIL = dayNumber(2011, 4, 30);
const MAY = dayNumber(2011, 5, 31);

let orders: OrderTable;
beforeAll(async () => {
  orders = (await readOrders([ONLINE_RETAIL])).orders;
});

function compare(before: SegmentedCustomers, after: SegmentedCustomers): Comparison {
  return compareSnapshots(snapshotOf(before), snapshotOf(after));
}

function total(flows: readonly Flow[], side: "moneyBefore" | "moneyAfter"): { customers: number; revenue: bigint } {
  return {
    customers: flows.reduce((sum, flow) => sum + flow.customers, 0),
    revenue: flows.reduce((sum, flow) => sum + flow[side], 0n),
  };
}

describe("a comparison", () => {
  it("of a day with itself moves nobody, frozen or not", () => {
    const may = segmentCustomers(orders, { asOf: MAY });
    const frozen = segmentCustomers(orders, { asOf: MAY, frozen: may.scales });
    for (const again of [may, frozen]) {
      const comparison = compare(may, again);
      expect(comparison.moves).toEqual([]);
      expect(comparison.risers).toEqual([]);
      expect(comparison.flows.every((flow) => flow.from === flow.to)).toBe(true);
      expect(compareSentence(comparison, ENGLISH)).toBe("No customer moved.");
    }
  });

  it.each([
    ["frozen, all history", true, undefined],
    ["each its own, all history", false, undefined],
    ["frozen, in a window of two months", true, { count: 2, unit: "months" } as const],
  ])("has the two summaries as its margins: %s", (_name, freeze, window) => {
    const before = segmentCustomers(orders, { asOf: APRIL, window });
    const after = segmentCustomers(orders, { asOf: MAY, window, frozen: freeze ? before.scales : undefined });
    const comparison = compare(before, after);
    const [was, is] = [summariseSegments(before), summariseSegments(after)];
    comparison.segments.forEach((segment, index) => {
      const row = total(
        comparison.flows.filter((flow) => flow.from === index),
        "moneyBefore",
      );
      const column = total(
        comparison.flows.filter((flow) => flow.to === index),
        "moneyAfter",
      );
      const [wasOne, isOne] = [was, is].map(({ segments }) => segments.find((one) => one.segment === segment));
      expect(row).toEqual({ customers: wasOne?.customers, revenue: wasOne?.revenue });
      expect(column).toEqual({ customers: isOne?.customers, revenue: isOne?.revenue });
      const change = comparison.changes[index];
      expect((change?.before ?? 0) - (change?.left ?? 0) + (change?.entered ?? 0)).toBe(change?.after);
    });
    const lapsed = comparison.flows.filter((flow) => flow.to === "lapsed");
    const came = comparison.flows.filter((flow) => flow.from === "new" || flow.from === "back");
    expect(was.customers - total(lapsed, "moneyBefore").customers + total(came, "moneyAfter").customers).toBe(
      is.customers,
    );
    expect(lapsed.length > 0).toBe(window !== undefined);
    expect(comparison.flows.some((flow) => flow.from === "back")).toBe(window !== undefined);
  });

  it("goes back a month to the last day of the month before", () => {
    expect(earlierDay(MAY, { count: 1, unit: "months" })).toBe(APRIL);
    expect(earlierDay(dayNumber(2012, 3, 31), { count: 1, unit: "months" })).toBe(dayNumber(2012, 2, 29));
  });
});
