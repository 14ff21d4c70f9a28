import { describe, expect, it } from "vitest";
import { latestPeriod, relativeChange } from "../../../src/analysis/report/latest-period.ts";
import { retentionByPeriod } from "../../../src/analysis/retention/retention-by-period.ts";
import { dayOf, tableOf } from "../../support/order-table.ts";

const orders = tableOf([
  ["anna", "2024-01-01", 100],
  ["anna", "2024-02-10", 50],
  ["ben", "2024-02-11", 30],
  ["ben", "2024-03-12", -10],
  ["cara", "2024-03-13", 15],
  ["anna", "2024-03-13", 25],
  ["dora", "2024-04-10", 999],
]);

function latestAt(asOf: string): ReturnType<typeof latestPeriod> {
  return latestPeriod(retentionByPeriod(orders, { asOf: dayOf(asOf) }));
}

describe("latestPeriod", () => {
  it("puts the newest complete month beside the one before, and leaves the month that has not ended alone", () => {
    const { latest, before } = latestAt("2024-04-10");
    expect(latest).toEqual({
      period: "2024-03",
      firstDay: dayOf("2024-03-01"),
      lastDay: dayOf("2024-03-31"),
      customers: 2,
      newCustomers: 1,
      orders: 2,
      revenue: 300_000n, // 15 + 25 − 10
      averageOrderValue: 15,
      retentionRate: 1 / 2,
      retentionLow: expect.closeTo(0.0945, 4), // Wilson's interval of 1 in 2
      retentionHigh: expect.closeTo(0.9055, 4),
    });
    expect(before).toMatchObject({ period: "2024-02", customers: 2, newCustomers: 1, orders: 2, revenue: 800_000n });
  });

  it("compares nothing where the month before is not complete", () => {
    const { latest, before } = latestPeriod(
      retentionByPeriod(orders, {
        asOf: dayOf("2024-03-31"),
        covers: { from: dayOf("2024-02-02"), to: dayOf("2024-03-31") },
      }),
    );
    expect([latest?.period, before]).toEqual(["2024-03", null]);
  });

  it("has nothing while no month is complete", () => {
    const early = tableOf([["anna", "2024-01-05", 10]]);
    const nothing = { latest: null, before: null, yearBefore: null, yearBeforeName: null, recent: [] };
    expect(latestPeriod(retentionByPeriod(early, { asOf: dayOf("2024-01-05") }))).toEqual(nothing);
  });

  it("has the newest thirteen months in a row, and knows the name of a month a year before that the data lacks", () => {
    const { recent, yearBeforeName } = latestAt("2024-04-10");
    expect(recent.map(({ period, figures }) => [period, figures?.customers])).toEqual([
      ["2024-01", 1],
      ["2024-02", 2],
      ["2024-03", 2],
    ]);
    expect(yearBeforeName).toBe("2023-03");
    const covers = { from: dayOf("2022-12-01"), to: dayOf("2024-03-31") };
    const long = latestPeriod(retentionByPeriod(orders, { asOf: dayOf("2024-03-31"), covers })).recent;
    expect([long.length, long[0]?.period, long.at(-1)?.period]).toEqual([13, "2023-03", "2024-03"]);
  });

  it("passes over a month whose export is missing, and knows the same month of the year before", () => {
    const years = tableOf([
      ["anna", "2023-03-01", 10],
      ["anna", "2023-04-02", 40],
      ["anna", "2024-02-20", 10],
      ["ben", "2024-04-02", 20],
      ["anna", "2024-05-01", 10],
    ]);
    const { latest, before, yearBefore } = latestPeriod(retentionByPeriod(years, { asOf: dayOf("2024-05-01") }));
    expect([latest?.period, before, yearBefore?.period]).toEqual(["2024-04", null, "2023-04"]);
  });
});

describe("relativeChange", () => {
  it("is a fraction of the figure before", () => {
    expect(relativeChange(80, 100)).toBe(0.25);
    expect(relativeChange(2_000_000n, 1_000_000n)).toBe(-0.5);
  });

  it("is unknown where the figure before is unknown, zero or negative", () => {
    expect([relativeChange(null, 1), relativeChange(0, 1), relativeChange(-5n, 5n), relativeChange(1, null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
