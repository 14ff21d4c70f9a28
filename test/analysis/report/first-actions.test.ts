import { describe, expect, it } from "vitest";
import { concentrationOf } from "../../../src/analysis/report/concentration.ts";
import { firstChoices } from "../../../src/analysis/report/first-actions.ts";
import { firstActions, firstGroups } from "../../../src/analysis/report/first-groups.ts";
import { segmentCustomers } from "../../../src/analysis/segments/segment-customers.ts";
import type { Yardstick } from "../../../src/analysis/segments/yardstick.ts";
import { dayOf, tableOf, type WrittenOrder } from "../../support/order-table.ts";
import { summaries } from "../../support/segment-summaries.ts";

const LAPSED = { finding: { kind: "silent" }, hasBestFifth: true, orderedOnce: 5 } as const;
const HEALTHY = { ...LAPSED, finding: { kind: "best fifth" } } as const;

describe("firstChoices", () => {
  it("begins with all who have lapsed, keeps the best segment, and leads the largest of those who ordered once on", () => {
    const segments = summaries([
      [900n, ["recent", "often"], "best"],
      [300n, ["recent", "once"], "growing", 40],
      [200n, ["recent", "once"], "growing", 41],
      [999n, ["silent", "once"], "quiet", 99],
      [500n, ["silent"], "slipping"],
    ]);
    expect(firstChoices(segments, { ...LAPSED, priorities: { best: 0, slipping: 4, next: 1 } })).toEqual([
      { kind: "win back", group: "lapsed" },
      { kind: "keep", group: 0 },
      { kind: "second order", group: 2 },
    ]);
  });

  it("takes the first of equal ones, and none that is named already or brought nothing", () => {
    const segments = summaries([
      [900n, ["recent", "once"], "best", 90],
      [0n, ["recent", "once"], "growing", 80],
      [5n, ["recent", "once"], "growing", 7],
      [6n, ["recent", "once"], "growing", 7],
    ]);
    expect(firstChoices(segments, { ...LAPSED, priorities: { best: 0, slipping: null, next: 3 } })).toEqual([
      { kind: "win back", group: "lapsed" },
      { kind: "keep", group: 0 },
      { kind: "second order", group: 2 },
    ]);
  });

  it("begins with the best fifth where the headline is about it, and wins back a silent segment last", () => {
    const segments = summaries([
      [900n, ["recent"], "best"],
      [800n, ["recent"], "growing"],
      [10n, ["silent", "less"], "quiet"],
    ]);
    const priorities = { best: 0, slipping: 2, next: 1 };
    expect(firstChoices(segments, { ...HEALTHY, priorities })).toEqual([
      { kind: "keep", group: "best fifth" },
      { kind: "second order", group: "ordered once" },
      { kind: "win back", group: 2 },
    ]);
    expect(firstChoices(segments, { ...HEALTHY, orderedOnce: 0, priorities })[1]).toEqual({
      kind: "next order",
      group: 1,
    });
    expect(firstChoices(segments, { ...HEALTHY, hasBestFifth: false, priorities })[0]).toEqual({
      kind: "keep",
      group: 0,
    });
  });

  it("names no segment where nothing may be said of any: the best fifth, and those who ordered only once", () => {
    const segments = summaries([[9n, null, "best"]]);
    const priorities = { best: null, slipping: null, next: null };
    expect(firstChoices(segments, { ...HEALTHY, priorities })).toEqual([
      { kind: "keep", group: "best fifth" },
      { kind: "second order", group: "ordered once" },
    ]);
    expect(firstChoices(segments, { ...HEALTHY, hasBestFifth: false, orderedOnce: 0, priorities })).toEqual([]);
  });
});

