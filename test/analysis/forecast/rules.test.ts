import { describe, expect, it } from "vitest";
import { historiesOn } from "../../../src/analysis/forecast/histories-on.ts";
import { learnClasses, quietThreshold } from "../../../src/analysis/forecast/rule-classes.ts";
import { predictByRules } from "../../../src/analysis/forecast/rules.ts";
import { timelinesOf } from "../../../src/analysis/retention/timelines.ts";
import { day, type Entry, historyOf } from "../retention/history.ts";

describe("quietThreshold", () => {
  it("is the silence that tells buyers from the others best", () => {
    const silences = Int32Array.of(1, 5, 9, 10, 40, 41, 90, 100);
    const outcome = Int32Array.of(1, 1, 2, 1, 0, 0, 0, 0);
    expect(quietThreshold(silences, outcome)).toBe(10);
  });
});

describe("learnClasses", () => {
  it("gives each class its own share and orders a head, and an empty one those of all", () => {
    const rates = learnClasses(Int32Array.of(0, 0, 0, 1), Int32Array.of(0, 0, 1, 3), 0.1);
    expect(rates[0]).toEqual({ share: 1.5 / 4, orders: 1 / 3, low: 0, high: 1 });
    expect(rates[1]).toEqual({ share: 1.5 / 2, orders: 3, low: 3, high: 3 });
    expect(rates[2]).toEqual({ share: 2.5 / 5, orders: 1, low: 0, high: 3 });
  });
});

describe("the simple rules", () => {
  // Every customer of January buys monthly in the first year; only the even ones go on in the second.
  const entries: Entry[] = Array.from({ length: 20 }, (_, customer) =>
    Array.from({ length: customer % 2 === 0 ? 30 : 12 }, (_month, index): Entry => {
      const [year, month] = [2020 + Math.floor(index / 12), (index % 12) + 1];
      return [`c${customer}`, `${year}-${String(month).padStart(2, "0")}-10`, 10];
    }),
  ).flat();
  const orders = historyOf(entries);
  const asOf = day("2022-06-10");
  const timelines = timelinesOf(orders, asOf);
  const everybody = Int32Array.from(orders.customerKeys.keys());
  const predict = (days: number) =>
    predictByRules(timelines, historiesOn(timelines, everybody, asOf), {
      asOf,
      days,
      firstDay: day("2020-01-10"),
      tail: 0.1,
    });

  it("repeat the last period, and the same period of last year where two years are covered", () => {
    const rules = predict(90);
    expect(rules.map(({ rule }) => rule)).toEqual(["hiatus", "last-period", "last-year"]);
    const lastPeriod = rules.find(({ rule }) => rule === "last-period");
    expect(Array.from(lastPeriod?.expectedOrders ?? []).slice(0, 2)).toEqual([3, 0]);
    const lastYear = rules.find(({ rule }) => rule === "last-year");
    // 11 June to 8 September 2021: 10 July and 10 August of those who went on, none of the others.
    expect(Array.from(lastYear?.expectedOrders ?? []).slice(0, 2)).toEqual([2, 0]);
  });

  it("tell the silent from the others, with the rates of an earlier day", () => {
    const hiatus = predict(90)[0];
    // Of ten in each class ten ordered, and none: (10 + ½) / 11 and ½ / 11.
    expect(hiatus?.orderProbability[0]).toBeCloseTo(10.5 / 11, 12);
    expect(hiatus?.orderProbability[1]).toBeCloseTo(0.5 / 11, 12);
    expect(hiatus?.expectedOrders[0]).toBe(3);
    expect(hiatus?.hiatusDays).toBeGreaterThanOrEqual(0);
  });

  it("look at nothing after the day of the forecast", () => {
    const early = day("2021-06-10");
    const known = timelinesOf(orders, early);
    const options = { asOf: early, days: 60, firstDay: day("2020-01-10"), tail: 0.1 };
    const cut = predictByRules(known, historiesOn(known, everybody, early), options);
    const whole = predictByRules(timelines, historiesOn(timelines, everybody, early), options);
    expect(whole).toEqual(cut);
  });
});
