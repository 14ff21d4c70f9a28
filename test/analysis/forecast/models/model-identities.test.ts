import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupHistories } from "../../../../src/analysis/forecast/grouped-histories.ts";
import { type CustomerHistory, probabilityAlive } from "../../../../src/analysis/forecast/models/alive.ts";
import { logLikelihood, meanLossOf } from "../../../../src/analysis/forecast/models/likelihood.ts";
import { MODEL_NAMES, type PurchaseModel } from "../../../../src/analysis/forecast/models/model-names.ts";
import {
  expectedFromTails,
  orderSpread,
  tailsOf,
} from "../../../../src/analysis/forecast/models/order-distribution.ts";
import { expectedOrders, probabilityOfOrder } from "../../../../src/analysis/forecast/models/prediction.ts";
import { hypergeometric } from "../../../../src/analysis/forecast/numerics/hypergeometric.ts";
import { logBeta, logGamma } from "../../../../src/analysis/statistics/log-beta.ts";

const positive = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

const models: fc.Arbitrary<PurchaseModel> = fc
  .record({
    name: fc.constantFrom(...MODEL_NAMES),
    r: positive(0.05, 20),
    alpha: positive(0.5, 500),
    a: fc.oneof(positive(0.05, 5), fc.constantFrom(1, 1 - 1e-9, 1 + 1e-9)),
    b: positive(0.05, 8),
  })
  .map(({ name, r, alpha, a, b }) => ({
    name,
    parameters: name === "nbd" ? { r, alpha, a: 0, b: 1 } : { r, alpha, a, b },
  }));

const histories: fc.Arbitrary<CustomerHistory> = fc
  .record({
    repeats: fc.integer({ min: 0, max: 60 }),
    ageDays: fc.integer({ min: 0, max: 2000 }),
    part: positive(0, 1),
  })
  .map(({ repeats, ageDays, part }) => ({
    repeats: ageDays === 0 ? 0 : repeats,
    lastDays: repeats === 0 ? 0 : Math.round(part * ageDays),
    ageDays,
  }));

const horizons = positive(0.5, 1000);

describe("what a model foretells", () => {
  it("has chances from 0 to 1, and P(order) never above P(alive)", () => {
    fc.assert(
      fc.property(models, histories, horizons, (model, history, days) => {
        const [alive, order] = [probabilityAlive(model, history), probabilityOfOrder(model, history, days)];
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(order).toBeGreaterThanOrEqual(0);
        expect(order).toBeLessThanOrEqual(alive);
      }),
      { numRuns: 1000 },
    );
  });

  it("rises with the horizon: orders, and the chance of one, which goes to P(alive)", () => {
    fc.assert(
      fc.property(models, histories, horizons, (model, history, days) => {
        const at = (horizon: number): readonly number[] => [
          expectedOrders(model, history, horizon),
          probabilityOfOrder(model, history, horizon),
        ];
        const [sooner, later] = [at(days), at(2 * days)];
        expect(later[0]).toBeGreaterThanOrEqual((sooner[0] ?? 0) * (1 - 1e-9));
        expect(later[1]).toBeGreaterThanOrEqual(sooner[1] ?? 0);
        expect(probabilityOfOrder(model, history, 1e300)).toBeCloseTo(probabilityAlive(model, history), 8);
      }),
      { numRuns: 1000 },
    );
  });

  it("expects as many orders as the chances of 1, 2, 3 … add up to, at a = 1 too", () => {
    fc.assert(
      fc.property(models, histories, positive(0.5, 400), (model, history, days) => {
        const [closed, summed] = [expectedOrders(model, history, days), expectedFromTails(model, history, days)];
        expect(Math.abs(closed - summed)).toBeLessThan(1e-7 * Math.max(1, summed));
      }),
      { numRuns: 1000 },
    );
  });

  it("has the chance of one order as the first of the chances of 1, 2, 3 …, which fall", () => {
    fc.assert(
      fc.property(models, histories, positive(0.5, 400), (model, history, days) => {
        const tails = tailsOf(model, history, days);
        expect(tails[0] ?? 0).toBeCloseTo(probabilityOfOrder(model, history, days), 9);
        for (const [k, tail] of tails.entries()) expect(tail).toBeLessThanOrEqual((tails[k - 1] ?? 1) + 1e-12);
      }),
    );
  });

  it("expects what the papers' formula says, with the series as they print it", () => {
    fc.assert(
      fc.property(models, histories, positive(0.5, 200), (model, history, days) => {
        const { r, alpha, a, b } = model.parameters;
        fc.pre(model.name !== "nbd" && Math.abs(a - 1) > 0.05 && history.repeats < 10 && r < 5);
        const x = history.repeats;
        const c = model.name === "bg-nbd" ? a + b + x - 1 : a + b + x;
        fc.pre(c > 0.1);
        const z = days / (alpha + history.ageDays + days);
        fc.pre(z < 0.9);
        const second = model.name === "bg-nbd" ? b + x : b + x + 1;
        const series = (1 - z) ** (r + x) * hypergeometric([r + x, second, c], z);
        const printed = (c / (a - 1)) * (1 - series) * probabilityAlive(model, history);
        expect(Math.abs(expectedOrders(model, history, days) - printed)).toBeLessThan(1e-8 * Math.max(1, printed));
      }),
      { numRuns: 500 },
    );
  });

  it("takes a customer with 5,000 orders", () => {
    const history = { repeats: 5000, lastDays: 730, ageDays: 730 };
    for (const name of MODEL_NAMES) {
      const model = { name, parameters: { r: 0.5, alpha: 50, a: name === "nbd" ? 0 : 0.8, b: 2.4 } };
      const expected = expectedOrders(model, history, 90);
      expect(expected).toBeGreaterThan(100);
      expect(expected).toBeCloseTo(expectedFromTails(model, history, 90), 5);
      const { low, high, variance } = orderSpread([model], { history, days: 90, tail: 0.1 });
      expect(low).toBeLessThanOrEqual(high);
      expect(variance).toBeGreaterThan(0);
    }
  });
});

