import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { activeCustomersByPeriod } from "../../../src/analysis/retention/active-customers.ts";
import { cohortsOf } from "../../../src/analysis/retention/cohorts.ts";
import { retentionByPeriod } from "../../../src/analysis/retention/retention-by-period.ts";
import { retentionBySegment } from "../../../src/analysis/retention/segment-retention.ts";
import { scoreCustomers } from "../../../src/analysis/scores/score-customers.ts";
import { assignSegments } from "../../../src/analysis/segments/assign-segments.ts";
import { standardScheme } from "../../../src/analysis/segments/standard.ts";
import { PERIOD_KINDS } from "../../../src/basics/calendar/period.ts";
import { windowStart } from "../../../src/basics/calendar/span.ts";
import { firstPurchaseOf, RANDOM_DAYS, RANDOM_FIRST_DAY, randomHistory } from "./random-history.ts";

const RUNS = { seed: 20110531, numRuns: 150 } as const;
const kind = fc.constantFrom(...PERIOD_KINDS);
/** The cover that makes every period in it known, so that months without an order are months without an order. */
const ALL_COVERED = { from: RANDOM_FIRST_DAY, to: RANDOM_FIRST_DAY + RANDOM_DAYS - 1 };

describe("the retention table of any history", () => {
  it("has retained + new + reactivated = customers and retained + lost = before", () => {
    fc.assert(
      fc.property(randomHistory, kind, (orders, period) => {
        const { rows } = retentionByPeriod(orders, { asOf: orders.lastDay, period });
        for (const row of rows) {
          expect(row.retained + row.new + row.reactivated).toBe(row.customers);
          expect(row.reactivated).toBeGreaterThanOrEqual(0);
          if (row.lost !== null) expect(row.retained + row.lost).toBe(row.before);
        }
      }),
      RUNS,
    );
  });

  it("has every customer new once, and revenue that adds up to all spend", () => {
    fc.assert(
      fc.property(randomHistory, kind, (orders, period) => {
        const { rows } = retentionByPeriod(orders, { asOf: orders.lastDay, period });
        const customers = customersAt(orders, { asOf: orders.lastDay });
        expect(rows.reduce((sum, row) => sum + row.new, 0)).toBe(customers.length);
        expect(Number(rows.reduce((sum, row) => sum + row.revenue, 0n))).toBe(
          customers.spend.reduce((sum, spend) => sum + spend, 0),
        );
      }),
      RUNS,
    );
  });

  it("has a pooled rate between the least and the greatest, and rates only where two periods running are complete", () => {
    fc.assert(
      fc.property(randomHistory, kind, (orders, period) => {
        const { rows, pooledRetention } = retentionByPeriod(orders, { asOf: orders.lastDay, period });
        const rates = rows.flatMap(({ retentionRate }) => (retentionRate === null ? [] : [retentionRate]));
        for (const [index, row] of rows.entries()) {
          const known = row.complete && !row.noData && rows[index - 1]?.complete === true && !rows[index - 1]?.noData;
          if (!known || row.before === 0) expect(row.retentionRate).toBeNull();
          else expect(row.retentionRate).toBe(row.retained / (row.before ?? 0));
        }
        if (pooledRetention === null) expect(rates).toEqual([]);
        else {
          expect(pooledRetention).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-12);
          expect(pooledRetention).toBeLessThanOrEqual(Math.max(...rates) + 1e-12);
        }
      }),
      RUNS,
    );
  });
});

