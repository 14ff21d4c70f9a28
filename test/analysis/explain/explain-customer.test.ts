import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CustomersAtOptions } from "../../../src/analysis/customers/customer-table.ts";
import { explainCustomer } from "../../../src/analysis/explain/explain-customer.ts";
import type { Method } from "../../../src/analysis/scores/method.ts";
import type { SegmentedCustomers } from "../../../src/analysis/segments/assign-segments.ts";
import { type SegmentOptions, segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { EmptyInputError } from "../../../src/errors.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { readOrders } from "../../../src/orders/read-orders.ts";
import { ONLINE_RETAIL } from "../../support/in-process.ts";

/** Histories on which every event is done by brute force; the long form has more. */
const HISTORIES = process.env["RFM_LONG_TESTS"] === "1" ? 400 : 12;

/** The history with one more order. */
function withOrder(orders: OrderTable, extra: { customer: number; day: number; amount: number }): OrderTable {
  return {
    ...orders,
    length: orders.length + 1,
    customer: Int32Array.of(...orders.customer.subarray(0, orders.length), extra.customer),
    day: Int32Array.of(...orders.day.subarray(0, orders.length), extra.day),
    amount: Float64Array.of(...orders.amount.subarray(0, orders.length), extra.amount),
  };
}

/** The segment in which a customer is found when everyone is scored that day with today's model; `null`: not scored. */
function foundIn(
  orders: OrderTable,
  today: SegmentedCustomers,
  at: { key: number; options: SegmentOptions },
): number | null {
  try {
    const later = segmentCustomers(orders, { ...at.options, scheme: today.scheme, frozen: today.scales });
    const row = later.customers.customer.indexOf(at.key);
    return row < 0 ? null : (later.segment[row] as number);
  } catch (error) {
    if (error instanceof EmptyInputError) return null; // nobody bought in the window that day
    throw error;
  }
}

/** Amounts of a band that may lead elsewhere: its ends, either side of everyone's cut points, and far beyond. */
function amountsIn(
  { atLeast, atMost }: { readonly atLeast: number; readonly atMost: number | null },
  edges: readonly number[],
): readonly number[] {
  const most = atMost ?? Math.max(atLeast, ...edges) + 50_000_000;
  const inside = edges.flatMap((edge) => [edge - 100, edge, edge + 100]);
  const between = [1, 2, 3].map((quarter) => 100 * Math.round((atLeast + ((most - atLeast) * quarter) / 4) / 100));
  return [...new Set([atLeast, most, ...between, ...inside])].filter((amount) => amount >= atLeast && amount <= most);
}

/** The orders of one customer alone, as customer 0: under frozen cut points the others' make no difference. */
function ordersOf(orders: OrderTable, customer: number): OrderTable {
  const own = Array.from({ length: orders.length }, (_, entry) => entry).filter(
    (entry) => orders.customer[entry] === customer,
  );
  const columnOf = (column: ArrayLike<number>): number[] => own.map((entry) => column[entry] as number);
  return {
    length: own.length,
    customer: new Int32Array(own.length),
    day: Int32Array.from(columnOf(orders.day)),
    amount: Float64Array.from(columnOf(orders.amount)),
    margin: orders.margin == null ? null : Float64Array.from(columnOf(orders.margin)),
    customerKeys: [orders.customerKeys[customer] as string],
    firstDay: orders.firstDay,
    lastDay: orders.lastDay,
  };
}

/**
 * Does what each event says, by brute force: with every amount at an edge, on every day (or a few of them), seen on every
 * day from then, and looks where the customer is then. Returns how many statements were tried.
 */
function checkEvents(orders: OrderTable, options: SegmentOptions, row: number, step = 1): number {
  const today = segmentCustomers(orders, options);
  const { asOf } = options;
  const key = today.customers.customer[row] as number;
  const { events } = explainCustomer(orders, today, { customer: row, options });
  const own = ordersOf(orders, key);
  const bands = events?.orders ?? [];
  expect(bands.map(({ atLeast }) => atLeast)).toEqual([
    100,
    ...bands.slice(0, -1).map(({ atMost }) => (atMost ?? 0) + 100),
  ]);
  expect(bands.at(-1)?.atMost).toBeNull();
  const edges = bands.map(({ atLeast }) => atLeast);
  for (const band of bands) {
    expect(band.from).toBe(asOf + 1);
    expect(band.by).toBeGreaterThan(asOf);
    const days = Array.from({ length: Math.floor((band.by - asOf - 1) / step) + 1 }, (_, at) => asOf + 1 + at * step);
    for (const day of new Set([...days, band.by])) {
      for (const amount of amountsIn(band, edges)) {
        const more = withOrder(own, { customer: 0, day, amount });
        for (const seen of new Set([day, ...days.filter((on) => on > day && (on - day) % 6 === day % 6), band.by])) {
          const found = foundIn(more, today, { key: 0, options: { ...options, asOf: seen } });
          expect({ amount, day, seen, segment: found }).toEqual({ amount, day, seen, segment: band.segment });
        }
      }
    }
  }
  for (const { by, until, segment } of events?.silences ?? []) {
    for (let day = by; day <= until; day += Math.max(step, 1)) {
      expect(foundIn(own, today, { key: 0, options: { ...options, asOf: day } })).toBe(segment);
    }
    expect(foundIn(own, today, { key: 0, options: { ...options, asOf: until } })).toBe(segment);
    expect(foundIn(own, today, { key: 0, options: { ...options, asOf: by - 1 } })).not.toBe(segment);
  }
  return bands.length + (events?.silences.length ?? 0);
}

const someHistory = fc
  .array(
    fc.record({
      customer: fc.integer({ min: 0, max: 11 }),
      day: fc.integer({ min: 0, max: 200 }),
      amount: fc
        .oneof(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: -9_000, max: -1 }))
        .map((cents) => cents * 100),
    }),
    { minLength: 8, maxLength: 60 },
  )
  .map(
    (lines): OrderTable => ({
      length: lines.length,
      customer: Int32Array.from(lines, (line) => line.customer),
      day: Int32Array.from(lines, (line) => line.day),
      amount: Float64Array.from(lines, (line) => line.amount),
      customerKeys: Array.from({ length: 12 }, (_, index) => `customer ${index}`),
      firstDay: 0,
      lastDay: 200,
    }),
  )
  .filter((orders) => orders.amount.some((amount) => amount > 0));

