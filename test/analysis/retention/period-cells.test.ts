/** Retention and cohorts from sums by the period in which customers began: the same tables as from their single orders. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohortsOf, cohortsOfCells } from "../../../src/analysis/retention/cohorts.ts";
import { activityOfCells, type PeriodCell, type PeriodSums } from "../../../src/analysis/retention/period-cells.ts";
import { retentionByPeriod, retentionOfCells } from "../../../src/analysis/retention/retention-by-period.ts";
import { PERIOD_KINDS, type PeriodKind, periodIndex } from "../../../src/basics/calendar/period.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { historyOf } from "./history.ts";
import { firstPurchaseOf, RANDOM_DAYS, RANDOM_FIRST_DAY, randomHistory } from "./random-history.ts";

const RUNS = { seed: 20241130, numRuns: 150 } as const;
const kind = fc.constantFrom(...PERIOD_KINDS);
/** Some histories spend so much that sums of them are beyond a double. */
const scale = fc.constantFrom(1, 1e9);

interface Stay {
  orders: number;
  net: bigint;
}

/** Each customer's periods, by customer. */
function staysOf(orders: OrderTable, asOf: number, period: PeriodKind): readonly ReadonlyMap<number, Stay>[] {
  return orders.customerKeys.map((_, customer) => {
    const stays = new Map<number, Stay>();
    for (let entry = 0; entry < orders.length; entry += 1) {
      const [day = 0, amount = 0] = [orders.day[entry], orders.amount[entry]];
      if (orders.customer[entry] !== customer || day > asOf) continue;
      const stay = stays.get(periodIndex(day, period)) ?? { orders: 0, net: 0n };
      stays.set(periodIndex(day, period), {
        orders: stay.orders + (amount > 0 ? 1 : 0),
        net: stay.net + BigInt(amount),
      });
    }
    return stays;
  });
}

/** The cells of a history, customer by customer from their definitions. */
function sumsOf(orders: OrderTable, asOf: number, period: PeriodKind): PeriodSums {
  const cells = new Map<string, PeriodCell>();
  for (const stays of staysOf(orders, asOf, period)) {
    const bought = [...stays].filter(([, stay]) => stay.orders > 0).map(([at]) => at);
    if (bought.length === 0) continue;
    const [began, last] = [Math.min(...bought), Math.max(...bought)];
    for (const [at, { orders: count, net }] of stays) {
      const zero = {
        buyers: 0,
        retained: 0,
        lastBuyers: 0,
        orders: 0,
        net: 0n,
        base: 0n,
        next: 0n,
        kept: 0n,
        retainedNet: 0n,
      };
      const cell = cells.get(`${began} ${at}`) ?? { began, period: at, ...zero };
      const isBuyer = count > 0;
      const isSpender = isBuyer && net > 0n;
      const after = stays.get(at + 1)?.net ?? 0n;
      const kept = after < 0n ? 0n : after < net ? after : net;
      cells.set(`${began} ${at}`, {
        ...cell,
        buyers: cell.buyers + (isBuyer ? 1 : 0),
        retained: cell.retained + (isBuyer && bought.includes(at - 1) ? 1 : 0),
        lastBuyers: cell.lastBuyers + (at === last ? 1 : 0),
        orders: cell.orders + count,
        net: cell.net + net,
        base: cell.base + (isSpender ? net : 0n),
        next: cell.next + (isSpender ? after : 0n),
        kept: cell.kept + (isSpender ? kept : 0n),
        retainedNet: cell.retainedNet + (isBuyer && bought.includes(at - 1) ? net : 0n),
      });
    }
  }
  const sorted = [...cells.values()].sort((a, b) => a.began - b.began || a.period - b.period);
  return { cells: sorted, firstDay: orders.firstDay, lastDay: orders.lastDay };
}

const asOf = fc.integer({ min: RANDOM_FIRST_DAY, max: RANDOM_FIRST_DAY + RANDOM_DAYS });
const covers = fc.option(fc.constant({ from: RANDOM_FIRST_DAY - 40, to: RANDOM_FIRST_DAY + RANDOM_DAYS }), {
  nil: undefined,
});

describe("sums by the period in which customers began", () => {
  it("give the retention and the cohorts of the single orders", () => {
    fc.assert(
      fc.property(randomHistory, kind, asOf, covers, scale, (history, period, day, cover, times) => {
        fc.pre(day >= firstPurchaseOf(history));
        const orders = { ...history, amount: history.amount.map((amount) => amount * times) };
        const sums = sumsOf(orders, day, period);
        const options = { asOf: day, period, covers: cover };
        expect(retentionOfCells(sums, options)).toEqual(retentionByPeriod(orders, options));
        for (const who of ["on", "on-or-after"] as const) {
          expect(cohortsOfCells(sums, { ...options, kind: who })).toEqual(cohortsOf(orders, { ...options, kind: who }));
        }
      }),
      RUNS,
    );
  });

  it("count refunds before the first purchase with it, as single orders do", () => {
    const orders = historyOf([
      ["anna", "2024-01-10", -5],
      ["anna", "2024-02-10", 20],
      ["ben", "2024-02-01", 7],
    ]);
    const sums = sumsOf(orders, orders.lastDay, "month");
    const [cohort] = cohortsOfCells(sums, { asOf: orders.lastDay }).cohorts;
    expect([cohort?.cohort, cohort?.size, cohort?.cells[0]?.figures?.revenue]).toEqual(["2024-02", 2, 220_000n]);
  });
});

describe("activityOfCells", () => {
  it("spreads money that a double cannot hold over rows that add up to it", () => {
    const net = -(2n ** 60n) - 1n;
    const cell = {
      began: 3,
      period: 5,
      buyers: 2,
      retained: 1,
      lastBuyers: 1,
      orders: 4,
      base: 0n,
      next: 0n,
      kept: 0n,
      retainedNet: 0n,
    };
    const activity = activityOfCells([{ ...cell, net }]);
    expect([...activity.net].reduce((sum, part) => sum + BigInt(part), 0n)).toBe(net);
    expect([...activity.net].every(Number.isSafeInteger)).toBe(true);
    expect([...activity.orders].reduce((sum, count) => sum + count, 0)).toBe(4);
    expect([...(activity.people?.buyers ?? [])].reduce((sum, count) => sum + count, 0)).toBe(2);
  });
});
