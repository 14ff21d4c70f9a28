import { describe, expect, it } from "vitest";
import { DUE_STATES, usualGaps } from "../../../src/analysis/forecast/usual-gaps.ts";
import { timelinesOf } from "../../../src/analysis/retention/timelines.ts";
import { day, type Entry, historyOf } from "../retention/history.ts";

const BOUGHT: readonly Entry[] = ["2020-01-01", "2020-01-11", "2020-01-31", "2020-03-01"].map((on) => ["a", on, 5]);

function stateOn(asOf: string, lapseGap: number | null, entries: readonly Entry[] = BOUGHT): readonly unknown[] {
  const timelines = timelinesOf(historyOf(entries), day(asOf));
  const { gapDays, due } = usualGaps(timelines, { customers: Int32Array.of(0), asOf: day(asOf), lapseGap });
  return [gapDays[0], DUE_STATES[due[0] ?? -1] ?? null];
}

describe("usualGaps", () => {
  // Gaps of 10, 20 and 30 days: the usual one is 20, the longest 30.
  it.each([
    ["2020-03-20", "no"],
    ["2020-03-21", "due"],
    ["2020-03-31", "due"],
    ["2020-04-01", "overdue"],
    ["2020-05-10", "overdue"],
    ["2020-05-11", "lapsed"],
  ])("on %s says %s", (asOf, state) => {
    expect(stateOn(asOf, 70)).toEqual([20, state]);
  });

  it("knows no rhythm with fewer than three gaps; orders on one day leave none, refunds do not count", () => {
    const same: Entry[] = [...BOUGHT.slice(0, 3), ["a", "2020-01-31", 7], ["a", "2020-02-10", -3]];
    expect(stateOn("2020-03-31", 70, same)).toEqual([Number.NaN, null]);
  });
});
