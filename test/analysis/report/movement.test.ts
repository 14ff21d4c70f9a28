import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSnapshots } from "../../../src/analysis/compare/compare-snapshots.ts";
import { snapshotOf } from "../../../src/analysis/compare/snapshot.ts";
import { movementOf } from "../../../src/analysis/report/movement.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { EmptyInputError } from "../../../src/errors.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf } from "../../support/order-table.ts";

const orders = tableOf([
  ["anna", "2024-03-01", 100],
  ["anna", "2024-04-20", 100],
  ["ben", "2024-02-01", 10],
  ["cara", "2024-04-25", 10],
]);
const asOf = dayOf("2024-04-30");

describe("movementOf", () => {
  it("looks back one period, and ends with the segments of the as-of date", () => {
    const later = segmentCustomers(orders, { asOf });
    const movement = movementOf(orders, later, { asOf });
    if (typeof movement === "string") throw new Error(movement);
    expect([movement.fromDay, movement.toDay]).toEqual([dayOf("2024-03-31"), asOf]);
    expect(movement.flows.filter(({ from }) => from === "new")).toMatchObject([{ customers: 1, moneyAfter: 100_000n }]);
    const before = movement.changes.reduce((sum, change) => sum + change.before, 0);
    const after = movement.changes.reduce((sum, change) => sum + change.after, 0);
    expect([before, after]).toEqual([2, 3]);
  });

  it("is not there where nobody had bought a period before, or where customers are ranked", () => {
    const early = dayOf("2024-02-20");
    expect(movementOf(orders, segmentCustomers(orders, { asOf: early }), { asOf: early })).toBe("too early");
    const ranked = segmentCustomers(orders, { asOf, method: "ntile" });
    expect(movementOf(orders, ranked, { asOf, method: "ntile" })).toBe("ranked");
  });

  it("agrees with a comparison customer by customer", () => {
    fc.assert(
      fc.property(someOrders, fc.boolean(), (lines, hasWindow) => {
        const table = orderTable(lines);
        const options = {
          asOf: table.lastDay,
          window: hasWindow ? ({ count: 2, unit: "months" } as const) : undefined,
        };
        let later: ReturnType<typeof segmentCustomers>;
        try {
          later = segmentCustomers(table, options);
        } catch (error) {
          if (error instanceof EmptyInputError) return;
          throw error;
        }
        const movement = movementOf(table, later, options);
        if (typeof movement === "string") return;
        const before = segmentCustomers(table, { ...options, asOf: movement.fromDay, frozen: later.scales });
        const compared = compareSnapshots(snapshotOf(before), snapshotOf(later));
        expect(movement.flows).toEqual(compared.flows);
        expect(movement.changes).toEqual(compared.changes);
      }),
      { numRuns: 100 },
    );
  });
});
