import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSnapshots } from "../../../src/analysis/compare/compare-snapshots.ts";
import { directedFlows, directionOf, movedBy } from "../../../src/analysis/compare/direction.ts";
import { snapshotOf } from "../../../src/analysis/compare/snapshot.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { EmptyInputError } from "../../../src/errors.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf } from "../../support/order-table.ts";

describe("the direction of a move", () => {
  it.each([
    ["to an earlier segment with an order", 3, 1, true, "up"],
    ["to an earlier segment without one, as At Risk is reached from Hibernating", 9, 7, false, "aside"],
    ["to a later segment without an order", 1, 3, false, "down"],
    ["to a later segment with one, as Promising is reached from New Customers", 3, 4, true, "aside"],
    ["nowhere", 2, 2, true, null],
    ["into the segments", "new", 2, true, null],
    ["out of them", 2, "lapsed", false, null],
  ] as const)("%s", (_what, from, to, hasOrdered, direction) => {
    expect(directionOf(from, to, hasOrdered)).toBe(direction);
  });
});

const cuts = {
  recency: [10, 30, 60, 120],
  frequency: [1, 2, 3, 4],
  monetary: [100, 200, 300, 400].map((v) => v * 1e4),
};

describe("who moved", () => {
  it("parts those of one flow who ordered from those who did not, with their money", () => {
    const orders = tableOf([
      ["silent", "2024-01-01", 50],
      ["buyer", "2024-01-01", 50],
      ["buyer", "2024-03-01", 60],
      ["buyer", "2024-03-02", 10],
      ["stays", "2024-02-28", 20],
    ]);
    const at = (asOf: string) => snapshotOf(segmentCustomers(orders, { asOf: dayOf(asOf), cutPoints: cuts }));
    const comparison = compareSnapshots(at("2024-02-01"), at("2024-03-10"));
    const { up, down } = movedBy(comparison.flows);
    expect(up).toEqual({ customers: 1, money: 1_200_000n });
    expect(down).toEqual({ customers: 1, money: 500_000n });
    expect(comparison.moves.find(({ id }) => id === "silent")?.hasOrdered).toBe(false);
  });

  it("nobody up, and nobody among the risers, without an order in between", () => {
    fc.assert(
      fc.property(someOrders, fc.boolean(), (lines, frozen) => {
        const table = orderTable(lines);
        const { firstDay: early, lastDay: late } = table;
        const middle = Math.floor((early + late) / 2);
        try {
          const after = segmentCustomers(table, { asOf: late });
          const before = segmentCustomers(table, { asOf: middle, frozen: frozen ? after.scales : undefined });
          const comparison = compareSnapshots(snapshotOf(before), snapshotOf(after));
          const ordered = new Set(
            lines.filter(({ day, amount }) => amount > 0 && day > middle).map(({ customer }) => customer),
          );
          const up = comparison.moves.filter(
            ({ from, to, id }) => typeof from === "number" && typeof to === "number" && to < from && ordered.has(id),
          );
          expect(movedBy(comparison.flows).up.customers).toBe(up.length);
          for (const { id } of comparison.risers) expect(ordered.has(id)).toBe(true);
          if (frozen) expect(comparison.raisedByOthers).toBe(0);
          const moved = directedFlows(comparison.flows).reduce((sum, flow) => sum + flow.customers, 0);
          expect(moved).toBe(
            comparison.moves.filter(({ from, to }) => typeof from === "number" && typeof to === "number").length,
          );
        } catch (error) {
          if (!(error instanceof EmptyInputError)) throw error;
        }
      }),
    );
  });
});
