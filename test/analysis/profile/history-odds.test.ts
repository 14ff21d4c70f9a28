import { describe, expect, it } from "vitest";
import { historyOdds, logOddsRatio } from "../../../src/analysis/profile/history-odds.ts";
import { productAttribute } from "../../../src/analysis/profile/line-attributes.ts";
import { dayOf } from "../../support/order-table.ts";
import { type ShopOrder, shopTable } from "./shop.ts";

describe("logOddsRatio", () => {
  // mpmath 1.3 with 30 digits, from the equations of Monroe, Colaresi & Quinn (2008)
  it.each([
    { own: [30, 400], other: [20, 800], delta: 0.613003495112699, z: 2.91701688234112 },
    { own: [2, 400], other: [40, 800], delta: -0.736979652199081, z: -2.81229816002054 },
    { own: [0, 1000], other: [25, 100], delta: -2.13435729927595, z: -6.28023842226191 },
  ] as const)("gives $delta and $z for $own against $other", ({ own, other, delta, z }) => {
    const found = logOddsRatio(own, other);
    expect(found.delta).toBeCloseTo(delta, 12);
    expect(found.z).toBeCloseTo(z, 11);
  });

  it("is 0 where both groups give a value the same share, and changes its sign with the groups", () => {
    expect(logOddsRatio([10, 100], [30, 300]).delta).toBeCloseTo(0, 12);
    expect(logOddsRatio([5, 50], [9, 40]).z).toBeCloseTo(-logOddsRatio([9, 40], [5, 50]).z, 12);
  });
});

describe("historyOdds", () => {
  const of = (customer: string, product: string, times: number): readonly ShopOrder[] =>
    Array.from({ length: times }, () => ({ customer, day: "2024-01-05", lines: [[product, 1, 3]] }));
  const orders = shopTable([
    ...of("best", "A", 25),
    ...of("best", "B", 10),
    ...of("rest", "A", 5),
    ...of("rest", "B", 30),
    ...of("rest", "C", 19),
    { customer: "best", day: "2024-02-01", lines: [["A", -1, -3]] },
  ]);
  const customers = { customer: Int32Array.of(0, 1), isBest: Uint8Array.of(1, 0), best: 1, rest: 1 };

  it("counts the orders of both groups, no refunds, and leaves out what occurs fewer than 20 times", () => {
    const rows = historyOdds(orders, [productAttribute(orders.lines, orders.length)], {
      customers,
      asOf: dayOf("2024-03-01"),
    });
    expect(rows.map(({ value, best, rest }) => [value.value, value.name, best, rest])).toEqual([
      ["A", "Name of A", 25, 5],
      ["B", "Name of B", 10, 30],
    ]);
    expect(rows[0]?.delta).toBeCloseTo(logOddsRatio([25, 35], [5, 54]).delta, 12);
  });
});
