import { describe, expect, it } from "vitest";
import { type LatestPeriod, latestPeriod, type PeriodFigures } from "../../../src/analysis/report/latest-period.ts";
import { periodChanges } from "../../../src/analysis/report/period-changes.ts";
import { retentionByPeriod } from "../../../src/analysis/retention/retention-by-period.ts";
import { dayOf, tableOf } from "../../support/order-table.ts";

const orders = tableOf([
  ["anna", "2024-02-01", 100],
  ["ben", "2024-02-11", 60],
  ["anna", "2024-03-13", 40],
  ["cara", "2024-04-01", 10],
]);

function figures(period: string, rate: readonly [rate: number, low: number, high: number] | null): PeriodFigures {
  const [retentionRate, retentionLow, retentionHigh] = rate ?? [null, null, null];
  const money = { revenue: 0n, averageOrderValue: null };
  return {
    period,
    firstDay: 0,
    lastDay: 0,
    customers: 0,
    newCustomers: 0,
    orders: 0,
    ...money,
    retentionRate,
    retentionLow,
    retentionHigh,
  };
}

/** May of this year beside April and May of last year. */
function rates(now: PeriodFigures, before: PeriodFigures, yearBefore: PeriodFigures | null): LatestPeriod {
  const recent = [before, now].map((one) => ({ period: one.period, figures: one }));
  return { latest: now, before, yearBefore, yearBeforeName: "2023-05", recent };
}

describe("periodChanges", () => {
  it("puts each figure beside the month before, and names the year's month that the data lacks", () => {
    const changes = periodChanges(latestPeriod(retentionByPeriod(orders, { asOf: dayOf("2024-04-01") })));
    const missing = { period: "2023-03", was: null, change: null, isChance: null };
    const from = (was: number | bigint | null, change: number | null) => ({
      period: "2024-02",
      was,
      change,
      isChance: null,
    });
    expect(changes).toEqual([
      { figure: "revenue", value: 400_000n, before: from(1_600_000n, -0.75), yearBefore: missing },
      { figure: "customers", value: 1, before: from(2, -0.5), yearBefore: missing },
      { figure: "newCustomers", value: 0, before: from(2, -1), yearBefore: missing },
      { figure: "orders", value: 1, before: from(2, -0.5), yearBefore: missing },
      { figure: "averageOrderValue", value: 40, before: from(80, -0.5), yearBefore: missing },
      { figure: "retentionRate", value: 0.5, before: from(null, null), yearBefore: missing }, // February has no month before it
    ]);
  });

  it("says of the retention rate whether chance may explain it: its intervals overlap, or touch", () => {
    const now = figures("2024-05", [0.4, 0.35, 0.45]);
    const touching = figures("2024-04", [0.3, 0.25, 0.35]);
    const apart = figures("2023-05", [0.5, 0.4501, 0.55]);
    const rate = periodChanges(rates(now, touching, apart)).find(({ figure }) => figure === "retentionRate");
    expect(rate?.before).toMatchObject({ was: 0.3, isChance: true });
    expect(rate?.before?.change).toBeCloseTo(0.1, 12);
    expect(rate?.yearBefore).toMatchObject({ was: 0.5, isChance: false });
    const unknown = periodChanges(rates(now, figures("2024-04", null), null)).at(-1);
    expect(unknown?.before).toEqual({ period: "2024-04", was: null, change: null, isChance: null });
  });

  it("says nothing while no month is complete, and compares years with the year before only", () => {
    const early = tableOf([["anna", "2024-01-05", 10]]);
    expect(periodChanges(latestPeriod(retentionByPeriod(early, { asOf: dayOf("2024-01-05") })))).toEqual([]);
    const covers = { from: dayOf("2023-01-01"), to: dayOf("2024-12-31") };
    const years = retentionByPeriod(orders, { asOf: dayOf("2024-12-31"), period: "year", covers });
    expect(periodChanges(latestPeriod(years))[1]).toEqual({
      figure: "customers",
      value: 3,
      before: { period: "2023", was: 0, change: null, isChance: null },
      yearBefore: null,
    });
  });
});
