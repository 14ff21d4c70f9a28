import { describe, expect, it } from "vitest";
import { retentionByPeriod } from "../../../src/analysis/retention/retention-by-period.ts";
import { periodTrends } from "../../../src/render/sentences/period-trends.ts";
import { ENGLISH, FINNISH } from "../../support/languages.ts";
import { tableOf, type WrittenOrder } from "../../support/order-table.ts";

function trendsOf(orders: readonly WrittenOrder[], language = ENGLISH): readonly string[] {
  const table = tableOf(orders);
  return periodTrends(retentionByPeriod(table, { asOf: table.lastDay }), language);
}

describe("the trends under the table of periods", () => {
  const months = [
    ["a", "2024-01-01", 20],
    ["b", "2024-01-15", 20],
    ["a", "2024-02-29", 10],
    ["a", "2024-03-10", 5],
  ] as const;

  it("draw customers and revenue, and mark the month that is not over", () => {
    expect(trendsOf(months)).toEqual([
      "Customers  █▄▄*  2024-01 to 2024-03; lowest 1, highest 2",
      "Revenue    █▂▁*  lowest 10.00, highest 40.00",
      "* incomplete month, not counted in lowest and highest.",
    ]);
  });

  it("are in the language of the report", () => {
    expect(trendsOf(months, FINNISH)).toEqual([
      "Asiakkaita  █▄▄*  1/2024 – 3/2024; alin 1, ylin 2",
      "Myynti      █▂▁*  alin 10,00, ylin 40,00",
      "* kuukausi on kesken eikä ole mukana alimmassa eikä ylimmässä.",
    ]);
  });

  it("say that a month without data is unknown, not zero", () => {
    const gap = [months[0], ["a", "2024-03-31", 20], ["b", "2024-03-31", 20]] as const;
    expect(trendsOf(gap)[0]).toBe("Customers  ▄?█  2024-01 to 2024-03; lowest 1, highest 2");
    expect(trendsOf(gap)).toContain("? month without data.");
  });

  it("do not draw a revenue below zero", () => {
    const refunded = [...months, ["b", "2024-02-10", -50] as const];
    expect(trendsOf(refunded)[1]).toBe("Revenue    (not drawn: bars need two periods above zero and none below)");
  });

  it("are left out where there is one month", () => {
    expect(trendsOf([months[0]])).toEqual([]);
  });
});
