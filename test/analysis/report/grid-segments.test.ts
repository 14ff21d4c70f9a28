import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gridSegments } from "../../../src/analysis/report/grid-segments.ts";
import { compileScheme } from "../../../src/analysis/segments/scheme.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import { EmptyInputError } from "../../../src/errors.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf } from "../../support/order-table.ts";

describe("gridSegments", () => {
  it("names the segment that most customers of a cell are in, the first of equal ones, and none where nobody is", () => {
    const texts = { meaning: "", action: "" };
    const scheme = compileScheme({
      name: "money",
      levels: 2,
      segments: [
        { name: "Much", ...texts, monetary: [2, 2] },
        { name: "Little", ...texts, otherwise: true },
      ],
    });
    const orders = tableOf([
      ["anna", "2024-05-01", 50], // R2 F1, Much
      ["ben", "2024-05-01", 5], // R2 F1, Little: as many
      ["cara", "2024-01-01", 5], // R1 F1, Little
      ["dora", "2024-01-01", 5], // R1 F1, Little
      ["ella", "2024-01-01", 50], // R1 F1, Much
    ]);
    const cutPoints = { recency: [31], frequency: [1], monetary: [100_000] };
    const segmented = segmentCustomers(orders, { asOf: dayOf("2024-05-02"), scheme, cutPoints });
    expect(gridSegments(segmented)).toEqual([
      [1, null],
      [0, null],
    ]);
  });

  it("has a segment exactly where there are customers, and one that a customer of the cell is in", () => {
    fc.assert(
      fc.property(someOrders, (lines) => {
        const table = orderTable(lines);
        try {
          const segmented = segmentCustomers(table, { asOf: table.lastDay });
          const { recency, frequency } = segmented.scores;
          for (const [r, row] of gridSegments(segmented).entries()) {
            for (const [f, own] of row.entries()) {
              const members = Array.from(segmented.segment).filter(
                (_, at) => recency[at] === r + 1 && frequency[at] === f + 1,
              );
              expect(own === null ? members : members.includes(own)).toEqual(own === null ? [] : true);
            }
          }
        } catch (error) {
          if (!(error instanceof EmptyInputError)) throw error;
        }
      }),
      { numRuns: 50 },
    );
  });
});
