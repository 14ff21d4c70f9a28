import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Forecast, type ForecastOptions, forecastOrders } from "../../../src/analysis/forecast/forecast.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { day, type Entry, historyOf } from "../retention/history.ts";
import { type SimulatedShop, simulatedShop } from "./simulated-shop.ts";

const SHOP: SimulatedShop = {
  customers: 1200,
  model: "mbg-nbd",
  parameters: { r: 0.8, alpha: 40, a: 0.8, b: 2.4 },
  joining: 500,
  days: 600,
  seed: 11,
};

function forecast(shop: Partial<SimulatedShop> = {}, options: Partial<ForecastOptions> = {}): Forecast {
  return forecastOrders(simulatedShop({ ...SHOP, ...shop }), { asOf: 599, days: 90, ...options });
}

function guardOf({ source }: Forecast): unknown {
  return source.kind === "rule" ? source.guard : null;
}

/** Nothing that is shown may be missing, negative or endless. */
function expectSane({ columns, total }: Forecast): void {
  for (const index of columns.orderProbability.keys()) {
    const p = columns.orderProbability[index] ?? Number.NaN;
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1);
    expect(columns.expectedOrders[index]).toBeGreaterThanOrEqual(0);
    expect(columns.expectedSpend[index]).toBeGreaterThanOrEqual(0);
    expect(columns.ordersLow[index]).toBeLessThanOrEqual(columns.ordersHigh[index] ?? -1);
  }
  expect(Number.isFinite(total.expectedOrders) && Number.isFinite(total.expectedSpend)).toBe(true);
}

describe("forecastOrders", () => {
  const ordinary = forecast();

  it("uses the model that the shop was made by, and says how it did on earlier days", () => {
    expect(ordinary.source).toMatchObject({ kind: "model", model: { name: "mbg-nbd" } });
    expect(ordinary.checks.map(({ asOf }) => asOf)).toEqual([509, 419]);
    for (const { methods } of ordinary.checks) {
      expect(methods.map(({ method }) => method)).toEqual(["model", "hiatus", "last-period"]);
      expect(methods[0]?.auc).toBeGreaterThan(0.7);
    }
    expectSane(ordinary);
  });

  it("adds up: segments to the total, whatever the segments", () => {
    const parts = [0, 1, 2].map((part) =>
      ordinary.totalOf(Int32Array.from(ordinary.customers.keys()).filter((index) => index % 3 === part)),
    );
    for (const key of ["customers", "expectedBuyers", "expectedOrders", "expectedSpend"] as const) {
      const sum = parts.reduce((all, part) => all + part[key], 0);
      expect(sum / ordinary.total[key]).toBeCloseTo(1, 12);
    }
  });

  it("has intervals around its totals, wider for a part than for the whole", () => {
    const { ordersLow, expectedOrders, ordersHigh, spendLow, expectedSpend, spendHigh } = ordinary.total;
    expect(ordersLow).toBeLessThan(expectedOrders);
    expect(ordersHigh).toBeGreaterThan(expectedOrders);
    expect(spendLow).toBeLessThan(expectedSpend);
    expect(spendHigh).toBeGreaterThan(expectedSpend);
    const few = ordinary.totalOf(Int32Array.from({ length: 60 }, (_, index) => index * 20));
    const width = ((few.ordersHigh ?? 0) - (few.ordersLow ?? 0)) / few.expectedOrders;
    expect(width).toBeGreaterThan(((ordersHigh ?? 0) - (ordersLow ?? 0)) / expectedOrders);
  });

  it("gives the same numbers to the last bit whatever the order of the rows", () => {
    const orders = simulatedShop({ ...SHOP, customers: 300 });
    const places = Array.from({ length: orders.length }, (_, index) => (index * 7919) % orders.length);
    const keys = orders.customerKeys.toReversed();
    const shuffled: OrderTable = {
      ...orders,
      customer: Int32Array.from(places, (at) => keys.length - 1 - (orders.customer[at] ?? 0)),
      day: Int32Array.from(places, (at) => orders.day[at] ?? 0),
      amount: Float64Array.from(places, (at) => orders.amount[at] ?? 0),
      customerKeys: keys,
    };
    const [one, other] = [orders, shuffled].map((table) => forecastOrders(table, { asOf: 599, days: 90 }));
    expect(new Set(places).size).toBe(orders.length);
    expect(other?.total).toEqual(one?.total);
    expect(other?.columns).toEqual(one?.columns);
    expect(other?.checks.map(({ methods }) => methods)).toEqual(one?.checks.map(({ methods }) => methods));
  });

  it("knows nothing of what came after the as-of date", () => {
    const orders = simulatedShop({ ...SHOP, customers: 400 });
    const known = Array.from(orders.day.keys()).filter((entry) => (orders.day[entry] ?? 0) <= 450);
    const cut: OrderTable = {
      ...orders,
      length: known.length,
      customer: Int32Array.from(known, (entry) => orders.customer[entry] ?? 0),
      day: Int32Array.from(known, (entry) => orders.day[entry] ?? 0),
      amount: Float64Array.from(known, (entry) => orders.amount[entry] ?? 0),
      lastDay: 450,
    };
    const [whole, part] = [orders, cut].map((table) => forecastOrders(table, { asOf: 450, days: 90 }));
    expect(whole?.columns).toEqual(part?.columns);
  });

  it("discounts: less than the full value, more the higher the rate, nothing at 0", () => {
    const spends = [0, 0.1, 0.5].map((discount) => forecast({ customers: 300 }, { discount }).total);
    const [none, some, much] = spends.map(({ discountedSpend }) => discountedSpend ?? Number.NaN);
    expect((none ?? 0) / (spends[0]?.expectedSpend ?? 1)).toBeCloseTo(1, 9);
    expect(some).toBeLessThan(none ?? 0);
    expect(much).toBeLessThan(some ?? 0);
  });

  it("takes frozen parameters as they are, and tests those on earlier days", () => {
    if (ordinary.source.kind !== "model") throw new Error("no model");
    const { model } = ordinary.source;
    const small = forecast({ customers: 150, seed: 5 }, { frozen: { model, values: ordinary.values.model } });
    expect(small.source).toMatchObject({ kind: "model", isFrozen: true, model: { parameters: model.parameters } });
    expect(small.checks[0]?.methods[0]?.method).toBe("model");
  });
});

