import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { activeCustomersByPeriod } from "../../../src/analysis/retention/active-customers.ts";
import { cohortsOf } from "../../../src/analysis/retention/cohorts.ts";
import { paybackOf } from "../../../src/analysis/retention/payback.ts";
import { type RetentionRow, retentionByPeriod } from "../../../src/analysis/retention/retention-by-period.ts";
import { retentionBySegment } from "../../../src/analysis/retention/segment-retention.ts";
import { summariseRetention } from "../../../src/analysis/retention/summary.ts";
import { scoreCustomers } from "../../../src/analysis/scores/score-customers.ts";
import { standardScheme } from "../../../src/analysis/segments/standard.ts";
import { day, type Entry, historyOf } from "./history.ts";

/** A retention row in one line: period, state, before, customers, retained, lost, new, reactivated, rate. */
function inOneLine(row: RetentionRow): string {
  const state = row.noData ? "no data" : row.complete ? "complete" : "to date";
  const counts = [row.before, row.customers, row.retained, row.lost, row.new, row.reactivated];
  return [row.period, state, ...counts.map((count) => count ?? "–"), row.retentionRate ?? "–"].join(" ");
}

/** The cells of each cohort: customers, `n*` where partial, a dot where nothing is known. */
function triangleOf(table: ReturnType<typeof cohortsOf>): readonly string[] {
  return table.cohorts.map(({ cohort, size, cells }) => {
    const texts = cells.map(({ state, figures }) =>
      figures === null ? (state === "no data" ? "?" : ".") : `${figures.customers}${state === "partial" ? "*" : ""}`,
    );
    return `${cohort} ${size}: ${texts.join(" ")}`;
  });
}

/** November to a March that has only begun, over the leap day of 2024. Cover: 1 November to 10 March. */
const LEAP_WINTER: readonly Entry[] = [
  ["Ann", "2023-11-01", 10],
  ["Bo", "2023-11-20", 20],
  ["Ann", "2023-12-31", 10],
  ["Cat", "2023-12-05", 30],
  ["Cat", "2024-01-31", 30],
  ["Bo", "2024-01-01", 5],
  ["Cat", "2024-02-29", 40],
  ["Di", "2024-02-29", 15],
  ["Di", "2024-03-10", 15],
];

