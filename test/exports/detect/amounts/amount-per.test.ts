import { describe, expect, it } from "vitest";
import { AmountTally, amountDecision } from "../../../../src/exports/detect/amounts/amount-per.ts";
import type { AmountPer } from "../../../../src/exports/detect/columns/columns.ts";

/** What orders with these amounts on their rows decide. */
function decided(per: AmountPer, ...orders: readonly (readonly number[])[]): "order" | "line" | null {
  const tally = new AmountTally<number>();
  for (const [at, amounts] of orders.entries()) tally.note(amounts, () => at);
  return amountDecision({ per, column: "amount" }, tally)?.per ?? null;
}

describe("whether an amount is the order's or the line's", () => {
  it("is the order's where no order has two rows", () => {
    expect(decided("undecided", [5], [7])).toBe("order");
    expect(decided("order", [5])).toBe("order");
  });

  it("is told by rows that differ: they are lines", () => {
    expect(decided("undecided", [5, 7], [3, 3])).toBe("line");
    expect(decided("order", [5, 7])).toBe("line");
  });

  it("is open where all rows agree and the name says nothing", () => {
    expect(decided("undecided", [5, 5], [7])).toBeNull();
    expect(decided("order", [5, 5])).toBe("order");
  });

  it("is open where the name says the order's, and some orders agree while others differ", () => {
    expect(decided("order", [5, 5], [3, 4])).toBeNull();
  });

  it("is the line's where the name says so, whatever the rows have", () => {
    expect(decided("line", [5, 5])).toBe("line");
  });

  it("keeps the first example of each kind", () => {
    const tally = new AmountTally<string>();
    for (const [name, amounts] of [
      ["a", [1]],
      ["b", [2, 2]],
      ["c", [3, 3]],
      ["d", [1, 2]],
    ] as const) {
      tally.note(amounts, () => name);
    }
    expect(tally).toMatchObject({ agreeing: 2, differing: 1, agreeingExample: "b", differingExample: "d" });
  });
});
