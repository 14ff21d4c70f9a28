import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenPurchases } from "../../../src/analysis/customers/kept-values.ts";
import { type FollowUpRow, followUp } from "../../../src/analysis/profile/follow-up.ts";
import { productAttribute } from "../../../src/analysis/profile/line-attributes.ts";
import { formatDay } from "../../../src/basics/calendar/days.ts";
import { dayOf } from "../../support/order-table.ts";
import "../../support/seed.ts";
import { type ShopOrder, shopTable } from "./shop.ts";

function followed(orders: readonly ShopOrder[], asOf: string): ReturnType<typeof followUp> {
  const table = shopTable(orders);
  const at = { asOf: dayOf(asOf) };
  const first = chosenPurchases(table, [], { ...at, of: "first purchase" });
  return followUp(table, [productAttribute(table.lines, table.length)], { first, ...at });
}

const dayAfter = (day: string, days: number): string => formatDay(dayOf(day) + days);
const people = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const buys = (customer: string, day: string, product: string, amount = 10): ShopOrder => ({
  ...{ customer, day },
  lines: [[product, 1, amount]],
});

describe("followUp", () => {
  const orders = [
    ...people("a", 30).map((one) => buys(one, "2024-01-10", "A")),
    ...people("a", 6).map((one) => buys(one, dayAfter("2024-01-10", 30), "B", 40)),
    ...people("a", 3).map((one) => buys(one, dayAfter("2024-01-10", 31), "C", 5)),
    buys("a0", dayAfter("2024-01-10", 45), "A", -10),
    ...people("new", 25).map((one) => buys(one, "2024-04-15", "N")),
    ...people("few", 19).map((one) => buys(one, "2024-01-10", "F")),
  ];
  const { rows, fewCustomers } = followed(orders, "2024-05-10");
  const row = (product: string, days: number): FollowUpRow | undefined =>
    rows.find(({ value, days: own }) => value.value === product && own === days);

  it("counts who ordered on a later day within so many days, and their revenue", () => {
    expect(row("A", 30)).toMatchObject({ customers: 30, followed: 30, again: 6, againRate: 0.2 });
    expect(row("A", 30)?.revenuePerCustomer).toBeCloseTo((30 * 10 + 6 * 40) / 30, 12);
    expect(row("A", 90)?.revenuePerCustomer).toBeCloseTo((30 * 10 + 6 * 40 + 3 * 5 - 10) / 30, 12);
  });

  it("gives the Wilson interval of 6 of 30", () => {
    expect(row("A", 30)?.againLow).toBeCloseTo(0.0951, 4);
    expect(row("A", 30)?.againHigh).toBeCloseTo(0.3731, 4);
  });

  it("is blank, never 0, for a product that was sold only in the last month", () => {
    expect(row("N", 30)).toMatchObject({ customers: 25, followed: 0, again: null, againRate: null });
    expect(row("N", 90)).toMatchObject({ followed: 0, againLow: null, againHigh: null, revenuePerCustomer: null });
  });

  it("leaves out products that fewer than 20 customers began with, and counts them", () => {
    expect(rows.some(({ value }) => value.value === "F")).toBe(false);
    expect(fewCustomers).toBe(1);
  });

  it("agrees with going through each customer's orders one by one", () => {
    const someOrder = fc.record({
      customer: fc.integer({ min: 0, max: 59 }),
      day: fc.integer({ min: 0, max: 500 }),
      product: fc.constantFrom("A", "B"),
      amount: fc.integer({ min: -5, max: 30 }).filter((amount) => amount !== 0),
    });
    fc.assert(
      fc.property(fc.array(someOrder, { minLength: 80, maxLength: 160 }), (drawn) => {
        const asOf = dayOf("2024-01-01") + 400;
        const written = drawn.map((one) =>
          buys(`c${one.customer}`, dayAfter("2024-01-01", one.day), one.product, one.amount),
        );
        for (const found of followed(written, formatDay(asOf)).rows) {
          expect(found).toMatchObject(naive(written, found, asOf));
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** The same by one filter after another; of several orders on the first day, the one that stands first. */
function naive(
  orders: readonly ShopOrder[],
  { value, days }: FollowUpRow,
  asOf: number,
): Pick<FollowUpRow, "customers" | "followed" | "again"> {
  const dated = orders.map((order) => ({ ...order, at: dayOf(order.day) })).filter(({ at }) => at <= asOf);
  const money = (order: ShopOrder): number => order.lines.reduce((sum, [, , amount]) => sum + amount, 0);
  const begun = [...new Set(dated.map(({ customer }) => customer))].flatMap((customer) => {
    const own = dated.filter((order) => order.customer === customer && money(order) > 0);
    const start = own.toSorted((a, b) => a.at - b.at)[0];
    return start === undefined || start.lines[0]?.[0] !== value.value ? [] : [{ own, start: start.at }];
  });
  const those = begun.filter(({ start }) => start + days <= asOf);
  const again = those.filter(({ own, start }) => own.some(({ at }) => at > start && at <= start + days)).length;
  return { customers: begun.length, followed: those.length, again: those.length < 20 ? null : again };
}
