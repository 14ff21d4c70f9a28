import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { timelinesOf } from "../../../src/analysis/retention/timelines.ts";
import { EmptyInputError, InputError } from "../../../src/errors.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable } from "../../support/order-table.ts";

type Options = Parameters<typeof customersAt>[1];

function customersOf(orders: OrderTable, options: Options): unknown {
  try {
    return { ...customersAt(orders, options) };
  } catch (error) {
    if (error instanceof EmptyInputError) return error.message;
    throw error;
  }
}

const LARGE = 800_000_000_000; // twice this is more than a double counts in 1/10,000

describe("customers of orders that were sorted into timelines before", () => {
  it.each<[string, Omit<Options, "asOf">]>([
    ["", {}],
    [" in a window", { window: { count: 60, unit: "days" } }],
    [" in a window for frequency and money alone", { window: { count: 45, unit: "days" }, windowFor: "fm" }],
  ])("are those of the orders themselves, as of the same day or an earlier one%s", (_, options) => {
    const someDay = fc.integer({ min: dayOf("2023-12-20"), max: dayOf("2024-11-20") });
    fc.assert(
      fc.property(someOrders, someDay, fc.nat(120), (lines, asOf, ahead) => {
        const sorted = orderTable(lines);
        timelinesOf(sorted, asOf + ahead);
        expect(customersOf(sorted, { ...options, asOf })).toEqual(customersOf(orderTable(lines), { ...options, asOf }));
      }),
      { numRuns: 80 },
    );
  });

  it("does not ask timelines that end before the day", () => {
    const orders = orderTable([
      { customer: "anna", day: 10, amount: 5 },
      { customer: "anna", day: 20, amount: 7 },
    ]);
    timelinesOf(orders, 15);
    expect([...customersAt(orders, { asOf: 20 }).orders]).toEqual([2]);
  });

  it("refuses money that does not add up exactly", () => {
    const orders = orderTable([
      { customer: "anna", day: 10, amount: LARGE },
      { customer: "anna", day: 20, amount: LARGE },
    ]);
    timelinesOf(orders, 20);
    expect(() => customersAt(orders, { asOf: 20 })).toThrow(InputError);
  });
});
