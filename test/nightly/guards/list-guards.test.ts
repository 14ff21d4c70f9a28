import { describe, expect, it } from "vitest";
import type { Guards } from "../../../src/nightly/config/guard-config.ts";
import { checkListGuards, type GuardedLists } from "../../../src/nightly/guards/list-guards.ts";
import { lastRunOf } from "../../support/guarded-runs.ts";

const NONE: Guards = {
  newestOrderDays: null,
  rowsPercent: null,
  segmentChangePercent: null,
  rejectsPercent: null,
  revenueChangePercent: null,
  noCustomerRowsPercent: null,
  noCustomerMoneyPercent: null,
  stopAtNew: null,
  emptyLists: null,
  consentPercent: null,
};

function listsOf(people: Readonly<Record<string, number>>, consent: GuardedLists["consent"] = null): GuardedLists {
  return { place: "lists", lists: Object.entries(people).map(([file, count]) => ({ file, people: count })), consent };
}

const before = lastRunOf({
  outputs: [
    { name: "lists/lost.csv", rows: 1200, bytes: 1, sha256: "" },
    { name: "lists/promising.csv", rows: 0, bytes: 1, sha256: "" },
  ],
});

describe("the guard of empty lists", () => {
  it("that stops at any names each list with nobody", () => {
    const guards: Guards = { ...NONE, emptyLists: "any" };
    const lists = [listsOf({ "lists/lost.csv": 1, "lists/promising.csv": 0 })];
    expect(checkListGuards(guards, lists, "none")).toEqual([
      { guard: "empty-lists", passed: false, text: "1 list is empty: lists/promising.csv" },
    ]);
    expect(checkListGuards(guards, [listsOf({ "lists/lost.csv": 1 })], "none")).toMatchObject([{ passed: true }]);
  });

  it("that stops at a new one passes a list that was empty before, and names one that had people", () => {
    const guards: Guards = { ...NONE, emptyLists: "new" };
    const same = [listsOf({ "lists/lost.csv": 1, "lists/promising.csv": 0, "lists/other.csv": 0 })];
    expect(checkListGuards(guards, same, before)).toMatchObject([{ passed: true }]);
    expect(checkListGuards(guards, [listsOf({ "lists/lost.csv": 0 })], before)).toEqual([
      {
        guard: "empty-lists",
        passed: false,
        text: "1 list is now empty: lists/lost.csv (1,200 in the last run)",
      },
    ]);
    expect(checkListGuards(guards, [listsOf({ "lists/lost.csv": 0 })], "none")).toMatchObject([{ passed: true }]);
    expect(checkListGuards(guards, [listsOf({ "lists/lost.csv": 0 })], "unreadable")).toMatchObject([
      { passed: false },
    ]);
  });
});

describe("the guard of consent", () => {
  const guards: Guards = { ...NONE, consentPercent: 40 };

  it("passes at its limit and fails below it: 40 of 100, then 39", () => {
    const of = (consented: number) => [listsOf({}, { customers: 100, consented })];
    expect(checkListGuards(guards, of(40), "none")).toMatchObject([{ passed: true }]);
    expect(checkListGuards(guards, of(39), "none")).toEqual([
      {
        guard: "consent-percent",
        passed: false,
        text: "lists: 39 of 100 customers have consented, 39% (at least 40%)",
      },
    ]);
  });

  it("says nothing of lists that ask for no consent", () => {
    expect(checkListGuards(guards, [listsOf({})], "none")).toEqual([]);
  });
});
