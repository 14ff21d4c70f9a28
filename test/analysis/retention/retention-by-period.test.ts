import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RetentionOptions } from "../../../src/analysis/retention/observed-periods.ts";
import {
  type RetentionRow,
  type RetentionTable,
  retentionByPeriod,
} from "../../../src/analysis/retention/retention-by-period.ts";
import { formatDay } from "../../../src/basics/calendar/days.ts";
import { PERIOD_KINDS, periodIndex } from "../../../src/basics/calendar/period.ts";
import { EmptyInputError } from "../../../src/errors.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, type OrderLine, orderTable, tableOf, type WrittenOrder } from "../../support/order-table.ts";

/** Four whole months: the first row is of 1 January, the last of 30 April. */
const history: readonly WrittenOrder[] = Object.freeze([
  ["anna", "2024-01-01", 10],
  ["anna", "2024-02-29", 10],
  ["anna", "2024-03-10", 10],
  ["anna", "2024-04-30", 10],
  ["ben", "2024-01-20", 20],
  ["ben", "2024-03-01", 20],
  ["cara", "2024-02-01", 30],
  ["cara", "2024-02-02", 30],
  ["cara", "2024-03-31", 30],
  ["dora", "2024-01-31", 40],
  ["emil", "2024-04-01", 50],
]);

function retention(
  written: readonly WrittenOrder[],
  asOf: string,
  options: Partial<RetentionOptions> = {},
): RetentionTable {
  return retentionByPeriod(tableOf(written), { asOf: dayOf(asOf), ...options });
}

/** The rates of a row, all of which need this period and the one before. */
function ratesOf(row: RetentionRow | undefined): readonly (number | null | undefined)[] {
  return [
    row?.retentionRate,
    row?.retentionLow,
    row?.retentionHigh,
    row?.churnRate,
    row?.returningRate,
    row?.grossRevenueRetention,
    row?.netRevenueRetention,
  ];
}

const NO_RATES = [null, null, null, null, null, null, null];

describe("retentionByPeriod", () => {
  const table = retention(history, "2024-04-30");
  const [january, february, march, april] = table.rows;

  it("has a row a month, from the first to the as-of date's", () => {
    expect(table.rows.map(({ period }) => period)).toEqual(["2024-01", "2024-02", "2024-03", "2024-04"]);
    expect(table.rows.map(({ firstDay, lastDay }) => [formatDay(firstDay), formatDay(lastDay)])).toEqual([
      ["2024-01-01", "2024-01-31"],
      ["2024-02-01", "2024-02-29"],
      ["2024-03-01", "2024-03-31"],
      ["2024-04-01", "2024-04-30"],
    ]);
    expect(table.rows.map(({ complete }) => complete)).toEqual([true, true, true, true]);
  });

  it("follows customers from month to month", () => {
    expect(january).toMatchObject({ before: null, customers: 3, retained: 0, lost: null, new: 3, reactivated: 0 });
    expect(february).toMatchObject({ before: 3, customers: 2, retained: 1, lost: 2, new: 1, reactivated: 0 });
    expect(march).toMatchObject({ before: 2, customers: 3, retained: 2, lost: 0, new: 0, reactivated: 1 });
    expect(april).toMatchObject({ before: 3, customers: 2, retained: 1, lost: 2, new: 1, reactivated: 0 });
  });

  it("gives rates as fractions, and none for the first month", () => {
    expect(ratesOf(january)).toEqual(NO_RATES);
    expect([february?.retentionRate, february?.churnRate, february?.returningRate]).toEqual([1 / 3, 1 - 1 / 3, 1 / 2]);
    expect([march?.retentionRate, march?.churnRate, march?.returningRate]).toEqual([1, 0, 1]);
    expect([april?.retentionRate, april?.returningRate]).toEqual([1 / 3, 1 / 2]);
  });

  it("counts orders and net revenue", () => {
    expect(table.rows.map(({ orders }) => orders)).toEqual([3, 3, 3, 2]);
    expect(table.rows.map(({ revenue }) => revenue)).toEqual([700_000n, 700_000n, 600_000n, 600_000n]);
  });

  it("pools retention over the months that have it: 4 of 8", () => {
    expect([table.pooledRetention, table.periodsPooled]).toEqual([0.5, 3]);
  });

  it("follows the money of last month's customers", () => {
    // January's spent 10, 20, 40, and in February 10, 0, 0
    expect([february?.netRevenueRetention, february?.grossRevenueRetention]).toEqual([1 / 7, 1 / 7]);
    // February's spent 10 and 60, and in March 10 and 30
    expect([march?.netRevenueRetention, march?.grossRevenueRetention]).toEqual([4 / 7, 4 / 7]);
  });

  it("has one row where everything lies in one month", () => {
    const one = retention([["anna", "2024-02-10", 5]], "2024-02-10");
    expect(one.rows).toHaveLength(1);
    expect(one.rows[0]).toMatchObject({ complete: false, before: null, customers: 1, new: 1, lost: null });
    expect([one.pooledRetention, one.periodsPooled]).toEqual([null, 0]);
  });

  it("has nothing to show before the first purchase", () => {
    expect(() => retention(history, "2023-12-31")).toThrow(EmptyInputError);
    expect(() => retention([["anna", "2024-02-10", -5]], "2024-02-10")).toThrow(EmptyInputError);
  });
});