describe("a history with a leap day and a last month that has only begun", () => {
  const orders = historyOf(LEAP_WINTER);
  const table = retentionByPeriod(orders, { asOf: orders.lastDay });

  it("counts 29 February in February, and has no rate for the running March", () => {
    expect(table.rows.map(inOneLine)).toEqual([
      "2023-11 complete – 2 0 – 2 0 –",
      "2023-12 complete 2 2 1 1 1 0 0.5",
      "2024-01 complete 2 2 1 1 0 1 0.5",
      "2024-02 complete 2 2 1 1 1 0 0.5",
      "2024-03 to date 2 1 1 – 0 0 –",
    ]);
    expect(table.rows.at(-2)).toMatchObject({ lastDay: day("2024-02-29"), orders: 2, revenue: 550_000n });
  });

  it("pools three of six and puts February beside January; a year before there is nothing", () => {
    expect(table.pooledRetention).toBe(0.5);
    const summary = summariseRetention(table);
    expect(summary.pooled).toEqual({ rate: 0.5, periods: 3 });
    expect([summary.last?.period, summary.previous?.period, summary.yearBefore]).toEqual(["2024-02", "2024-01", null]);
  });

  it("stars the running month's cells and leaves the time after it blank", () => {
    const cohorts = cohortsOf(orders, { asOf: orders.lastDay });
    expect(triangleOf(cohorts)).toEqual(["2023-11 2: 2 1 1 0 0*", "2023-12 1: 1 1 1 0* .", "2024-02 1: 1 1* . . ."]);
    // Without November, the first cohort, whose pair may be old customers. k = 0: Cat and Di; k = 1: Cat, without Di's
    // March, which is only partly known; k = 2: Cat; k = 3 has only a partial cell
    expect(cohorts.leftOut).toBe("2023-11");
    expect(cohorts.averages.map(({ cohorts: count, figures }) => [count, figures?.rate ?? null])).toEqual([
      [2, 1],
      [1, 1],
      [1, 1],
      [0, null],
      [0, null],
    ]);
  });

  it("pools the first cohort too where the exports are known to hold the period before it", () => {
    const covers = { from: day("2023-10-01"), to: orders.lastDay };
    const cohorts = cohortsOf(orders, { asOf: orders.lastDay, covers });
    // k = 1: (1 + 1) / (2 + 1), without Di's March; k = 2: (1 + 1) / 3; k = 3: 0 / 2; k = 4 has only a partial cell
    expect(cohorts.leftOut).toBeNull();
    expect(cohorts.averages.map(({ cohorts: count, figures }) => [count, figures?.rate ?? null])).toEqual([
      [3, 1],
      [2, 2 / 3],
      [2, 2 / 3],
      [1, 0],
      [0, null],
    ]);
  });

  it("counts on or after from behind: Bo came in January, so November's pair counts up to k = 2", () => {
    const cohorts = cohortsOf(orders, { asOf: orders.lastDay, kind: "on-or-after" });
    expect(triangleOf(cohorts)).toEqual(["2023-11 2: 2 2 1 0 0*", "2023-12 1: 1 1 1 0* .", "2024-02 1: 1 1* . . ."]);
  });

  it("by windows of 30 days counts only customers whose own window has ended", () => {
    // Ann from 1 November: 131 days to 10 March, windows 0–3 ended; she came again on day 60, which begins window 2.
    // Bo from 20 November: 112 days, windows 0–2; again on day 42, window 1. Cat from 5 December: 97 days, windows 0–2;
    // again on days 57 and 86, windows 1 and 2. Di from 29 February: 11 days, none.
    const cohorts = cohortsOf(orders, { asOf: orders.lastDay, clock: "days" });
    expect(triangleOf(cohorts)).toEqual(["2023-11 2: 2 1 1 0", "2023-12 1: 1 1 1 .", "2024-02 1: . . . ."]);
    expect(cohorts.cohorts[0]?.cells.map(({ figures }) => figures?.counted)).toEqual([2, 2, 2, 1]);
    expect(cohorts.averages.map(({ figures }) => figures?.rate ?? null)).toEqual([1, 1, 1, null]); // Cat's alone
    const covers = { from: day("2023-10-01"), to: orders.lastDay };
    const all = cohortsOf(orders, { asOf: orders.lastDay, clock: "days", covers });
    expect(all.averages.map(({ figures }) => figures?.rate)).toEqual([1, 2 / 3, 2 / 3, 0]);
  });

  it("earns 22.50 a customer back by k = 2 in November's cohort, at once in December's, by k = 1 in February's", () => {
    // cumulative per customer: November 15, 20, 22.5, …; December 30, …; February 15, then 30 with March so far
    const cohorts = cohortsOf(orders, { asOf: orders.lastDay });
    expect(cohorts.cohorts[0]?.cells.map(({ figures }) => figures?.cumulativeRevenuePerCustomer)).toEqual([
      15, 20, 22.5, 22.5, 22.5,
    ]);
    expect(paybackOf(cohorts, 200_000).cohorts).toEqual([1, 0, 1]);
    expect(paybackOf(cohorts, 225_000).cohorts).toEqual([2, 0, 1]);
    expect(paybackOf(cohorts, 310_000).cohorts).toEqual([null, 1, null]);
  });

  it("knows the active customers of two months at February's end: Bo fell out of it, Cat stayed, Di came in", () => {
    // before February (1 December – 31 January): Ann, Bo, Cat; at its end (1 January – 29 February): Bo, Cat, Di
    // Ann's last order, 31 December, grew too old; Bo's of 1 January has not yet
    const active = activeCustomersByPeriod(orders, table, {
      asOf: orders.lastDay,
      activeWithin: { count: 2, unit: "months" },
    });
    expect(active.rows[3]).toEqual({
      activeBefore: 3,
      activeEnd: 3,
      activeRetentionRate: 2 / 3,
      textbookRetentionRate: 2 / 3,
      couldLeave: 1,
      left: 1,
    });
    expect(active.rows[1]).toMatchObject({ activeBefore: null, activeEnd: 3, activeRetentionRate: null });
    expect(active.rows[4]).toMatchObject({ activeBefore: 3, activeEnd: null, activeRetentionRate: null });
  });
});

