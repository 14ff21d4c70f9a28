import { describe, expect, it } from "vitest";
import type { CustomersAtOptions } from "../../../src/analysis/customers/customer-table.ts";
import { reasonsAt } from "../../../src/analysis/ledger/reasons-at.ts";
import {
  type OrderEntries,
  reasonCode,
  reasonOfCode,
  SET_ASIDE_REASONS,
  type SetAsideReason,
} from "../../../src/orders/ledger/entries.ts";
import { orderEntries } from "../../support/order-entries.ts";
import { dayOf } from "../../support/order-table.ts";

function reasons(entries: OrderEntries, options: CustomersAtOptions): readonly (SetAsideReason | null)[] {
  return Array.from(reasonsAt(entries, options), reasonOfCode);
}

const april = { asOf: dayOf("2024-04-30"), window: { count: 1, unit: "months" } } as const;

describe("reason codes", () => {
  it("are 1 for the first reason, and 0 for an entry that counts", () => {
    expect(SET_ASIDE_REASONS.map((reason) => reasonOfCode(reasonCode(reason)))).toEqual(SET_ASIDE_REASONS);
    expect(reasonOfCode(0)).toBeNull();
  });

  it("stand in the order in which the reasons apply", () => {
    const inOrder: readonly SetAsideReason[] = [
      "wrong number of fields",
      "unreadable date",
      "unreadable amount",
      "no amount",
      "test order",
      "status",
      "filtered",
      "excluded line",
      "other currency",
      "duplicate",
      "two customers",
      "after as-of",
      "before window",
      "no customer",
      "zero amount",
      "no purchase",
    ];
    expect(SET_ASIDE_REASONS.filter((reason) => inOrder.includes(reason))).toEqual(inOrder);
  });
});

describe("reasonsAt", () => {
  it("names what the as-of date and the window leave out", () => {
    const entries = orderEntries([
      { customer: "anna", day: dayOf("2024-03-31"), net: 10 },
      { customer: "anna", day: dayOf("2024-04-01"), net: 10 },
      { customer: "anna", day: dayOf("2024-04-30"), net: -5 },
      { customer: "anna", day: dayOf("2024-05-01"), net: 10 },
    ]);
    expect(reasons(entries, april)).toEqual(["before window", null, null, "after as-of"]);
  });

  it("takes the first reason that applies", () => {
    const entries = orderEntries([
      { customer: null, day: dayOf("2024-05-01"), net: 0 },
      { customer: null, day: dayOf("2024-03-31"), net: 0 },
      { customer: null, day: dayOf("2024-04-05"), net: 0 },
      { customer: "ben", day: dayOf("2024-04-05"), net: 0 },
      { customer: "ben", day: dayOf("2024-04-05"), net: -1 },
      { customer: "ben", day: dayOf("2024-05-05"), net: 10, reason: "status" },
    ]);
    expect(reasons(entries, april)).toEqual([
      "after as-of",
      "before window",
      "no customer",
      "zero amount",
      "no purchase",
      "status",
    ]);
  });

  it("counts refunds of customers who bought in the window, and no others", () => {
    const entries = orderEntries([
      { customer: "anna", day: dayOf("2024-03-31"), net: 10 },
      { customer: "anna", day: dayOf("2024-04-05"), net: -3 },
    ]);
    expect(reasons(entries, april)).toEqual(["before window", "no purchase"]);
    expect(reasons(entries, { asOf: april.asOf })).toEqual([null, null]);
  });

  it("counts refunds inside the window of everyone who ever bought, with window-for fm", () => {
    const entries = orderEntries([
      { customer: "anna", day: dayOf("2024-03-31"), net: 10 },
      { customer: "anna", day: dayOf("2024-04-05"), net: -3 },
    ]);
    expect(reasons(entries, { ...april, windowFor: "fm" })).toEqual(["before window", null]);
  });

  it("does not take purchases that were set aside for purchases", () => {
    const entries = orderEntries([
      { customer: "anna", day: dayOf("2024-04-01"), net: 10, reason: "status" },
      { customer: "anna", day: dayOf("2024-04-05"), net: -3 },
      { customer: "ben", day: dayOf("2024-05-01"), net: 10 },
      { customer: "ben", day: dayOf("2024-04-05"), net: -3 },
    ]);
    expect(reasons(entries, april)).toEqual(["status", "no purchase", "after as-of", "no purchase"]);
  });

  it("leaves the reader's own reasons as they are", () => {
    const entries = orderEntries([{ reason: "blank line" }, { reason: "unreadable date" }]);
    const before = Array.from(entries.reason);
    expect(reasons(entries, april)).toEqual(["blank line", "unreadable date"]);
    expect(Array.from(entries.reason)).toEqual(before);
  });
});
