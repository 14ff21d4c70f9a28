import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CustomerTable } from "../../../src/analysis/customers/customer-table.ts";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { evenCutPoints, remedyFor } from "../../../src/analysis/scores/empty-scores.ts";
import type { Method } from "../../../src/analysis/scores/method.ts";
import { naturalScale } from "../../../src/analysis/scores/natural.ts";
import { nestedScales } from "../../../src/analysis/scores/nested.ts";
import { ntileScores } from "../../../src/analysis/scores/ntile.ts";
import { scoreOf } from "../../../src/analysis/scores/scale.ts";
import { DIMENSIONS, measureOf, scoreCustomers } from "../../../src/analysis/scores/score-customers.ts";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { ONLINE_RETAIL } from "../../support/in-process.ts";

/** The 15 customers of CleverTap's RFM example (clevertap.com/blog/rfm-analysis). */
const RECENCY = Int32Array.of(4, 6, 46, 23, 15, 32, 7, 50, 34, 10, 3, 1, 27, 18, 5);
const FREQUENCY = Int32Array.of(6, 11, 1, 3, 4, 2, 3, 1, 15, 5, 8, 10, 3, 2, 1);
const MONETARY = Float64Array.of(540, 940, 35, 65, 179, 56, 140, 950, 2630, 191, 845, 1510, 54, 40, 25);

function tableFrom(recency: Int32Array, frequency: Int32Array, money: Float64Array): CustomerTable {
  const none = new Int32Array(recency.length);
  return Object.freeze({
    length: recency.length,
    asOf: 0,
    windowStart: null,
    windowFor: "rfm",
    ids: Array.from(recency, (_, index) => String(index).padStart(4, "0")),
    customer: Int32Array.from(recency.keys()),
    firstOrderDay: none,
    lastOrderDay: none,
    recencyDays: recency,
    orders: frequency,
    frequency,
    spend: money,
    money,
    ofMargin: false,
    hasMoney: true,
    knows: { firstDay: true, singleOrders: true },
    monetaryValue: money,
    ordersEver: frequency,
    outsideWindow: 0,
  });
}

/** NTILE by its definition in SQL: walk the sorted rows and fill buckets, the larger first. */
function ntileByHand(values: ArrayLike<number>, levels: number, lowerIsBetter: boolean): number[] {
  const rows = Array.from(values, (value, index) => ({ value, index }));
  rows.sort((a, b) => (lowerIsBetter ? b.value - a.value : a.value - b.value) || a.index - b.index);
  const scores: number[] = new Array(rows.length).fill(0);
  let next = 0;
  for (let bucket = 1; bucket <= levels; bucket += 1) {
    const size = Math.floor(rows.length / levels) + (bucket <= rows.length % levels ? 1 : 0);
    for (const { index } of rows.slice(next, next + size)) scores[index] = bucket;
    next += size;
  }
  return scores;
}

/** The least sum of squares of any split of sorted values into `levels` runs, by dynamic programming over all splits. */
function leastSquares(sorted: readonly number[], levels: number): number {
  const [sum, squares] = [[0], [0]];
  for (const value of sorted) {
    sum.push((sum.at(-1) ?? 0) + value);
    squares.push((squares.at(-1) ?? 0) + value * value);
  }
  const cost = (from: number, to: number): number => {
    const total = (sum[to] ?? 0) - (sum[from] ?? 0);
    return (squares[to] ?? 0) - (squares[from] ?? 0) - (total * total) / (to - from);
  };
  let best = sorted.map((_, index) => cost(0, index + 1));
  for (let run = 2; run <= levels; run += 1) {
    best = best.map((_, end) => {
      let least = Number.POSITIVE_INFINITY;
      for (let start = run - 1; start <= end; start += 1) {
        least = Math.min(least, (best[start - 1] ?? 0) + cost(start, end + 1));
      }
      return least;
    });
  }
  return best.at(-1) ?? 0;
}

function squaresOf(sorted: readonly number[], cutPoints: readonly number[]): number {
  const bins = [...cutPoints, Number.POSITIVE_INFINITY].map((to, index) =>
    sorted.filter((value) => value <= to && value > (cutPoints[index - 1] ?? Number.NEGATIVE_INFINITY)),
  );
  return bins.reduce((total, bin) => {
    const mean = bin.reduce((a, b) => a + b, 0) / bin.length;
    return total + bin.reduce((a, b) => a + (b - mean) ** 2, 0);
  }, 0);
}

/** Type-7 quantiles and the score, by the textbook formula, within one group in ascending order. */
function quantileScoreByHand(value: number, sorted: readonly number[], levels: number, lowerIsBetter: boolean): number {
  let bin = 1;
  for (let k = 1; k < levels; k += 1) {
    const h = ((sorted.length - 1) * k) / levels;
    const [low, high] = [sorted[Math.floor(h)] ?? 0, sorted[Math.min(Math.ceil(h), sorted.length - 1)] ?? 0];
    if (value > low + (h - Math.floor(h)) * (high - low) + 1e-9) bin += 1;
  }
  return lowerIsBetter ? levels + 1 - bin : bin;
}