describe("a history with a month missing in the middle", () => {
  const orders = historyOf([
    ["Ann", "2024-01-01", 10],
    ["Bo", "2024-01-31", 10],
    ["Ann", "2024-02-15", 10],
    ["Ann", "2024-04-15", 10],
    ["Bo", "2024-05-01", 10],
    ["Ann", "2024-05-31", 10],
  ]);

  it("has no rate for the gap and for the month after it", () => {
    expect(retentionByPeriod(orders, { asOf: orders.lastDay }).rows.map(inOneLine)).toEqual([
      "2024-01 complete – 2 0 – 2 0 –",
      "2024-02 complete 2 1 1 1 0 0 0.5",
      "2024-03 no data 1 0 0 – 0 0 –",
      "2024-04 complete 0 1 0 0 0 1 –",
      "2024-05 complete 1 2 1 0 0 1 1",
    ]);
  });

  it("has rates for both where the exports are said to cover it: then nobody bought in March", () => {
    const covers = { from: day("2024-01-01"), to: day("2024-05-31") };
    const rows = retentionByPeriod(orders, { asOf: orders.lastDay, covers }).rows;
    expect(rows.map(inOneLine).slice(2, 4)).toEqual([
      "2024-03 complete 1 0 0 1 0 0 0",
      "2024-04 complete 0 1 0 0 0 1 –",
    ]);
  });

  it("has no cohort cell for the gap, and no sum of revenue after it", () => {
    const cohorts = cohortsOf(orders, { asOf: orders.lastDay });
    expect(triangleOf(cohorts)).toEqual(["2024-01 2: 2 1 ? 1 2"]);
    const [january] = cohorts.cohorts;
    expect(january?.cells.map(({ figures }) => figures?.cumulativeRevenuePerCustomer ?? null)).toEqual([
      10,
      15,
      null,
      null,
      null,
    ]);
    expect(cohorts.averages.map((average) => average.cohorts)).toEqual([0, 0, 0, 0, 0]); // there is only the first cohort
    const vouched = { from: day("2023-12-01"), to: orders.lastDay };
    const counted = cohortsOf(orders, { asOf: orders.lastDay, covers: vouched });
    expect(counted.averages.map((average) => average.cohorts)).toEqual([1, 1, 1, 1, 1]);
  });

  it("has no rate of active customers for the gap itself, and goes on after it", () => {
    const table = retentionByPeriod(orders, { asOf: orders.lastDay });
    const oneMonth = activeCustomersByPeriod(orders, table, {
      asOf: orders.lastDay,
      activeWithin: { count: 1, unit: "months" },
    });
    expect(oneMonth.rows.map((row) => row.activeRetentionRate)).toEqual([null, 0.5, null, null, 1]);
  });
});

describe("a history around the end of a year", () => {
  // ISO week 2021-W01 begins on Monday 4 January; 1–3 January 2021 belong to 2020-W53
  const orders = historyOf([
    ["Ann", "2020-12-21", 10],
    ["Bo", "2020-12-27", 10],
    ["Ann", "2020-12-31", 10],
    ["Bo", "2021-01-03", 10],
    ["Cat", "2021-01-01", 10],
    ["Cat", "2021-01-04", 10],
    ["Ann", "2021-01-10", 10],
  ]);

  it("puts New Year's weekend into week 53 of the old year", () => {
    const { rows } = retentionByPeriod(orders, { asOf: orders.lastDay, period: "week" });
    expect(rows.map(inOneLine)).toEqual([
      "2020-W52 complete – 2 0 – 2 0 –",
      "2020-W53 complete 2 3 2 0 1 0 1",
      `2021-W01 complete 3 2 2 1 0 0 ${2 / 3}`,
    ]);
    expect(rows[1]).toMatchObject({ firstDay: day("2020-12-28"), lastDay: day("2021-01-03") });
  });

  it("keeps them apart by month, quarter and year, none of which is complete at both ends", () => {
    for (const period of ["month", "quarter", "year"] as const) {
      const { rows, pooledRetention } = retentionByPeriod(orders, { asOf: orders.lastDay, period });
      expect(rows.map(({ complete, customers }) => [complete, customers])).toEqual([
        [false, 2],
        [false, 3],
      ]);
      expect(pooledRetention).toBeNull();
    }
  });
});

describe("the retention of segments in a small history", () => {
  it("follows those in a segment on the day before, bought they last month or not", () => {
    // On 31 January Ann and Bo are customers, Ann of that month and Bo of December; both buy in February.
    const orders = historyOf(
      [
        ["Bo", "2023-12-01", 10],
        ["Ann", "2024-01-15", 10],
        ["Ann", "2024-02-10", 10],
        ["Bo", "2024-02-20", 10],
      ],
      { to: "2024-02-29" },
    );
    const asOf = day("2024-02-29");
    const scored = scoreCustomers(customersAt(orders, { asOf }));
    const table = retentionByPeriod(orders, { asOf });
    const { rows } = retentionBySegment(orders, table, { asOf, scheme: standardScheme, scored });
    const february = rows.filter((row) => row.period === "2024-02" && row.before > 0);
    expect(february.reduce((sum, row) => sum + row.before, 0)).toBe(2);
    expect(february.every((row) => row.retentionRate === 1)).toBe(true);
    expect(table.rows.at(-1)).toMatchObject({ before: 1, retained: 1 });
  });
});
