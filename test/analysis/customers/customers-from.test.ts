import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { parseDay } from "../../../src/basics/calendar/days.ts";
import { EmptyInputError, InputError } from "../../../src/errors.ts";
import type { CustomerColumns } from "../../../src/orders/customer-columns.ts";
import type { OrderTable } from "../../../src/orders/order-table.ts";

const day = (text: string): number => parseDay(text) ?? Number.NaN;

const THREE: CustomerColumns = {
  length: 3,
  keys: ["b", "c", "a"],
  orders: Int32Array.of(1, 4, 2),
  lastDay: Int32Array.of(day("2024-05-01"), day("2024-05-31"), day("2024-03-01")),
  firstDay: null,
  spend: Float64Array.of(100_000, 800_000, -20_000),
};

function tableOf(customers: CustomerColumns): OrderTable {
  const none = new Int32Array(0);
  return {
    ...{ length: 0, customer: none, day: none, amount: new Float64Array(0), customers },
    ...{ customerKeys: customers.keys, firstDay: day("2024-03-01"), lastDay: day("2024-05-31") },
  };
}

describe("customers of whom only sums are known", () => {
  it("are a customer table by their ids, with recency to the as-of date", () => {
    const table = customersAt(tableOf(THREE), { asOf: day("2024-05-31") });
    expect(table.ids).toEqual(["a", "b", "c"]);
    expect([...table.recencyDays]).toEqual([91, 30, 0]);
    expect([...table.frequency]).toEqual([2, 1, 4]);
    expect([...table.monetaryValue]).toEqual([-20_000, 100_000, 800_000]);
    expect(table.knows).toEqual({ firstDay: false, singleOrders: false });
  });

  it("have an average of their orders where that is asked for", () => {
    const table = customersAt(tableOf(THREE), { asOf: day("2024-05-31"), monetary: "average" });
    expect([...table.monetaryValue]).toEqual([-10_000, 100_000, 200_000]);
  });

  it("are scored and put into segments like any others", () => {
    const { segment, scores } = segmentCustomers(tableOf(THREE), { asOf: day("2024-05-31") });
    expect([...scores.recency]).toEqual([1, 3, 5]);
    expect(segment).toHaveLength(3);
  });

  it("cannot be those of an earlier day, of a window or of purchase days", () => {
    const at = (options: Omit<Parameters<typeof customersAt>[1], "asOf">, asOf = "2024-05-31"): void => {
      customersAt(tableOf(THREE), { ...options, asOf: day(asOf) });
    };
    expect(() => at({}, "2024-05-30")).toThrow(/later orders do not count, and the newest is of 2024-05-31/);
    expect(() => at({ window: { count: 12, unit: "months" } })).toThrow(InputError);
    expect(() => at({ frequency: "days" })).toThrow(/days with an order are counted in the orders/);
    const nobody = { ...THREE, length: 0, keys: [], orders: Int32Array.of(), lastDay: Int32Array.of() };
    expect(() => customersAt(tableOf({ ...nobody, spend: null }), { asOf: 0 })).toThrow(EmptyInputError);
  });
});