function ascending(values: ArrayLike<number>): readonly number[] {
  return Array.from(values).sort((a, b) => a - b);
}

function nestedByHand(customers: CustomerTable, levels: number): readonly (readonly number[])[] {
  const rows = Array.from(customers.ids, (_, index) => index);
  const recency = ascending(customers.recencyDays);
  const r = rows.map((row) => quantileScoreByHand(customers.recencyDays[row] as number, recency, levels, true));
  const scoreWithin = (values: ArrayLike<number>, groups: readonly string[]): number[] => {
    const members = (group: string): number[] =>
      rows.filter((row) => groups[row] === group).map((row) => values[row] as number);
    const sorted = new Map([...new Set(groups)].map((group) => [group, ascending(members(group))]));
    return rows.map((row) =>
      quantileScoreByHand(values[row] as number, sorted.get(groups[row] as string) ?? [], levels, false),
    );
  };
  const f = scoreWithin(customers.frequency, r.map(String));
  const m = scoreWithin(
    customers.monetaryValue,
    r.map((score, row) => `${score} ${f[row]}`),
  );
  return [r, f, m];
}

describe("ntile", () => {
  it("makes groups whose sizes differ by at most one, the larger first, ties by id", () => {
    expect([...ntileScores(Float64Array.of(1, 1, 1, 1, 1, 1, 1), 3, "higher")]).toEqual([1, 1, 1, 2, 2, 3, 3]);
    expect([...ntileScores(Float64Array.of(9, 1, 5), 3, "lower")]).toEqual([1, 3, 2]);
  });

  it("is SQL's NTILE on anything", () => {
    const values = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 10 }), fc.boolean(), (list, levels, lower) => {
        const scores = ntileScores(Float64Array.from(list), levels, lower ? "lower" : "higher");
        expect([...scores]).toEqual(ntileByHand(list, levels, lower));
      }),
    );
  });
});

describe("natural", () => {
  it("gives the clusters of the example of simple-statistics and the ckmeans crate, over its distinct values", () => {
    const example = [1, 12, 13, 14, 15, 16, 2, 2, 3, 5, 7, 1, 2, 5, 7, 1, 5, 82, 1, 1.3, 1.1, 78];
    expect(naturalScale(Float64Array.from(example), 3, "higher").cutPoints).toEqual([7, 16]);
    const simple = [-1, 2, -1, 2, 4, 5, 6, -1, 2, -1]; // documentation of ckmeans in simple-statistics
    expect(naturalScale(Float64Array.from(simple), 3, "higher").cutPoints).toEqual([-1, 2]);
    const halves = [1, 2, 3, 4, 100, 101, 102, 103]; // pypi.org/project/ckmeans
    expect(naturalScale(Float64Array.from(halves), 2, "higher").cutPoints).toEqual([4]);
  });

  it("has the least squares of all splits, and leaves no score empty", () => {
    const values = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 10, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 5 }), (list, levels) => {
        const distinct = [...new Set(list)].sort((a, b) => a - b);
        fc.pre(distinct.length >= levels);
        const scale = naturalScale(Float64Array.from(list), levels, "higher");
        expect(squaresOf(distinct, scale.cutPoints)).toBeCloseTo(leastSquares(distinct, levels), 6);
        expect(new Set(list.map((value) => scoreOf(value, scale))).size).toBe(levels);
      }),
    );
  });

  it("refuses more levels than distinct values, in words", () => {
    expect(() => naturalScale(Float64Array.of(1, 1, 2), 3, "higher")).toThrow("2 distinct values cannot make 3 levels");
  });
});

describe("nested", () => {
  it("scores CleverTap's 15 customers within recency as SPSS defines nested binning, worked by hand", () => {
    const scored = scoreCustomers(tableFrom(RECENCY, FREQUENCY, MONETARY), { method: "nested", levels: 3 });
    // recency 1-5 days: customers 12, 11, 1, 15 and 2 (6 days) are the most recent third
    expect([...scored.scores.recency]).toEqual([3, 3, 1, 2, 2, 1, 2, 1, 1, 2, 3, 3, 1, 2, 3]);
    // within recency 3, frequencies 6 11 8 10 1: thirds at 7 1/3 … the cut points are 20/3 and 28/3
    const cuts = scored.scales.frequency.nested?.get("3")?.cutPoints ?? [];
    expect(cuts[0]).toBeCloseTo(6 + 2 / 3, 9);
    expect(cuts[1]).toBeCloseTo(9 + 1 / 3, 9);
    expect([0, 1, 10, 11, 14].map((row) => scored.scores.frequency[row])).toEqual([1, 3, 2, 3, 1]);
  });

  it("gives later customers of a group that was empty the next larger group's cut points", () => {
    const scales = nestedScales(Float64Array.of(1, 2, 3), [Uint8Array.of(1, 1, 2)], { levels: 2, better: "higher" });
    expect([...scales.keys()]).toEqual(["", "1", "2"]);
    expect(scales.get("")?.cutPoints).toEqual([2]);
  });
});

