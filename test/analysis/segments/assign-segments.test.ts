import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customersAt } from "../../../src/analysis/customers/customers-at.ts";
import { rfmCell, scoreCustomers } from "../../../src/analysis/scores/score-customers.ts";
import { assignSegments } from "../../../src/analysis/segments/assign-segments.ts";
import { compileScheme } from "../../../src/analysis/segments/scheme.ts";
import { standardScheme, standardSchemeFile } from "../../../src/analysis/segments/standard.ts";
import { someOrders } from "../../support/arbitrary-orders.ts";
import { dayOf, orderTable, tableOf } from "../../support/order-table.ts";

const asOf = dayOf("2024-05-10");
const two = customersAt(
  tableOf([
    ["gone", "2024-01-01", 10],
    ["here", "2024-05-09", 20],
    ["here", "2024-05-10", 20],
  ]),
  { asOf },
);

describe("assignSegments", () => {
  it("looks every customer's cell up in the scheme", () => {
    const segmented = assignSegments(scoreCustomers(two), standardScheme);
    expect([0, 1].map((customer) => rfmCell(segmented, customer))).toEqual(["111", "555"]);
    expect(Array.from(segmented.segment, (segment) => standardScheme.segments[segment]?.name)).toEqual([
      "Lost",
      "Champions",
    ]);
    expect(segmented.unreachable).toEqual([]);
  });

  it("names the segments that three levels cannot reach: every cell of Hibernating has a 2 in it", () => {
    expect(assignSegments(scoreCustomers(two, { levels: 3 }), standardScheme).unreachable).toEqual(["Hibernating"]);
  });

  it("names the segments that two levels cannot reach", () => {
    // 111 and 151 are Lost, 115 and 155 Cannot Lose Them, 511 New Customers, 515 Promising, 551 Potential Loyalist, 555 Champions
    expect(assignSegments(scoreCustomers(two, { levels: 2 }), standardScheme).unreachable).toEqual([
      "Loyal",
      "Need Attention",
      "About To Sleep",
      "At Risk",
      "Hibernating",
    ]);
  });

  it("reads each dimension's levels on its own", () => {
    const scheme = compileScheme({
      name: "made-up",
      levels: 3,
      segments: [
        { name: "Middle", frequency: [2, 2], meaning: "", action: "" },
        { name: "Rest", otherwise: true, meaning: "", action: "" },
      ],
    });
    const scored = (frequency: number) => scoreCustomers(two, { levels: { recency: 2, frequency, monetary: 2 } });
    expect(assignSegments(scored(2), scheme).unreachable).toEqual(["Middle"]);
    expect(assignSegments(scored(4), scheme).unreachable).toEqual([]); // scores 2 and 3 of 4 are read as 2
  });

  it("puts every customer into the one segment that claims the cell, whatever the history", () => {
    fc.assert(
      fc.property(someOrders, (lines) => {
        fc.pre(lines.some(({ amount }) => amount > 0));
        const orders = orderTable(lines);
        const segmented = assignSegments(scoreCustomers(customersAt(orders, { asOf: orders.lastDay })), standardScheme);
        expect(segmented.segment).toHaveLength(segmented.customers.length);
        for (let customer = 0; customer < segmented.customers.length; customer += 1) {
          const cell = rfmCell(segmented, customer);
          const claims = standardSchemeFile.segments.filter(({ cells }) => cells?.includes(cell));
          expect(claims).toHaveLength(1);
          expect(standardScheme.segments[segmented.segment[customer] ?? -1]?.name).toBe(claims[0]?.name);
        }
      }),
      { numRuns: 50 },
    );
  });
});
