import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomersAtOptions, CustomerTable } from "../../../src/analysis/customers/customer-table.ts";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { formatDay } from "../../../src/basics/calendar/days.ts";
import { parseSpan, type Span } from "../../../src/basics/calendar/span.ts";
import { AMOUNT_SCALE } from "../../../src/basics/money/amount.ts";
import { EmptyInputError, InputError } from "../../../src/errors.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf } from "../../support/order-table.ts";

const history = tableOf([
  ["dora", "2024-01-01", -5], // refunded before she ever bought
  ["anna", "2024-01-10", 100],
  ["cara", "2024-02-01", -10], // refunds only
  ["ben", "2024-02-29", 30],
  ["ben", "2024-02-29", 40],
  ["anna", "2024-03-05", 50],
  ["anna", "2024-04-01", -20],
  ["dora", "2024-04-30", 25],
  ["emil", "2024-05-01", 7],
]);

const month: Span = { count: 1, unit: "months" };

/** The table as rows of text and units, which is easier to read than columns. */
function rowsOf(table: CustomerTable): readonly Record<string, string | number>[] {
  return table.ids.map((id, index) => ({
    id,
    first: formatDay(table.firstOrderDay[index] ?? Number.NaN),
    last: formatDay(table.lastOrderDay[index] ?? Number.NaN),
    recencyDays: table.recencyDays[index] ?? Number.NaN,
    frequency: table.frequency[index] ?? Number.NaN,
    monetary: (table.monetaryValue[index] ?? Number.NaN) / AMOUNT_SCALE,
  }));
}

function at(asOf: string, options: Omit<CustomersAtOptions, "asOf"> = {}): CustomerTable {
  return customersAt(history, { asOf: dayOf(asOf), ...options });
}