describe("guards", () => {
  it("fewer than 200 customers: the rule's figures", () => {
    const few = forecast({ customers: 150 });
    expect(guardOf(few)).toEqual({ kind: "few customers", customers: expect.any(Number) });
    expect(few.total.ordersLow).toBeNull();
    expectSane(few);
  });

  it("fewer than 30 repeaters: the rule's figures", () => {
    const entries: Entry[] = Array.from({ length: 300 }, (_, customer): Entry[] => {
      const on = `2020-${String((customer % 9) + 1).padStart(2, "0")}-15`;
      return customer < 10
        ? [
            [`c${customer}`, on, 10],
            [`c${customer}`, "2020-10-20", 10],
          ]
        : [[`c${customer}`, on, 10]];
    }).flat();
    const rare = forecastOrders(historyOf(entries), { asOf: day("2020-10-31"), days: 30 });
    expect(guardOf(rare)).toEqual({ kind: "few repeaters", repeaters: 10 });
    expectSane(rare);
  });

  it("nobody leaves: BG/NBD is at its limit, and NBD is used", () => {
    const loyal = forecast({ model: "nbd", customers: 2500, seed: 3, parameters: { r: 2, alpha: 60, a: 0, b: 1 } });
    expect(loyal.source).toMatchObject({ kind: "model", model: { name: "nbd" } });
    expect(loyal.judged.find(({ model }) => model.name === "bg-nbd")?.fault).not.toBeNull();
  });

  it("all customers identical: no model fits, and the sentence names why", () => {
    const entries: Entry[] = Array.from({ length: 250 }, (_, customer) =>
      ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"].map(
        (month): Entry => [`c${customer}`, `2020-${month}-10`, 10],
      ),
    ).flat();
    const same = forecastOrders(historyOf(entries), { asOf: day("2020-12-01"), days: 60 });
    expect(guardOf(same)).toMatchObject({ kind: "no model fits" });
    expect(same.values.fault).not.toBeNull();
    expectSane(same);
  });

  it("a whole month without an order: an export is probably missing, and no model is used", () => {
    const orders = simulatedShop(SHOP);
    const kept = Array.from(orders.day.keys()).filter((entry) => {
      const on = orders.day[entry] ?? 0;
      return on < day("1970-12-01") || on > day("1970-12-31");
    });
    const holed: OrderTable = {
      ...orders,
      length: kept.length,
      customer: Int32Array.from(kept, (entry) => orders.customer[entry] ?? 0),
      day: Int32Array.from(kept, (entry) => orders.day[entry] ?? 0),
      amount: Float64Array.from(kept, (entry) => orders.amount[entry] ?? 0),
    };
    const found = forecastOrders(holed, { asOf: 599, days: 90 });
    expect(guardOf(found)).toEqual({ kind: "missing months", months: ["1970-12"] });
    expectSane(found);
  });

  it("a shop where everybody orders every thirty days, to the day: the rule is better than any model", () => {
    const entries: Entry[] = [];
    for (let customer = 0; customer < 400; customer += 1) {
      for (let order = 0; order < (customer % 4 === 0 ? 20 : 3); order += 1) {
        const on = new Date(Date.UTC(2020, 0, 1 + (customer % 50) + order * 30)).toISOString().slice(0, 10);
        entries.push([`c${customer}`, on, 10 + (customer % 7)]);
      }
    }
    const clockwork = forecastOrders(historyOf(entries), { asOf: day("2021-07-01"), days: 60 });
    expect(guardOf(clockwork)).toMatchObject({ kind: expect.stringMatching(/rule is better|no model fits/) });
    expectSane(clockwork);
  });

  it("money without a Gamma–Gamma fit: q ≤ 1 is named, and customers' own means stand in", () => {
    const heavy = forecast({ values: { p: 2, q: 0.7, v: 15 } });
    expect(heavy.values.fault).toMatchObject({ kind: "no mean" });
    expectSane(heavy);
  });

  it("a customer with 5,000 orders among ordinary ones: numbers, not NaN", () => {
    const orders = simulatedShop({ ...SHOP, customers: 600 });
    const many = Array.from({ length: 595 }, (_, index) => index + 3);
    const crowded: OrderTable = {
      ...orders,
      length: orders.length + many.length,
      customer: Int32Array.from([...orders.customer, ...many.map(() => 600)]),
      day: Int32Array.from([...orders.day, ...many]),
      amount: Float64Array.from([...orders.amount, ...many.map(() => 100_000)]),
      customerKeys: [...orders.customerKeys, "wholesaler"],
    };
    const found = forecastOrders(crowded, { asOf: 599, days: 90 });
    expect(found.columns.expectedOrders[600]).toBeGreaterThan(50);
    expect(found.columns.orderProbability[600]).toBeGreaterThan(0.9);
    expect(Number.isFinite(found.total.expectedOrders)).toBe(true);
  });

  it("everything refunded: no expected spend below 0", () => {
    const orders = simulatedShop({ ...SHOP, customers: 300 });
    const refunds: OrderTable = {
      ...orders,
      length: orders.length * 2,
      customer: Int32Array.from([...orders.customer, ...orders.customer]),
      day: Int32Array.from([...orders.day, ...orders.day.map((on) => Math.min(599, on + 1))]),
      amount: Float64Array.from([...orders.amount, ...orders.amount.map((amount) => -amount)]),
    };
    expect(forecastOrders(refunds, { asOf: 599, days: 90 }).values.keptShare).toBe(0);
  });

  it.each([
    ["a horizon that does not fit in twice", {}, { days: 400 }, /too few for a horizon of 400/],
    ["an as-of date long after the last order", {}, { asOf: 700 }, /no order in the \d+ days up to/],
    ["an as-of date before the first order", {}, { asOf: -10 }, /nothing was bought/],
    [
      "only one-time buyers",
      { joining: 600, parameters: { r: 0.0001, alpha: 1e9, a: 1, b: 1 } },
      {},
      /on a second day/,
    ],
  ])("refuses %s", (_what, shop, options, message) => {
    expect(() => forecast(shop, options)).toThrow(message);
  });

  it("never shows NaN or a chance outside 0 … 1, on small random shops", () => {
    const days = fc.integer({ min: 0, max: 300 });
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), days, fc.integer({ min: -500, max: 2000 })), {
      minLength: 5,
      maxLength: 60,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 5, max: 90 }), (entries, horizon) => {
        const used = entries.filter(([, , amount]) => amount !== 0);
        const orders: OrderTable = {
          length: used.length,
          customer: Int32Array.from(used, ([customer]) => customer),
          day: Int32Array.from(used, ([, on]) => on),
          amount: Float64Array.from(used, ([, , amount]) => amount),
          customerKeys: Array.from({ length: 13 }, (_, index) => `c${index}`),
          firstDay: 0,
          lastDay: 300,
        };
        try {
          expectSane(forecastOrders(orders, { asOf: 300, days: horizon }));
        } catch (error) {
          expect(String(error)).toMatch(/InputError/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