describe("every method against an independent computation", () => {
  let real: CustomerTable;
  const ties = tableFrom(
    Int32Array.from({ length: 200 }, (_, index) => (index * 7) % 20),
    Int32Array.from({ length: 200 }, (_, index) => (index % 10 < 7 ? 1 : 1 + (index % 5))),
    Float64Array.from({ length: 200 }, (_, index) => 10_000 * (index % 10 < 6 ? 5 : (index * 13) % 40)),
  );

  beforeAll(async () => {
    const history = await readOrders([ONLINE_RETAIL]);
    real = customersAt(history.orders, { asOf: history.newest.day });
  });

  it.each(["real data", "heavy ties"])("quantile on %s", (which) => {
    const customers = which === "real data" ? real : ties;
    const scored = scoreCustomers(customers);
    for (const dimension of DIMENSIONS) {
      const values = [...measureOf(customers, dimension)];
      const sorted = ascending(values);
      const distinct = new Map([...new Set(values)].map((value) => [value, 0]));
      for (const value of distinct.keys()) {
        distinct.set(value, quantileScoreByHand(value, sorted, 5, dimension === "recency"));
      }
      expect([...scored.scores[dimension]]).toEqual(values.map((value) => distinct.get(value)));
    }
  });

  it.each(["real data", "heavy ties"])("ntile on %s", (which) => {
    const customers = which === "real data" ? real : ties;
    const scored = scoreCustomers(customers, { method: "ntile" });
    for (const dimension of DIMENSIONS) {
      const expected = ntileByHand(measureOf(customers, dimension), 5, dimension === "recency");
      expect([...scored.scores[dimension]]).toEqual(expected);
    }
  });

  it.each(["real data", "heavy ties"])("nested on %s", (which) => {
    const customers = which === "real data" ? real : ties;
    const scored = scoreCustomers(customers, { method: "nested" });
    expect(DIMENSIONS.map((dimension) => [...scored.scores[dimension]])).toEqual(nestedByHand(customers, 5));
  });

  it.each(["real data", "heavy ties"])("natural on %s", (which) => {
    const customers = which === "real data" ? real : ties;
    const levels = which === "real data" ? 5 : 4;
    const scored = scoreCustomers(customers, { method: "natural", levels });
    for (const dimension of DIMENSIONS) {
      const distinct = [...new Set(measureOf(customers, dimension))].sort((a, b) => a - b);
      const least = leastSquares(distinct, levels);
      const own = squaresOf(distinct, scored.scales[dimension].cutPoints);
      expect(Math.abs(own - least)).toBeLessThanOrEqual(1e-6 * least);
    }
  });

  it.each(["real data", "heavy ties"])("fixed on %s", (which) => {
    const customers = which === "real data" ? real : ties;
    const cutPoints = { recency: [3, 9, 30, 90], frequency: [1, 2, 4, 8], monetary: [50_000, 200_000, 1e6, 5e6] };
    const scored = scoreCustomers(customers, { cutPoints });
    for (const dimension of DIMENSIONS) {
      const expected = Array.from(measureOf(customers, dimension), (value) => {
        const above = cutPoints[dimension].filter((point) => value > point).length;
        return dimension === "recency" ? 5 - above : 1 + above;
      });
      expect([...scored.scores[dimension]]).toEqual(expected);
    }
  });

  it("mixes methods and levels, a dimension each", () => {
    const method = { recency: "natural", monetary: "ntile" } as const satisfies Partial<Record<string, Method>>;
    const scored = scoreCustomers(real, { method, levels: { recency: 3, frequency: 4, monetary: 10 } });
    expect(scored.levels).toEqual({ recency: 3, frequency: 4, monetary: 10 });
    expect(DIMENSIONS.map((dimension) => scored.scales[dimension].method)).toEqual(["natural", "quantile", "ntile"]);
    expect(Math.max(...scored.scores.monetary)).toBe(10);
  });

  it("proposes levels and cut points that leave no score empty, wherever two values differ", () => {
    const values = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 10 }), (list, levels) => {
        const column = Int32Array.from(list);
        fc.pre(new Set(list).size > 1);
        const points = evenCutPoints(column, levels) ?? [];
        expect(points.length).toBe(Math.min(levels, new Set(list).size) - 1);
        const used = new Set(list.map((value) => points.filter((point) => value > point).length));
        expect(used.size).toBe(points.length + 1);
        const scored = scoreCustomers(tableFrom(column, column, Float64Array.from(list)), { levels });
        const remedy = remedyFor(scored);
        if (remedy.levels === null) return;
        const again = scoreCustomers(scored.customers, { levels: remedy.levels });
        expect(remedyFor(again)).toEqual({ levels: null, cutPoints: null, cutLevels: again.levels });
      }),
    );
  });
});