describe("customersAt", () => {
  it("counts purchases, days since the last one, and net spend", () => {
    expect(rowsOf(at("2024-04-30"))).toEqual([
      { id: "anna", first: "2024-01-10", last: "2024-03-05", recencyDays: 56, frequency: 2, monetary: 130 },
      { id: "ben", first: "2024-02-29", last: "2024-02-29", recencyDays: 61, frequency: 2, monetary: 70 },
      { id: "dora", first: "2024-04-30", last: "2024-04-30", recencyDays: 0, frequency: 1, monetary: 20 },
    ]);
  });

  it("does not look at anything after the as-of date, in the middle of the history", () => {
    expect(rowsOf(at("2024-03-31"))).toEqual([
      { id: "anna", first: "2024-01-10", last: "2024-03-05", recencyDays: 26, frequency: 2, monetary: 150 },
      { id: "ben", first: "2024-02-29", last: "2024-02-29", recencyDays: 31, frequency: 2, monetary: 70 },
    ]);
    expect(rowsOf(at("2024-03-04"))[0]).toMatchObject({ id: "anna", recencyDays: 54, frequency: 1, monetary: 100 });
  });

  it("counts the as-of date itself", () => {
    expect(at("2024-01-10").ids).toEqual(["anna"]);
    expect(at("2024-05-01").ids).toEqual(["anna", "ben", "dora", "emil"]);
  });

  it("lets a refund lower spend, below 0 too, and nothing else", () => {
    const refunded = customersAt(
      tableOf([
        ["anna", "2024-01-10", 100],
        ["anna", "2024-02-10", -130],
      ]),
      { asOf: dayOf("2024-02-10") },
    );
    expect(rowsOf(refunded)).toEqual([
      { id: "anna", first: "2024-01-10", last: "2024-01-10", recencyDays: 31, frequency: 1, monetary: -30 },
    ]);
  });

  it("has no customer who only ever had refunds", () => {
    expect(at("2024-05-01").ids).not.toContain("cara");
  });

  it("counts distinct purchase days where frequency is of days", () => {
    const table = at("2024-04-30", { frequency: "days" });
    expect(Array.from(table.frequency)).toEqual([2, 1, 1]);
    expect(Array.from(table.orders)).toEqual([2, 2, 1]);
  });

  it("divides spend by frequency where the monetary value is an average", () => {
    expect(Array.from(at("2024-04-30", { monetary: "average" }).monetaryValue)).toEqual([650_000, 350_000, 200_000]);
    const byDays = at("2024-04-30", { monetary: "average", frequency: "days" });
    expect(Array.from(byDays.monetaryValue)).toEqual([650_000, 700_000, 200_000]);
    expect(Array.from(byDays.spend)).toEqual([1_300_000, 700_000, 200_000]);
  });

  it("looks at the window only: as of 30 April, one month is 1 to 30 April", () => {
    const table = at("2024-04-30", { window: month });
    expect(table.windowStart).toBe(dayOf("2024-04-01"));
    expect(rowsOf(table)).toEqual([
      { id: "dora", first: "2024-04-30", last: "2024-04-30", recencyDays: 0, frequency: 1, monetary: 25 },
    ]);
    expect(table.outsideWindow).toBe(2);
  });

  it("counts both ends of the window", () => {
    const days = tableOf([
      ["anna", "2024-03-31", 1],
      ["ben", "2024-04-01", 2],
      ["cara", "2024-04-30", 4],
      ["dora", "2024-05-01", 8],
    ]);
    expect(customersAt(days, { asOf: dayOf("2024-04-30"), window: month }).ids).toEqual(["ben", "cara"]);
  });

  it("takes the first purchase from all history, window or not", () => {
    const span = parseSpan("2m") ?? undefined;
    expect(rowsOf(at("2024-04-30", { window: span }))).toEqual([
      { id: "anna", first: "2024-01-10", last: "2024-03-05", recencyDays: 56, frequency: 1, monetary: 30 },
      { id: "dora", first: "2024-04-30", last: "2024-04-30", recencyDays: 0, frequency: 1, monetary: 25 },
    ]);
  });

  it("leaves recency on all history with window-for fm, where frequency may be 0", () => {
    const table = at("2024-04-30", { window: month, windowFor: "fm" });
    expect(rowsOf(table)).toEqual([
      { id: "anna", first: "2024-01-10", last: "2024-03-05", recencyDays: 56, frequency: 0, monetary: -20 },
      { id: "ben", first: "2024-02-29", last: "2024-02-29", recencyDays: 61, frequency: 0, monetary: 0 },
      { id: "dora", first: "2024-04-30", last: "2024-04-30", recencyDays: 0, frequency: 1, monetary: 25 },
    ]);
    expect(table.outsideWindow).toBe(0);
  });

  it("counts days inside the window only", () => {
    const days = tableOf([
      ["anna", "2024-03-31", 1],
      ["anna", "2024-04-01", 1],
      ["anna", "2024-04-01", 1],
      ["anna", "2024-05-01", 1],
    ]);
    const table = customersAt(days, { asOf: dayOf("2024-04-30"), window: month, frequency: "days" });
    expect(Array.from(table.frequency)).toEqual([1]);
  });

  it("sorts customers by code unit: capitals before small letters, ä after z", () => {
    const table = tableOf(["b", "a", "ä", "B", "10", "9"].map((id) => [id, "2024-04-01", 1] as const));
    expect(customersAt(table, { asOf: dayOf("2024-04-30") }).ids).toEqual(["10", "9", "B", "a", "b", "ä"]);
  });

  it("says that nobody bought in the window, or yet, or ever", () => {
    expect(() => at("2023-12-31")).toThrow(EmptyInputError);
    expect(() => at("2023-12-31")).toThrow(/on or before 2023-12-31/);
    expect(() => at("2024-04-29", { window: month })).toThrow(/window 2024-03-30 to 2024-04-29/);
    const refunds = tableOf([["cara", "2024-02-01", -10]]);
    expect(() => customersAt(refunds, { asOf: dayOf("2024-04-30") })).toThrow(EmptyInputError);
  });

  it("has the same result for entries in any order", () => {
    const options = fc.record({
      window: fc.constantFrom(undefined, month, { count: 90, unit: "days" } as const),
      windowFor: fc.constantFrom("rfm" as const, "fm" as const),
      frequency: fc.constantFrom("orders" as const, "days" as const),
      monetary: fc.constantFrom("total" as const, "average" as const),
    });
    const shuffled = someOrders.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray([...lines], { minLength: lines.length })),
    );
    const result = (orders: OrderTable, chosen: Omit<CustomersAtOptions, "asOf">): unknown => {
      try {
        const { customer: _, ...table } = customersAt(orders, { asOf: dayOf("2024-09-30"), ...chosen });
        return table;
      } catch (error) {
        if (error instanceof EmptyInputError) return "nobody";
        throw error;
      }
    };
    fc.assert(
      fc.property(shuffled, options, ([lines, others], chosen) => {
        expect(result(orderTable(others), chosen)).toEqual(result(orderTable(lines), chosen));
      }),
      { numRuns: 150 },
    );
  });

  it("agrees with a plain fold over each customer's lines", () => {
    fc.assert(
      fc.property(someOrders, fc.integer({ min: 0, max: 320 }), (lines, offset) => {
        const asOf = dayOf("2024-01-01") + offset;
        const counted = lines.filter(({ day }) => day <= asOf);
        const buyers = [...new Set(counted.filter(({ amount }) => amount > 0).map(({ customer }) => customer))].sort();
        fc.pre(buyers.length > 0);
        const table = customersAt(orderTable(lines), { asOf });
        expect(table.ids).toEqual(buyers);
        for (const [index, id] of buyers.entries()) {
          const own = counted.filter(({ customer }) => customer === id);
          const bought = own.filter(({ amount }) => amount > 0);
          expect(table.orders[index]).toBe(bought.length);
          expect(table.recencyDays[index]).toBe(asOf - Math.max(...bought.map(({ day }) => day)));
          expect(table.firstOrderDay[index]).toBe(Math.min(...bought.map(({ day }) => day)));
          const cents = own.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
          expect(table.spend[index]).toBe(cents * 100);
        }
      }),
    );
  });
});

describe("very large amounts", () => {
  /** One customer's amounts, in ten-thousandths. */
  function spendOf(amounts: readonly number[]): number | undefined {
    const day = dayOf("2024-04-30");
    const orders: OrderTable = {
      length: amounts.length,
      customer: new Int32Array(amounts.length),
      day: new Int32Array(amounts.length).fill(day),
      amount: Float64Array.from(amounts),
      customerKeys: ["anna"],
      firstDay: day,
      lastDay: day,
    };
    return customersAt(orders, { asOf: day }).spend[0];
  }

  it("are refused where one customer's spend is beyond 2^53", () => {
    expect(() => spendOf([Number.MAX_SAFE_INTEGER, 2])).toThrow(InputError);
    expect(spendOf([Number.MAX_SAFE_INTEGER - 2, 2])).toBe(Number.MAX_SAFE_INTEGER);
  });

  it("never come back wrong from a sum that passes 2^53 on the way: exact, or refused", () => {
    const amounts = [Number.MAX_SAFE_INTEGER, 2, -(Number.MAX_SAFE_INTEGER - 1)];
    const exactOrRefused = (order: readonly number[]): number | undefined => {
      try {
        return spendOf(order);
      } catch (error) {
        if (error instanceof InputError) return 3;
        throw error;
      }
    };
    expect(exactOrRefused(amounts)).toBe(3);
    expect(exactOrRefused(amounts.toReversed())).toBe(3);
  });
});
