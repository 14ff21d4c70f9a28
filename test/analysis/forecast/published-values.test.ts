import { describe, expect, it } from "vitest";
import { discountedOrders } from "../../../src/analysis/forecast/discount.ts";
import { expectedOrderValue, fitValueModel } from "../../../src/analysis/forecast/gamma-gamma.ts";
import { groupHistories } from "../../../src/analysis/forecast/grouped-histories.ts";
import { NEW_CUSTOMER, probabilityAlive } from "../../../src/analysis/forecast/models/alive.ts";
import { type FittedModel, fitModel } from "../../../src/analysis/forecast/models/fit-model.ts";
import type { ModelName, PurchaseModel } from "../../../src/analysis/forecast/models/model-names.ts";
import { tailsOf } from "../../../src/analysis/forecast/models/order-distribution.ts";
import { expectedOrders, probabilityOfOrder } from "../../../src/analysis/forecast/models/prediction.ts";
import { CDNOW_WORD, cdnowCalibration, hasCdnow } from "./cdnow.ts";

/** The published values count in weeks; a density by the day is a seventh of one by the week. */
function inWeeks<T extends FittedModel>(fitted: T, repeats: number): T {
  const { parameters, standardErrors } = fitted;
  const alphaError = standardErrors?.alpha;
  return {
    ...fitted,
    parameters: { ...parameters, alpha: parameters.alpha / 7 },
    standardErrors: { ...standardErrors, ...(alphaError === undefined ? {} : { alpha: alphaError / 7 }) },
    logLikelihood: fitted.logLikelihood + repeats * Math.log(7),
  };
}

describe.skipIf(!hasCdnow)(`published values ${CDNOW_WORD}`, () => {
  const histories = hasCdnow ? cdnowCalibration() : null;
  const groups = histories === null ? null : groupHistories(histories);
  const fitted = (name: ModelName): FittedModel => {
    if (groups === null) throw new Error("no sample");
    return inWeeks(fitModel(groups, name), groups.totals.repeats);
  };
  const bg = groups === null ? null : fitted("bg-nbd");
  const model: PurchaseModel = bg ?? { name: "bg-nbd", parameters: { r: 1, alpha: 1, a: 1, b: 1 } };

  it("counts customers as the papers do", () => {
    expect(groups?.totals).toMatchObject({ customers: 2357, repeats: 2457 });
    expect(histories?.repeats.filter((x) => x === 0).length).toBe(1411);
  });

  it("fits BG/NBD as Fader, Hardie & Lee (2005) print it, with the standard errors of lifetimes' documentation", () => {
    const { r, alpha, a, b } = model.parameters;
    expect([r, alpha, a, b].map((value) => value.toFixed(4))).toEqual(["0.2426", "4.4136", "0.7929", "2.4259"]);
    expect(bg?.logLikelihood.toFixed(3)).toBe("-9582.429");
    const errors = bg?.standardErrors;
    expect([errors?.r, errors?.alpha, errors?.a, errors?.b].map((value) => value?.toFixed(3))).toEqual([
      "0.013",
      "0.378",
      "0.186",
      "0.705",
    ]);
  });

  it("fits MBG/NBD as lifetimes' tests have it", () => {
    const { parameters, logLikelihood } = fitted("mbg-nbd");
    const { r, alpha, a, b } = parameters;
    expect([r, alpha, a, b].map((value) => value.toFixed(3))).toEqual(["0.525", "6.183", "0.891", "1.614"]);
    expect(logLikelihood).toBeCloseTo(-9582.14, 2);
  });

  it.each([
    [1 / 7, "0.0078"],
    [1, "0.0532"],
    [3, "0.1506"],
    [31.8571, "1.0405"],
    [52, "1.4440"],
  ])("expects of a new customer within %f weeks %s orders", (weeks, expected) => {
    expect(expectedOrders(model, NEW_CUSTOMER, weeks).toFixed(4)).toBe(expected);
  });

  it("forecasts the customer (2, 30.43, 38.86) and the customer (1, 1.71, 38.86)", () => {
    const one = { repeats: 2, lastDays: 30.43, ageDays: 38.86 };
    expect(probabilityAlive(model, one)).toBeCloseTo(0.726609, 5);
    expect(expectedOrders(model, one, 39)).toBeCloseTo(1.226, 3);
    expect(probabilityOfOrder(model, one, 39)).toBeCloseTo(0.554607, 5);
    const other = { repeats: 1, lastDays: 1.71, ageDays: 38.86 };
    expect(probabilityAlive(model, other)).toBeCloseTo(0.212227, 4);
    expect(probabilityOfOrder(model, other, 39)).toBeCloseTo(0.116715, 5);
  });

  it("gives no order in 39 weeks the chance that BTYD's manual prints, with its rounded parameters", () => {
    const rounded = { ...model, parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
    expect(1 - probabilityOfOrder(rounded, NEW_CUSTOMER, 39)).toBeCloseTo(0.5737864, 6);
  });

  it("expects as many customers with 0 … 6 and 7 or more repeats as published", () => {
    const expected = new Float64Array(8);
    for (let group = 0; group < (groups?.length ?? 0); group += 1) {
      const tails = tailsOf(model, NEW_CUSTOMER, (groups?.ageDays[group] ?? 0) / 7);
      for (let count = 0; count < 8; count += 1) {
        const atLeast = count === 0 ? 1 : (tails[count - 1] ?? 0);
        const share = count === 7 ? atLeast : atLeast - (tails[count] ?? 0);
        expected[count] = (expected[count] ?? 0) + share * (groups?.customers[group] ?? 0);
      }
    }
    const published = [1407.68, 460.32, 192.46, 101.16, 59.85, 38.12, 25.55, 71.85];
    for (const [count, customers] of published.entries()) expect(expected[count]).toBeCloseTo(customers, 1);
  });

  it("fits Gamma–Gamma as Hardie's note 025 prints it, and values the first customers as lifetimes' documentation", () => {
    const values = histories === null ? null : fitValueModel(histories);
    const { p, q, v } = values?.parameters ?? { p: 0, q: 0, v: 0 };
    expect([p, q, v / 10_000].map((value) => value.toFixed(2))).toEqual(["6.25", "3.74", "15.44"]);
    expect((values?.logLikelihood ?? 0) + (values?.customers ?? 0) * Math.log(10_000)).toBeCloseTo(-4055.92, 2);
    const first = [0, 1, 2, 3, 4].map((index) =>
      expectedOrderValue({ p, q, v }, histories?.repeats[index] ?? 0, histories?.repeatSpend[index] ?? 0),
    );
    const published = [24.6586, 18.9115, 35.171, 35.171, 35.171];
    for (const [index, value] of published.entries()) expect((first[index] ?? 0) / 10_000).toBeCloseTo(value, 1);
  });

  it("values customer 1 over 12 months at 1% a month at 36.28", () => {
    const history = {
      repeats: histories?.repeats[0] ?? 0,
      lastDays: (histories?.lastDays[0] ?? 0) / 7,
      ageDays: (histories?.ageDays[0] ?? 0) / 7,
    };
    const month = 4.345;
    const orders = discountedOrders((weeks) => expectedOrders(model, history, weeks), {
      days: 12 * month,
      stepDays: month,
      yearlyRate: 1.01 ** (365.25 / month) - 1,
    });
    expect(orders * 24.6586).toBeCloseTo(36.28, 1);
  });
});