describe("the likelihood", () => {
  const groups = groupHistories({
    repeats: Int32Array.of(0, 0, 1, 3, 3, 12, 0, 2),
    lastDays: Int32Array.of(0, 0, 40, 100, 100, 300, 0, 7),
    ageDays: Int32Array.of(0, 90, 90, 200, 200, 301, 300, 365),
  });

  it("is that of the papers, customer by customer, with gamma and beta functions", () => {
    for (const name of MODEL_NAMES) {
      const [r, alpha, a, b] = [0.7, 45, 0.9, 2.2];
      let expected = 0;
      for (let group = 0; group < groups.length; group += 1) {
        const [x, last, age] = [groups.repeats[group] ?? 0, groups.lastDays[group] ?? 0, groups.ageDays[group] ?? 0];
        const more = name === "mbg-nbd" ? 1 : 0;
        const common = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
        const stay = name === "nbd" ? 0 : logBeta(a, b + x + more) - logBeta(a, b);
        const leave = logBeta(a + 1, b + x + more - 1) - logBeta(a, b);
        const here = Math.exp(stay) * (alpha + age) ** -(r + x);
        const gone = name === "nbd" || x + more === 0 ? 0 : Math.exp(leave) * (alpha + last) ** -(r + x);
        expected += (groups.customers[group] ?? 0) * (common + Math.log(here + gone));
      }
      const { value } = logLikelihood(groups, { name, parameters: { r, alpha, a, b } });
      expect(value).toBeCloseTo(expected, 9);
    }
  });

  it("has the gradient that differences of its value show", () => {
    for (const name of MODEL_NAMES) {
      const loss = meanLossOf(groups, name);
      const at = [-0.4, 3.5, 0.2, 0.9].slice(0, name === "nbd" ? 2 : 4);
      const { gradient } = loss(at);
      for (const [index, slope] of gradient.entries()) {
        const moved = (by: number): number => loss(at.map((v, i) => (i === index ? v + by : v))).value;
        expect((moved(1e-5) - moved(-1e-5)) / 2e-5).toBeCloseTo(slope, 6);
      }
    }
  });
});
