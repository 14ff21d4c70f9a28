import { UTCDate } from "@date-fns/utc";
import { getISOWeek, getISOWeekYear } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate, formatDay } from "../../../src/basics/calendar/days.ts";
import {
  PERIOD_KINDS,
  type PeriodKind,
  periodEnd,
  periodIndex,
  periodLabel,
  periodStart,
} from "../../../src/basics/calendar/period.ts";
import { dayOf } from "../../support/order-table.ts";

const anyDay = fc.integer({ min: dayOf("1900-01-01"), max: dayOf("2199-12-31") });

function labelOf(day: string, kind: PeriodKind): string {
  return periodLabel(periodIndex(dayOf(day), kind), kind);
}

function spanOf(day: string, kind: PeriodKind): readonly string[] {
  const index = periodIndex(dayOf(day), kind);
  return [formatDay(periodStart(index, kind)), formatDay(periodEnd(index, kind))];
}

describe("ISO weeks", () => {
  // ISO 8601: week 1 is the one with the year's first Thursday.
  it.each([
    ["2005-01-01", "2004-W53"],
    ["2005-12-31", "2005-W52"],
    ["2007-01-01", "2007-W01"],
    ["2007-12-31", "2008-W01"],
    ["2008-12-28", "2008-W52"],
    ["2008-12-29", "2009-W01"],
    ["2010-01-03", "2009-W53"],
    ["2010-01-04", "2010-W01"],
    ["2020-12-31", "2020-W53"],
    ["2021-01-03", "2020-W53"],
    ["2024-12-30", "2025-W01"],
  ])("%s is in %s", (day, week) => {
    expect(labelOf(day, "week")).toBe(week);
  });

  it("run from Monday to Sunday across the new year", () => {
    expect(spanOf("2010-01-01", "week")).toEqual(["2009-12-28", "2010-01-03"]);
  });

  it("agree with date-fns on any day", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = civilDate(day);
        const date = new UTCDate(year, month - 1, dayOfMonth);
        const week = `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, "0")}`;
        expect(periodLabel(periodIndex(day, "week"), "week")).toBe(week);
      }),
      { numRuns: 500 },
    );
  });

  it("agree with date-fns on every day around every new year of 1990 to 2050", () => {
    for (let year = 1990; year <= 2050; year += 1) {
      for (let offset = -7; offset <= 7; offset += 1) {
        const day = dayOf(`${year}-01-01`) + offset;
        const { year: y, month, day: dayOfMonth } = civilDate(day);
        const date = new UTCDate(y, month - 1, dayOfMonth);
        const week = `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, "0")}`;
        expect(periodLabel(periodIndex(day, "week"), "week")).toBe(week);
      }
    }
  });
});

describe("months, quarters and years", () => {
  it("are named as the data files name them", () => {
    expect(labelOf("2011-02-05", "month")).toBe("2011-02");
    expect(labelOf("2011-02-05", "quarter")).toBe("2011-Q1");
    expect(labelOf("2011-02-05", "year")).toBe("2011");
  });

  it("know which months make a quarter", () => {
    const days = ["01-01", "03-31", "04-01", "06-30", "07-01", "09-30", "10-01", "12-31"];
    expect(days.map((day) => labelOf(`2023-${day}`, "quarter").slice(-2))).toEqual(
      ["Q1", "Q1", "Q2", "Q2", "Q3", "Q3", "Q4", "Q4"], //
    );
    expect(spanOf("2024-02-29", "quarter")).toEqual(["2024-01-01", "2024-03-31"]);
    expect(spanOf("2024-11-11", "quarter")).toEqual(["2024-10-01", "2024-12-31"]);
  });

  it("end February on the leap day where there is one", () => {
    expect(spanOf("2012-02-10", "month")).toEqual(["2012-02-01", "2012-02-29"]);
    expect(spanOf("2011-02-10", "month")).toEqual(["2011-02-01", "2011-02-28"]);
    expect(spanOf("2012-02-10", "year")).toEqual(["2012-01-01", "2012-12-31"]);
  });

  it("number December and the January after it consecutively", () => {
    for (const kind of ["month", "quarter", "year"] as const) {
      expect(periodIndex(dayOf("2012-01-01"), kind) - periodIndex(dayOf("2011-12-31"), kind)).toBe(1);
    }
  });
});

describe("every kind of period", () => {
  it.each(PERIOD_KINDS)("%s: each day lies in its period, and the day after a period starts the next", (kind) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const index = periodIndex(day, kind);
        expect(periodStart(index, kind)).toBeLessThanOrEqual(day);
        expect(periodEnd(index, kind)).toBeGreaterThanOrEqual(day);
        expect(periodIndex(periodStart(index, kind), kind)).toBe(index);
        expect(periodIndex(periodEnd(index, kind), kind)).toBe(index);
        expect(periodIndex(periodEnd(index, kind) + 1, kind)).toBe(index + 1);
      }),
    );
  });
});
