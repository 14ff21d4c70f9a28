import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { measuresOnDays } from "../../../src/analysis/customers/measures-on-days.ts";
import { EmptyInputError } from "../../../src/errors.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable } from "../../support/order-table.ts";

type Options = Omit<Parameters<typeof customersAt>[1], "asOf">;
type Measures = readonly [recencyDays: number, frequency: number, monetaryValue: number];

const sorted = (all: readonly Measures[]): readonly string[] => all.map(String).toSorted();

function onOneDay(orders: OrderTable, asOf: number, options: Options): readonly string[] {
  try {
    const { recencyDays, frequency, monetaryValue } = customersAt(orders, { ...options, asOf });
    return sorted(
      Array.from(recencyDays, (days, at) => [days, frequency[at] as number, monetaryValue[at] as number] as const),
    );
  } catch (error) {
    if (error instanceof EmptyInputError) return [];
    throw error;
  }
}

describe("measures on one day after another", () => {
  it.each<[string, Options]>([
    ["", {}],
    [" in a window", { window: { count: 60, unit: "days" } }],
    [" in a window of calendar months", { window: { count: 2, unit: "months" } }],
    [" in a window for frequency and money alone", { window: { count: 45, unit: "days" }, windowFor: "fm" }],
    [" by days and averages", { window: { count: 90, unit: "days" }, frequency: "days", monetary: "average" }],
  ])("are those of each day by itself%s", (_, options) => {
    const first = dayOf("2023-12-20");
    const someDays = fc.uniqueArray(fc.integer({ min: first, max: first + 330 }), { minLength: 1, maxLength: 8 });
    const margins = fc.constantFrom(false, true);
    fc.assert(
      fc.property(someOrders, someDays, margins, (lines, some, hasMargin) => {
        const plain = orderTable(lines);
        const orders = hasMargin ? { ...plain, margin: plain.amount.map((amount) => Math.round(amount / 3)) } : plain;
        const days = some.toSorted((a, b) => a - b);
        const found = new Map<number, Measures[]>();
        const takeOn = (day: number): ((...measures: Measures) => void) => {
          const taken: Measures[] = [];
          found.set(day, taken);
          return (...measures) => taken.push(measures);
        };
        measuresOnDays(orders, days, { options, takeOn });
        expect([...found].map(([day, taken]) => [day, sorted(taken)])).toEqual(
          days.map((day) => [day, onOneDay(orders, day, options)]),
        );
      }),
      { numRuns: 60 },
    );
  });
});
