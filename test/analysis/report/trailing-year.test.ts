import { describe, expect, it } from "vitest";
import { trailingYear } from "../../../src/analysis/report/trailing-year.ts";
import { retentionByPeriod } from "../../../src/analysis/retention/retention-by-period.ts";
import type { PeriodKind } from "../../../src/basics/calendar/period.ts";
import { dayOf, tableOf } from "../../support/order-table.ts";

/** From February 2022 to January 2024: 100 on the first of each of twelve months, then 80, but 140 in the last; February has only begun. */
const months = Array.from({ length: 24 }, (_, at) => ({
  day: `${2022 + Math.floor((at + 1) / 12)}-${String(((at + 1) % 12) + 1).padStart(2, "0")}-01`,
  amount: at < 12 ? 100 : at < 23 ? 80 : 140,
}));
const lines = (["anna", "ben"] as const).flatMap((customer) =>
  months.map(({ day, amount }) => [customer, day, amount / 2] as const),
);
const shop = [...lines, ["anna", "2023-06-20", -60] as const, ["ben", "2024-02-01", 900] as const];

function yearOf(
  orders: readonly (readonly [string, string, number])[],
  { period = "month", from = "2022-02-01" }: { readonly period?: PeriodKind; readonly from?: string } = {},
): ReturnType<typeof trailingYear> {
  const asOf = dayOf("2024-02-15");
  const covers = { from: dayOf(from), to: asOf };
  return trailingYear(retentionByPeriod(tableOf(orders), { asOf, period, covers }));
}

describe("trailingYear", () => {
  it("is below the year before where the newest month rose: 11 × 80 + 140 − 60 against 12 × 100", () => {
    expect(yearOf(shop)).toEqual({
      firstDay: dayOf("2023-02-01"),
      lastDay: dayOf("2024-01-31"),
      revenue: 9_600_000n,
      before: { firstDay: dayOf("2022-02-01"), lastDay: dayOf("2023-01-31"), revenue: 12_000_000n },
      change: expect.closeTo(-0.2, 12),
    });
  });

  it("is unknown with 23 complete months", () => {
    expect(yearOf(shop, { from: "2022-02-02" })).toBeNull();
  });

  it("is unknown where the export of one of the months is missing", () => {
    const gap = shop.filter(([, day]) => day !== "2022-09-01");
    const orders = tableOf(gap);
    const asOf = dayOf("2024-02-15");
    expect(trailingYear(retentionByPeriod(orders, { asOf, period: "month" }))).toBeNull();
    expect(yearOf(gap)?.before.revenue).toBe(11_000_000n); // vouched for: nothing was sold in it
  });

  it("takes four quarters, and 52 weeks that begin on a Monday", () => {
    const quarters = yearOf(shop, { period: "quarter", from: "2022-01-01" });
    expect([quarters?.firstDay, quarters?.lastDay]).toEqual([dayOf("2023-01-01"), dayOf("2023-12-31")]);
    expect([quarters?.revenue, quarters?.before.revenue]).toEqual([9_200_000n, 11_000_000n]); // 100 + 11 × 80 − 60; 11 × 100
    const weeks = yearOf(shop, { period: "week" });
    expect([weeks?.firstDay, weeks?.lastDay]).toEqual([dayOf("2023-02-13"), dayOf("2024-02-11")]);
    expect(weeks?.before.lastDay).toBe(dayOf("2023-02-12"));
  });

  it("is not said of years, nor of orders without money", () => {
    expect(yearOf(shop, { period: "year", from: "2022-01-01" })).toBeNull();
    const retention = retentionByPeriod(tableOf(shop), { asOf: dayOf("2024-02-15"), period: "month" });
    expect(trailingYear(retention)).not.toBeNull();
    expect(trailingYear(retention, false)).toBeNull();
  });

  it("has no change where the year before brought nothing", () => {
    const refunded = yearOf([...shop, ["ben", "2022-12-24", -1200]]);
    expect([refunded?.revenue, refunded?.before.revenue, refunded?.change]).toEqual([9_600_000n, 0n, null]);
  });
});
