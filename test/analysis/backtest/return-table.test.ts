import { describe, expect, it } from "vitest";
import { backtestOrders } from "../../../src/analysis/backtest/backtest.ts";
import type { ReturnRow } from "../../../src/analysis/backtest/return-table.ts";
import { wrongOrders } from "../../../src/analysis/backtest/wrong-order.ts";
import { wilsonInterval } from "../../../src/analysis/statistics/wilson.ts";
import { day, type Entry, historyOf } from "../retention/history.ts";

/** Five customers; scored on 31 March, followed to 30 June. */
const ENTRIES: readonly Entry[] = [
  ["anna", "2020-01-01", 10],
  ["anna", "2020-02-01", 10],
  ["anna", "2020-03-30", 10],
  ["anna", "2020-04-10", 20],
  ["anna", "2020-04-10", 5],
  ["anna", "2020-05-20", 40],
  ["anna", "2020-06-01", -7],
  ["bert", "2020-01-05", 30],
  ["cleo", "2020-01-20", 12],
  ["cleo", "2020-06-30", 8],
  ["dora", "2020-03-01", 99],
  ["emil", "2020-04-02", 50],
  ["emil", "2020-05-02", 50],
];

const backtest = backtestOrders(historyOf(ENTRIES), { asOf: day("2020-06-30"), days: 91 });
const rows = backtest.origins[0]?.rows ?? [];

function rowOf(group: string, value: string): ReturnRow | undefined {
  return rows.find((row) => row.group === group && row.value === value);
}

describe("the return table", () => {
  it("scores on the day before the horizon, and ends it on the as-of date", () => {
    expect(backtest.origins[0]).toMatchObject({
      scoredOn: day("2020-03-31"),
      from: day("2020-04-01"),
      to: day("2020-06-30"),
    });
  });

  it("counts those known on the scoring day, purchase days, and revenue net of refunds", () => {
    const { low, high } = wilsonInterval(2, 4);
    expect(rowOf("all", "")).toEqual({
      group: "all",
      value: "",
      customers: 4,
      returned: 2,
      returnRate: 0.5,
      returnLow: low,
      returnHigh: high,
      orders: 3,
      revenue: 660_000n,
      revenuePerCustomer: 16.5,
    });
  });

  it("adds up to all in every group", () => {
    for (const group of ["recency_score", "frequency_score", "monetary_score", "rfm_cell", "segment"]) {
      const own = rows.filter((row) => row.group === group);
      expect(own.reduce((sum, row) => sum + row.customers, 0)).toBe(4);
      expect(own.reduce((sum, row) => sum + row.returned, 0)).toBe(2);
      expect(own.reduce((sum, row) => sum + row.revenue, 0n)).toBe(660_000n);
    }
  });

  it("lists every segment of the scheme, empty ones without a rate", () => {
    const segments = rows.filter((row) => row.group === "segment");
    expect(segments).toHaveLength(11);
    expect(segments.filter((row) => row.customers === 0).every((row) => row.returnRate === null)).toBe(true);
  });

  it("reaches half of those who came back by addressing the right half, and knows ties", () => {
    const gains = backtest.origins[0]?.gains ?? [];
    // By recency: anna (1 day), dora (30), cleo (71), bert (86). The best half holds anna, one of two who came back.
    expect(gains.find(({ ranking, addressed }) => ranking === "recency" && addressed === 0.5)?.reached).toBe(0.5);
    // By frequency anna has 3, all others 1: half of four are anna and a third of each of the others.
    expect(gains.find(({ ranking, addressed }) => ranking === "frequency" && addressed === 0.5)?.reached).toBeCloseTo(
      2 / 3,
      12,
    );
  });
});

describe("wrongOrders", () => {
  const segment = (value: string, returned: number, customers: number): ReturnRow => {
    const { low, high } = wilsonInterval(returned, customers);
    const none = { orders: 0, revenue: 0n, revenuePerCustomer: 0 };
    return {
      group: "segment",
      value,
      customers,
      returned,
      returnRate: returned / customers,
      returnLow: low,
      returnHigh: high,
      ...none,
    };
  };

  it("names a lower segment that came back more often, where chance does not explain it", () => {
    const found = wrongOrders([segment("Best", 50, 100), segment("Middle", 20, 100), segment("Last", 60, 100)]);
    expect(found.map(({ higher, lower }) => [higher.value, lower.value])).toEqual([["Middle", "Last"]]);
  });

  it("says nothing of differences within chance", () => {
    expect(wrongOrders([segment("Best", 5, 10), segment("Last", 6, 10)])).toEqual([]);
  });
});