describe("the cohorts of any history", () => {
  const clock = fc.constantFrom("calendar" as const, "days" as const);

  it("have sizes that add up to all customers", () => {
    fc.assert(
      fc.property(randomHistory, kind, clock, (orders, period, on) => {
        const table = cohortsOf(orders, { asOf: orders.lastDay, period, clock: on });
        const customers = customersAt(orders, { asOf: orders.lastDay });
        expect(table.cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(customers.length);
        expect(table.customers).toBe(customers.length);
      }),
      RUNS,
    );
  });

  it("have pooled averages between the least and the greatest of the cells that count", () => {
    fc.assert(
      fc.property(randomHistory, kind, clock, (orders, period, on) => {
        const { cohorts, averages, leftOut, periods } = cohortsOf(orders, { asOf: orders.lastDay, period, clock: on });
        expect(leftOut).toBe(cohorts[0]?.cohort === periods.periods[0]?.period ? cohorts[0]?.cohort : null);
        const counted = cohorts.filter(({ cohort }) => cohort !== leftOut);
        for (const { k, figures, cohorts: count } of averages) {
          const rates = counted.flatMap(({ cells }) => {
            const cell = cells[k];
            return cell?.state === "value" && cell.figures?.rate != null ? [cell.figures.rate] : [];
          });
          expect(rates.length).toBe(count);
          if (figures === null || figures.rate === null) continue;
          expect(figures.rate).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-12);
          expect(figures.rate).toBeLessThanOrEqual(Math.max(...rates) + 1e-12);
        }
      }),
      RUNS,
    );
  });

  it("count at least as many on or after k as on k, and all customers at k = 0", () => {
    fc.assert(
      fc.property(randomHistory, kind, clock, (orders, period, on) => {
        const options = { asOf: orders.lastDay, period, clock: on };
        const exactly = cohortsOf(orders, { ...options, kind: "on" });
        const orAfter = cohortsOf(orders, { ...options, kind: "on-or-after" });
        for (const [row, { cells }] of exactly.cohorts.entries()) {
          for (const { k, figures } of cells) {
            const wider = orAfter.cohorts[row]?.cells[k]?.figures ?? null;
            expect(wider === null).toBe(figures === null);
            if (figures === null || wider === null) continue;
            expect(wider.customers).toBeGreaterThanOrEqual(figures.customers);
            if (k === 0) expect(figures.customers).toBe(figures.counted);
          }
        }
      }),
      RUNS,
    );
  });

  it("by calendar have the retention table's new customers as sizes, and its orders and revenue along the diagonals", () => {
    fc.assert(
      fc.property(randomHistory, kind, (orders, period) => {
        const options = { asOf: orders.lastDay, period, covers: ALL_COVERED };
        const { rows } = retentionByPeriod(orders, options);
        const { cohorts } = cohortsOf(orders, options);
        const cells = cohorts.flatMap((cohort) => cohort.cells);
        for (const row of rows) {
          expect(cohorts.find(({ cohort }) => cohort === row.period)?.size ?? 0).toBe(row.new);
          const inPeriod = cells.filter((cell) => cell.period === row.period);
          expect(inPeriod.reduce((sum, { figures }) => sum + (figures?.customers ?? 0), 0)).toBe(row.customers);
          expect(inPeriod.reduce((sum, { figures }) => sum + (figures?.orders ?? 0), 0)).toBe(row.orders);
        }
        const revenue = cells.reduce((sum, { figures }) => sum + (figures?.revenue ?? 0n), 0n);
        expect(revenue).toBe(rows.reduce((sum, row) => sum + row.revenue, 0n));
      }),
      RUNS,
    );
  });

  it("do not depend on the order of the rows", () => {
    fc.assert(
      fc.property(randomHistory, clock, (orders, on) => {
        const turned = {
          ...orders,
          customer: orders.customer.toReversed(),
          day: orders.day.toReversed(),
          amount: orders.amount.toReversed(),
        };
        const options = { asOf: orders.lastDay, clock: on };
        expect(cohortsOf(turned, options)).toEqual(cohortsOf(orders, options));
        expect(retentionByPeriod(turned, options)).toEqual(retentionByPeriod(orders, options));
      }),
      RUNS,
    );
  });
});