const someOptions: fc.Arbitrary<CustomersAtOptions & { readonly method: Method }> = fc.record({
  asOf: fc.constant(200),
  method: fc.constantFrom<Method>("quantile", "nested"),
  window: fc.constantFrom(undefined, { count: 3, unit: "months" } as const, { count: 250, unit: "days" } as const),
  frequency: fc.constantFrom("orders", "days"),
  monetary: fc.constantFrom("total", "average"),
});

describe("explain is true", () => {
  it("whatever the history, the window and the measures: each event is done, and leads where it says", () => {
    let tried = 0;
    fc.assert(
      fc.property(someHistory, someOptions, fc.nat(11), (orders, options, pick) => {
        const inWindow = orders.amount.some((amount, entry) => amount > 0 && (orders.day[entry] as number) > 120);
        fc.pre(inWindow || options.window === undefined);
        const { customers } = segmentCustomers(orders, options);
        tried += checkEvents(orders, options, pick % customers.length);
      }),
      { numRuns: HISTORIES },
    );
    expect(tried).toBeGreaterThan(2.5 * HISTORIES);
  });

  describe("on real data", () => {
    let orders: OrderTable;
    let asOf: number;
    beforeAll(async () => {
      const history = await readOrders([ONLINE_RETAIL]);
      orders = history.orders;
      asOf = history.newest.day;
    });

    it.each([
      ["all history", {}],
      ["a window of three months", { window: { count: 3, unit: "months" } }],
      ["averages and four levels", { monetary: "average", levels: 4 }],
    ] as const)("for customers across all segments: %s", (_name, choices) => {
      const options: SegmentOptions = { asOf, ...choices };
      const today = segmentCustomers(orders, options);
      const rows = today.scheme.segments.map((_, segment) => today.segment.indexOf(segment)).filter((row) => row >= 0);
      const tried = rows.map((row) => checkEvents(orders, options, row, 10));
      expect(rows.length).toBeGreaterThan(8);
      expect(tried.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(rows.length);
    });
  });

  it("says nothing about what would move anyone under ntile", () => {
    const orders: OrderTable = {
      length: 2,
      customer: Int32Array.of(0, 1),
      day: Int32Array.of(1, 5),
      amount: Float64Array.of(100_000, 200_000),
      customerKeys: ["a", "b"],
      firstDay: 1,
      lastDay: 5,
    };
    const today = segmentCustomers(orders, { asOf: 9, method: "ntile" });
    expect(explainCustomer(orders, today, { customer: 0, options: {} }).events).toBeNull();
  });
});