/** Six customers: two have lapsed, one of them with little spend; two ordered once, one of them has lapsed. */
const ORDERS: readonly WrittenOrder[] = [
  ["gone", "2024-01-01", 70],
  ["gone", "2024-01-11", 20],
  ["gone-small", "2024-01-01", 10],
  ["once", "2024-06-20", 80],
  ["here", "2024-06-01", 25],
  ["here", "2024-06-30", 25],
  ["here-too", "2024-06-01", 15],
  ["here-too", "2024-06-29", 15],
  ["large", "2024-06-01", 50],
  ["large", "2024-06-28", 60],
];
const YARDSTICK: Yardstick = {
  lapseDays: 100,
  repeaters: 30,
  historyDays: 400,
  asOf: dayOf("2024-06-30"),
  customers: 60,
  medianSpend: 650_000, // between 50 and 80
  windowStart: null,
  untold: null,
};
const CHOICES = [
  { kind: "win back", group: "lapsed" },
  { kind: "keep", group: "best fifth" },
] as const;
const UNTOLD: Yardstick = { ...YARDSTICK, untold: "short history" };

describe("the groups to begin with", () => {
  const segmented = segmentCustomers(tableOf(ORDERS), { asOf: dayOf("2024-06-30") });
  const topFifth = concentrationOf(segmented.customers)?.topFifth ?? null;
  const idsIn = (group: readonly number[]): readonly string[] => group.map((at) => segmented.customers.ids[at] ?? "");

  it("are good customers who have lapsed, the best fifth, and those who ordered only once and have not lapsed", () => {
    const groups = firstGroups(segmented, { yardstick: YARDSTICK, topFifth });
    expect(idsIn(groups.lapsed)).toEqual(["gone"]);
    expect(idsIn(groups["best fifth"])).toEqual(["gone", "large"]);
    expect(idsIn(groups["ordered once"])).toEqual(["once"]);
  });

  it("have all who ordered only once where it cannot be told who has lapsed", () => {
    const groups = firstGroups(segmented, { yardstick: UNTOLD, topFifth });
    expect([idsIn(groups.lapsed), idsIn(groups["ordered once"])]).toEqual([[], ["gone-small", "once"]]);
  });

  it("have no best fifth where customers tie at its end, for a list of them has all who tie", () => {
    const tied = segmentCustomers(tableOf([...ORDERS, ["tied", "2024-06-30", 90]]), { asOf: dayOf("2024-06-30") });
    const fifth = concentrationOf(tied.customers)?.topFifth ?? null;
    expect(firstGroups(tied, { yardstick: YARDSTICK, topFifth: fifth })["best fifth"]).toEqual([]);
  });

  it("come with their figures, and with how many are in the first one, too", () => {
    const groups = firstGroups(segmented, { yardstick: YARDSTICK, topFifth });
    const [first, second] = firstActions(CHOICES, segmented, { groups, permission: null });
    const lapsed = { customers: 1, revenue: 900_000n, medianRecencyDays: 171 };
    expect(first).toMatchObject({ kind: "win back", group: "lapsed", ...lapsed, mayBeWrittenTo: null, alsoFirst: 0 });
    expect(first?.revenueShare).toBeCloseTo(90 / 370, 12);
    expect(second).toMatchObject({ customers: 2, revenue: 2_000_000n, medianRecencyDays: 86.5, alsoFirst: 1 });
  });

  it("count who may be written to, and of these alone who is on the first list, too", () => {
    const groups = firstGroups(segmented, { yardstick: YARDSTICK, topFifth });
    const withoutGone = { isAllowed: Uint8Array.from(segmented.customers.ids, (id) => (id === "gone" ? 0 : 1)) };
    const permission = { ...withoutGone, options: [], consent: null, exclusions: null };
    const [first, second] = firstActions(CHOICES, segmented, { groups, permission });
    expect(first).toMatchObject({ customers: 1, mayBeWrittenTo: 0, alsoFirst: 0 });
    expect(second).toMatchObject({ customers: 2, revenue: 2_000_000n, mayBeWrittenTo: 1, alsoFirst: 0 });
  });
});
