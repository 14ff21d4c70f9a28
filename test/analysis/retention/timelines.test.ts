import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timelinesOf } from "../../../src/analysis/retention/timelines.ts";
import { day, historyOf } from "./history.ts";
import { randomHistory } from "./random-history.ts";

describe("timelinesOf", () => {
  it("puts each customer's entries together, by day; who never bought has none", () => {
    const orders = historyOf([
      ["Ann", "2024-03-01", 3],
      ["Bo", "2024-01-01", -1],
      ["Cat", "2024-02-01", 2],
      ["Ann", "2024-01-01", 1],
      ["Cat", "2024-05-01", 5],
    ]);
    const timelines = timelinesOf(orders, day("2024-04-30"));
    expect(timelines).toEqual({
      start: Int32Array.of(0, 2, 2, 3),
      day: Int32Array.of(day("2024-01-01"), day("2024-03-01"), day("2024-02-01")),
      amount: Float64Array.of(10_000, 30_000, 20_000),
      margin: null,
      customers: 2,
    });
  });

  it("sorts a customer with hundreds of entries out of order", () => {
    const days = Array.from({ length: 300 }, (_, index) => (index * 7919) % 300);
    const orders = {
      length: 300,
      customer: new Int32Array(300),
      day: Int32Array.from(days),
      amount: Float64Array.from(days, (on) => on + 1),
      customerKeys: ["Ann"],
      firstDay: 0,
      lastDay: 299,
    };
    const { day: sorted, amount } = timelinesOf(orders, 299);
    expect([...sorted]).toEqual(days.toSorted((a, b) => a - b));
    expect([...amount]).toEqual([...sorted].map((on) => on + 1));
  });

  it("holds what sorting objects by customer and day would, for any history, over several blocks of customers", () => {
    fc.assert(
      fc.property(randomHistory, fc.integer({ min: 0, max: 300 }), (orders, cut) => {
        const spread = 3000; // twelve customers 3,000 numbers apart lie in nine blocks
        const wide = {
          ...orders,
          customer: orders.customer.map((customer) => customer * spread),
          customerKeys: Array.from({ length: 12 * spread }, (_, index) => String(index)),
        };
        const asOf = orders.firstDay + cut;
        const { start, day: days, amount } = timelinesOf(wide, asOf);
        for (let customer = 0; customer < 12; customer += 1) {
          const entries = [...orders.day.keys()]
            .filter((index) => orders.customer[index] === customer && (orders.day[index] ?? 0) <= asOf)
            .sort((a, b) => (orders.day[a] ?? 0) - (orders.day[b] ?? 0) || a - b);
          const buys = entries.some((index) => (orders.amount[index] ?? 0) > 0);
          const [from, to] = [start[customer * spread], start[customer * spread + 1]];
          expect([...days.subarray(from, to)]).toEqual(buys ? entries.map((index) => orders.day[index]) : []);
          expect([...amount.subarray(from, to)]).toEqual(buys ? entries.map((index) => orders.amount[index]) : []);
        }
      }),
      { seed: 5, numRuns: 60 },
    );
  });
});
