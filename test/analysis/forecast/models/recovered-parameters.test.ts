import { describe, expect, it } from "vitest";
import { fitValueModel } from "../../../../src/analysis/forecast/gamma-gamma.ts";
import { groupHistories } from "../../../../src/analysis/forecast/grouped-histories.ts";
import { historiesOn } from "../../../../src/analysis/forecast/histories-on.ts";
import { fitModel } from "../../../../src/analysis/forecast/models/fit-model.ts";
import { MODEL_NAMES, parameterNames } from "../../../../src/analysis/forecast/models/model-names.ts";
import type { PurchaseHistories } from "../../../../src/analysis/forecast/purchase-histories.ts";
import { timelinesOf } from "../../../../src/analysis/retention/timelines.ts";
import { simulatedShop } from "../simulated-shop.ts";

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

/** Days are short beside the pauses between orders, so that hardly two orders fall on one. */
const SHOP = {
  customers: 800,
  parameters: { r: 0.8, alpha: 600, a: 0.9, b: 2.5 },
  joining: 4000,
  days: 8000,
} as const;

function historiesOf(shop: Parameters<typeof simulatedShop>[0]): PurchaseHistories {
  const orders = simulatedShop(shop);
  const everybody = Int32Array.from(orders.customerKeys.keys());
  return historiesOn(timelinesOf(orders, shop.days - 1), everybody, shop.days - 1).histories;
}

describe("the parameters of simulated shops", () => {
  it.each(MODEL_NAMES)(
    "of %s are found within two standard errors, as often as that promises, over 20 seeds",
    (name) => {
      const distances = SEEDS.flatMap((seed) => {
        const fitted = fitModel(groupHistories(historiesOf({ ...SHOP, model: name, seed })), name);
        expect(fitted.converged).toBe(true);
        return parameterNames(name).map((key) => {
          const error = (fitted.standardErrors?.[key] ?? Number.NaN) / fitted.parameters[key];
          return Math.abs(Math.log(fitted.parameters[key] / SHOP.parameters[key])) / error;
        });
      });
      // Two standard errors hold 95.4 % of the time. Fewer than 88 % of so many would happen once in some hundred runs.
      const within = distances.filter((distance) => distance <= 2).length / distances.length;
      expect(within).toBeGreaterThanOrEqual(0.88);
      expect(Math.max(...distances)).toBeLessThan(4);
    },
  );

  it("of Gamma–Gamma are found within two standard errors, as often as that promises, over 20 seeds", () => {
    const truth = { p: 6, q: 4, v: 150_000 };
    const distances = SEEDS.flatMap((seed) => {
      const fitted = fitValueModel(historiesOf({ ...SHOP, model: "mbg-nbd", seed }));
      return (["p", "q", "v"] as const).map((key) => {
        const value = fitted?.parameters[key] ?? Number.NaN;
        const error = (fitted?.standardErrors?.[key] ?? Number.NaN) / value;
        return Math.abs(Math.log(value / truth[key])) / error;
      });
    });
    const within = distances.filter((distance) => distance <= 2).length / distances.length;
    expect(within).toBeGreaterThanOrEqual(0.88);
    expect(Math.max(...distances)).toBeLessThan(4);
  });
});