describe("revenue retention", () => {
  it("of 100, 50, 30 before and 150, 0, 20 now is 170/180 net and 120/180 gross", () => {
    const { rows } = retention(
      [
        ["anna", "2024-01-01", 100],
        ["ben", "2024-01-02", 50],
        ["cara", "2024-01-31", 30],
        ["anna", "2024-02-01", 150],
        ["cara", "2024-02-29", 20],
        ["new", "2024-02-29", 999],
      ],
      "2024-02-29",
    );
    expect(rows[1]?.netRevenueRetention).toBe(170 / 180);
    expect(rows[1]?.grossRevenueRetention).toBe(120 / 180);
  });

  it("takes refunds of this month off, gross never below 0", () => {
    const { rows } = retention(
      [
        ["anna", "2024-01-01", 100],
        ["ben", "2024-01-31", 50],
        ["anna", "2024-02-10", -30],
        ["ben", "2024-02-29", 20],
      ],
      "2024-02-29",
    );
    expect(rows[1]?.netRevenueRetention).toBe(-10 / 150);
    expect(rows[1]?.grossRevenueRetention).toBe(20 / 150);
  });

  it("leaves out customers whose net spend before was 0 or less", () => {
    const { rows } = retention(
      [
        ["anna", "2024-01-01", 100],
        ["ben", "2024-01-05", 50],
        ["ben", "2024-01-31", -50],
        ["anna", "2024-02-01", 40],
        ["ben", "2024-02-29", 70],
      ],
      "2024-02-29",
    );
    expect(rows[1]).toMatchObject({ before: 2, retained: 2, netRevenueRetention: 0.4, grossRevenueRetention: 0.4 });
  });

  it("is null where no customer spent anything before", () => {
    const { rows } = retention(
      [
        ["anna", "2024-01-01", 10],
        ["anna", "2024-01-31", -10],
        ["anna", "2024-02-29", 10],
      ],
      "2024-02-29",
    );
    expect(rows[1]).toMatchObject({ retentionRate: 1, netRevenueRetention: null, grossRevenueRetention: null });
  });
});

