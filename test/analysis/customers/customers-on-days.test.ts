import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomerTable } from "../../../src/analysis/customers/customer-table.ts";
import { customersAt, customersOnDays } from "../../../src/analysis/customers/customers-at.ts";
import { EmptyInputError } from "../../../src/errors.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable } from "../../support/order-table.ts";

type Options = Omit<Parameters<typeof customersAt>[1], "asOf">;

/** What is known of each customer, by id. */
function shown(table: CustomerTable | null): unknown {
  if (table === null) return null;
  const { ids, recencyDays, frequency, orders, ordersEver, spend, monetaryValue, firstOrderDay, outsideWindow } = table;
  const rows = ids.map((id, at) => [
    id,
    recencyDays[at],
    frequency[at],
    orders[at],
    ordersEver[at],
    spend[at],
    monetaryValue[at],
    firstOrderDay[at],
  ]);
  return { rows: rows.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)), outsideWindow };
}

function onOneDay(orders: OrderTable, asOf: number, options: Options): CustomerTable | null {
  try {
    return customersAt(orders, { ...options, asOf });
  } catch (error) {
    if (error instanceof EmptyInputError) return null;
    throw error;
  }
}

describe("customers on one day after another", () => {
  it.each<[string, Options]>([
    ["", {}],
    [" in a window", { window: { count: 60, unit: "days" } }],
    [" in a window of calendar months", { window: { count: 2, unit: "months" } }],
    [" in a window for frequency and money alone", { window: { count: 45, unit: "days" }, windowFor: "fm" }],
    [" by days and averages", { window: { count: 90, unit: "days" }, frequency: "days", monetary: "average" }],
  ])("are those of each day by itself%s", (_, options) => {
    const first = dayOf("2023-12-20");
    const days = fc.uniqueArray(fc.integer({ min: first, max: first + 330 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(someOrders, days, (lines, some) => {
        const orders = orderTable(lines);
        const ascending = some.toSorted((a, b) => a - b);
        const tables = [...customersOnDays(orders, ascending, options)].map(shown);
        expect(tables).toEqual(ascending.map((day) => shown(onOneDay(orders, day, options))));
      }),
      { numRuns: 60 },
    );
  });
});