describe("the view of active customers in any history", () => {
  const span = fc.constantFrom(
    { count: 20, unit: "days" as const },
    { count: 1, unit: "months" as const },
    { count: 2, unit: "months" as const },
  );

  it("equals counting by hand who bought in each window", () => {
    fc.assert(
      fc.property(randomHistory, span, (orders, activeWithin) => {
        const covers = { from: RANDOM_FIRST_DAY - 400, to: ALL_COVERED.to };
        const asOf = ALL_COVERED.to;
        const table = retentionByPeriod(orders, { asOf, covers });
        const activeAt = (end: number): Set<number> => {
          const from = windowStart(end, activeWithin);
          const isActive = (_: number, at: number): boolean =>
            (orders.amount[at] ?? 0) > 0 && (orders.day[at] ?? 0) >= from && (orders.day[at] ?? 0) <= end;
          return new Set([...orders.customer].filter(isActive));
        };
        const active = activeCustomersByPeriod(orders, table, { asOf, activeWithin });
        for (const [index, row] of active.rows.entries()) {
          const period = table.rows[index];
          if (period === undefined || row.activeRetentionRate === null) continue;
          const [before, end] = [activeAt(period.firstDay - 1), activeAt(period.lastDay)];
          const stayed = [...before].filter((customer) => end.has(customer)).length;
          expect(row.activeBefore).toBe(before.size);
          expect(row.activeEnd).toBe(end.size);
          expect(row.activeRetentionRate).toBe(stayed / before.size);
          expect(row.textbookRetentionRate).toBe((end.size - period.new) / before.size);
          expect(row.left).toBe(before.size - stayed);
          expect(row.couldLeave).toBeGreaterThanOrEqual(row.left ?? 0);
        }
      }),
      RUNS,
    );
  });
});

describe("the retention of segments of any history", () => {
  const window = fc.constantFrom(undefined, { count: 2, unit: "months" as const });
  const frequency = fc.constantFrom("orders" as const, "days" as const);
  const monetary = fc.constantFrom("total" as const, "average" as const);
  const windowFor = fc.constantFrom("rfm" as const, "fm" as const);

  it("scores everyone as a customer table of the day before the period would", () => {
    fc.assert(
      fc.property(randomHistory, window, frequency, monetary, windowFor, (orders, within, counted, worth, limits) => {
        const asOf = ALL_COVERED.to;
        const bought = firstPurchaseOf(orders);
        const at = { asOf, window: within, windowFor: limits, frequency: counted, monetary: worth };
        fc.pre(within === undefined || limits === "fm" || customersExist(() => customersAt(orders, at)));
        const scored = scoreCustomers(customersAt(orders, at));
        const table = retentionByPeriod(orders, { asOf, covers: ALL_COVERED });
        const { rows } = retentionBySegment(orders, table, { ...at, scheme: standardScheme, scored });
        for (const period of table.rows.slice(1)) {
          const counts = rows.filter((row) => row.period === period.period).map((row) => row.before);
          const earlier = { ...at, asOf: period.firstDay - 1 };
          if (bought > earlier.asOf || !customersExist(() => customersAt(orders, earlier))) {
            expect(counts.every((count) => count === 0)).toBe(true);
            continue;
          }
          const then = scoreCustomers(customersAt(orders, earlier));
          const rescored = { ...then, scales: scored.scales, scores: scoresBy(then.customers, scored) };
          const { segment } = assignSegments(rescored, standardScheme);
          expect(counts).toEqual(
            standardScheme.segments.map((_, index) => segment.filter((one) => one === index).length),
          );
        }
      }),
      { ...RUNS, numRuns: 60 },
    );
  });
});

function customersExist(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

type Scored = ReturnType<typeof scoreCustomers>;

/** Scores by the cut points of another day, counted by hand. */
function scoresBy(customers: Scored["customers"], { scales }: Scored): Scored["scores"] {
  const above = (cutPoints: readonly number[], value: number): number => cutPoints.filter((cut) => value > cut).length;
  return {
    recency: Uint8Array.from(customers.recencyDays, (value) => 5 - above(scales.recency.cutPoints, value)),
    frequency: Uint8Array.from(customers.frequency, (value) => 1 + above(scales.frequency.cutPoints, value)),
    monetary: Uint8Array.from(customers.monetaryValue, (value) => 1 + above(scales.monetary.cutPoints, value)),
  };
}