describe("months that are not complete", () => {
  it("show counts to date, but neither the lost nor any rate", () => {
    const { rows } = retention(history, "2024-04-29");
    expect(rows[3]).toMatchObject({ complete: false, before: 3, customers: 1, retained: 0, new: 1, lost: null });
    expect(rows[3]).toMatchObject({ orders: 1, revenue: 500_000n });
    expect(ratesOf(rows[3])).toEqual(NO_RATES);
    expect(ratesOf(rows[2])).not.toContain(null);
  });

  it("take the next month's rates away, but not its lost", () => {
    const { rows } = retention([["ben", "2024-01-02", 1], ...history.slice(1)], "2024-04-30");
    expect(rows[0]?.complete).toBe(false); // 1 January is not covered
    expect(rows[1]).toMatchObject({ complete: true, before: 2, retained: 0, lost: 2 });
    expect(ratesOf(rows[1])).toEqual(NO_RATES);
    expect(ratesOf(rows[2])).not.toContain(null);
  });

  it("are complete when the user vouches for the days", () => {
    const cover = { from: dayOf("2024-01-01"), to: dayOf("2024-04-30") };
    const { rows, covers, coversGiven } = retention(history.slice(1, 3), "2024-04-30", { covers: cover });
    expect(rows.map(({ complete }) => complete)).toEqual([true, true, true, true]);
    expect([covers, coversGiven]).toEqual([cover, true]);
    // only in February and March
    expect(rows.map(({ customers }) => customers)).toEqual([0, 1, 1, 0]);
    expect(rows[1]).toMatchObject({ before: 0, lost: 0, retentionRate: null, returningRate: 0 });
    expect(rows[2]).toMatchObject({ retentionRate: 1, lost: 0 });
    expect(rows[3]).toMatchObject({ before: 1, retained: 0, lost: 1, retentionRate: 0, churnRate: 1 });
  });

  it("stay incomplete where the cover ends before the as-of date", () => {
    const covers = { from: dayOf("2024-01-01"), to: dayOf("2024-04-15") };
    expect(retention(history, "2024-04-30", { covers }).rows.map(({ complete }) => complete)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("include months after the last row, up to the as-of date", () => {
    const { rows } = retention(history, "2024-06-10");
    expect(rows.map(({ complete }) => complete)).toEqual([true, true, true, true, false, false]);
    expect(rows[4]).toMatchObject({ noData: false, before: 2, customers: 0, lost: null });
    expect(ratesOf(rows[4])).toEqual(NO_RATES);
  });
});

describe("revenue of new customers", () => {
  it("is what those spend in the period of their first purchase, refunds of the period taken off", () => {
    const { rows } = retention([...history, ["emil", "2024-04-20", -15], ["anna", "2024-04-21", -3]], "2024-04-30");
    // January: anna 10, ben 20, dora 40; February: cara 60; March: nobody; April: emil 50 − 15
    expect(rows.map(({ newRevenue }) => newRevenue)).toEqual([700_000n, 600_000n, 0n, 350_000n]);
    expect(rows.map(({ revenue }) => revenue)).toEqual([700_000n, 700_000n, 600_000n, 420_000n]); // April: 35 + 10 − 3
  });

  it("adds up to what every customer spent in their first period", () => {
    fc.assert(
      fc.property(someOrders, (lines) => {
        const table = orderTable(lines);
        if (!lines.some(({ amount }) => amount > 0)) return;
        const { rows } = retentionByPeriod(table, { asOf: table.lastDay });
        const first = new Map<string, number>();
        for (const { customer, day, amount } of lines) {
          const known = first.get(customer);
          if (amount > 0 && (known === undefined || day < known)) first.set(customer, day);
        }
        const own = lines.filter(({ customer, day }) => {
          const known = first.get(customer);
          return known !== undefined && periodIndex(day, "month") === periodIndex(known, "month");
        });
        const expected = own.reduce((sum, { amount }) => sum + BigInt(Math.round(amount * 10_000)), 0n);
        expect(rows.reduce((sum, { newRevenue }) => sum + newRevenue, 0n)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a month without one order", () => {
  const withoutFebruary = history.filter(([, day]) => !day.startsWith("2024-02"));

  it("is no data: its rates and the next month's are null", () => {
    const { rows } = retention(withoutFebruary, "2024-04-30");
    expect(rows.map(({ noData }) => noData)).toEqual([false, true, false, false]);
    expect(ratesOf(rows[1])).toEqual(NO_RATES);
    expect(ratesOf(rows[2])).toEqual(NO_RATES);
    expect(rows[3]).toMatchObject({ before: 3, retained: 1, retentionRate: 1 / 3 });
  });

  it("is a month in which nobody bought where the cover is given", () => {
    const covers = { from: dayOf("2024-01-01"), to: dayOf("2024-04-30") };
    const { rows } = retention(withoutFebruary, "2024-04-30", { covers });
    expect(rows.map(({ noData }) => noData)).toEqual([false, false, false, false]);
    expect(rows[1]).toMatchObject({ before: 3, customers: 0, retained: 0, lost: 3, retentionRate: 0, churnRate: 1 });
    expect(rows[1]).toMatchObject({ netRevenueRetention: 0, grossRevenueRetention: 0, returningRate: null });
    expect(rows[2]).toMatchObject({ before: 0, retained: 0, lost: 0, new: 1, reactivated: 2, retentionRate: null });
    expect(rows[2]?.returningRate).toBe(2 / 3);
  });
});

describe("other calendars", () => {
  it("keeps the leap day in February, which is complete with it only", () => {
    const days: readonly WrittenOrder[] = [
      ["anna", "2024-02-01", 1],
      ["anna", "2024-02-29", 1],
    ];
    expect(retention(days, "2024-02-29").rows[0]).toMatchObject({ period: "2024-02", complete: true, orders: 2 });
    expect(retention(days, "2024-02-28").rows[0]).toMatchObject({ complete: false, orders: 1 });
  });

  it("runs ISO weeks across the new year", () => {
    const { rows } = retention(
      [
        ["anna", "2020-12-28", 1],
        ["ben", "2021-01-03", 1],
        ["anna", "2021-01-04", 1],
        ["cara", "2021-01-10", 1],
      ],
      "2021-01-10",
      { period: "week" },
    );
    expect(rows.map(({ period }) => period)).toEqual(["2020-W53", "2021-W01"]);
    expect(rows[1]).toMatchObject({ complete: true, before: 2, customers: 2, retained: 1, new: 1, retentionRate: 0.5 });
    expect([rows[0]?.firstDay, rows[0]?.lastDay]).toEqual([dayOf("2020-12-28"), dayOf("2021-01-03")]);
  });

  it("counts quarters and years", () => {
    const quarters = retention(history, "2024-04-30", { period: "quarter" });
    expect(quarters.rows.map(({ period, complete }) => [period, complete])).toEqual([
      ["2024-Q1", true],
      ["2024-Q2", false],
    ]);
    expect(quarters.rows[1]).toMatchObject({ before: 4, customers: 2, retained: 1, new: 1, lost: null });
    const years = retention(history, "2024-04-30", { period: "year" });
    expect(years.rows).toHaveLength(1);
    expect(years.rows[0]).toMatchObject({ period: "2024", complete: false, customers: 5, orders: 11 });
  });
});

describe("whatever the history", () => {
  const FIRST = dayOf("2024-01-01");
  const options = fc.record({
    asOf: fc.integer({ min: FIRST, max: FIRST + 330 }),
    period: fc.constantFrom(...PERIOD_KINDS),
    covers: fc.option(
      fc
        .tuple(fc.integer({ min: FIRST - 60, max: FIRST + 200 }), fc.integer({ min: 0, max: 300 }))
        .map(([from, length]) => ({ from, to: from + length })),
      { nil: undefined },
    ),
  });
  const runs = { numRuns: 200 };

  function tableFor(lines: readonly OrderLine[], chosen: RetentionOptions): RetentionTable {
    fc.pre(lines.some(({ amount, day }) => amount > 0 && day <= chosen.asOf));
    return retentionByPeriod(orderTable(lines), chosen);
  }

  it("retained + new + reactivated = customers, and retained + lost = before", () => {
    fc.assert(
      fc.property(someOrders, options, (lines, chosen) => {
        for (const row of tableFor(lines, chosen).rows) {
          expect(row.retained + row.new + row.reactivated).toBe(row.customers);
          for (const count of [row.retained, row.new, row.reactivated]) expect(count).toBeGreaterThanOrEqual(0);
          if (row.lost !== null) expect(row.retained + row.lost).toBe(row.before);
        }
      }),
      runs,
    );
  });

  it("has sets of customers as plain sets have them", () => {
    fc.assert(
      fc.property(someOrders, options, (lines, chosen) => {
        const bought = lines.filter(({ amount, day }) => amount > 0 && day <= chosen.asOf);
        const buyers = new Set(bought.map(({ customer }) => customer));
        const counted = lines.filter(({ customer, day }) => buyers.has(customer) && day <= chosen.asOf);
        const indexOf = (day: number): number => periodIndex(day, chosen.period);
        const buyersIn = (index: number): Set<string> =>
          new Set(bought.filter(({ day }) => indexOf(day) === index).map(({ customer }) => customer));
        const firstOf = (id: string): number =>
          indexOf(Math.min(...bought.filter(({ customer }) => customer === id).map(({ day }) => day)));
        for (const [offset, row] of tableFor(lines, chosen).rows.entries()) {
          const index = indexOf(row.firstDay);
          const [now, before] = [buyersIn(index), buyersIn(index - 1)];
          expect(row.before).toBe(offset === 0 ? null : before.size);
          expect(row.customers).toBe(now.size);
          expect(row.retained).toBe([...now].filter((id) => before.has(id)).length);
          expect(row.new).toBe([...now].filter((id) => firstOf(id) === index).length);
          const inside = counted.filter(({ day }) => indexOf(day) === index);
          expect(row.orders).toBe(inside.filter(({ amount }) => amount > 0).length);
          const cents = inside.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
          expect(row.revenue).toBe(BigInt(cents * 100));
        }
      }),
      runs,
    );
  });

  it("is null exactly where it cannot be observed", () => {
    fc.assert(
      fc.property(someOrders, options, (lines, chosen) => {
        const { rows, covers } = tableFor(lines, chosen);
        for (const [offset, row] of rows.entries()) {
          const previous = rows[offset - 1];
          const last = Math.min(covers.to, chosen.asOf);
          expect(row.complete).toBe(row.firstDay >= covers.from && row.lastDay <= last);
          expect(row.before === null).toBe(offset === 0);
          if (row.complete && !row.noData) expect(row.lost === null).toBe(row.before === null);
          if (!row.complete) expect(row.lost).toBeNull();
          const observed = row.complete && !row.noData && previous?.complete === true && !previous.noData;
          expect(row.retentionRate !== null).toBe(observed && (row.before ?? 0) > 0);
          expect(row.returningRate !== null).toBe(observed && row.customers > 0);
          for (const other of [row.retentionLow, row.retentionHigh, row.churnRate]) {
            expect(other === null).toBe(row.retentionRate === null);
          }
          if (!observed) expect([row.netRevenueRetention, row.grossRevenueRetention]).toEqual([null, null]);
        }
      }),
      runs,
    );
  });

  it("keeps rates between 0 and 1, with the interval around retention", () => {
    fc.assert(
      fc.property(someOrders, options, (lines, chosen) => {
        for (const row of tableFor(lines, chosen).rows) {
          if (row.retentionRate !== null) {
            expect(row.retentionLow).toBeGreaterThanOrEqual(0);
            expect(row.retentionLow).toBeLessThanOrEqual(row.retentionRate);
            expect(row.retentionHigh).toBeGreaterThanOrEqual(row.retentionRate);
            expect(row.retentionHigh).toBeLessThanOrEqual(1);
            expect(row.churnRate).toBe(1 - row.retentionRate);
          }
          if (row.returningRate !== null) expect(row.returningRate).toBeLessThanOrEqual(1);
          if (row.grossRevenueRetention !== null) {
            expect(row.grossRevenueRetention).toBeGreaterThanOrEqual(0);
            expect(row.grossRevenueRetention).toBeLessThanOrEqual(1);
          }
        }
      }),
      runs,
    );
  });

  it("is the same for entries in any order", () => {
    const shuffled = someOrders.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray([...lines], { minLength: lines.length })),
    );
    fc.assert(
      fc.property(shuffled, options, ([lines, others], chosen) => {
        expect(tableFor(others, chosen)).toEqual(tableFor(lines, chosen));
      }),
      { numRuns: 50 },
    );
  });
});
