import { UTCDate } from "@date-fns/utc";
import { subDays, subMonths } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate, dayNumber, formatDay } from "../../../src/basics/calendar/days.ts";
import { formatSpan, parseSpan, type Span, windowEnd, windowStart } from "../../../src/basics/calendar/span.ts";
import { dayOf } from "../../support/order-table.ts";

function spanOf(text: string): Span {
  const span = parseSpan(text);
  if (span === null) throw new Error(`${text} is not a span`);
  return span;
}

describe("windowStart", () => {
  // (as-of + 1 day) − the span, both ends included
  it.each([
    ["2011-04-30", "1m", "2011-04-01"],
    ["2011-05-31", "1m", "2011-05-01"],
    ["2011-02-28", "1m", "2011-02-01"],
    ["2012-02-29", "1m", "2012-02-01"],
    ["2011-04-15", "1m", "2011-03-16"],
    ["2011-12-09", "12m", "2010-12-10"],
    ["2011-12-09", "1y", "2010-12-10"],
    ["2011-12-31", "1y", "2011-01-01"],
    ["2011-12-31", "4q", "2011-01-01"],
    ["2011-03-31", "1q", "2011-01-01"],
    ["2011-04-30", "1d", "2011-04-30"],
    ["2011-12-31", "365d", "2011-01-01"],
    ["2012-12-31", "366d", "2012-01-01"],
    ["2012-01-01", "1w", "2011-12-26"],
  ])("as of %s, %s begins on %s", (asOf, span, first) => {
    expect(formatDay(windowStart(dayOf(asOf), spanOf(span)))).toBe(first);
  });

  it("takes the last day of a month that is too short to count back to", () => {
    expect(formatDay(windowStart(dayOf("2011-03-30"), spanOf("1m")))).toBe("2011-02-28"); // 31 March − 1 month
    expect(formatDay(windowStart(dayOf("2012-03-30"), spanOf("1m")))).toBe("2012-02-29");
    expect(formatDay(windowStart(dayOf("2012-02-28"), spanOf("1y")))).toBe("2011-02-28"); // 29 February − 1 year
  });

  it("is as many days or weeks long as it says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 3000 }), (day, count) => {
        expect(day + 1 - windowStart(day, { count, unit: "days" })).toBe(count);
        expect(day + 1 - windowStart(day, { count, unit: "weeks" })).toBe(7 * count);
      }),
    );
  });

  it("agrees with date-fns on months, and a quarter is three, a year twelve of them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 60 }), (day, count) => {
        const { year, month, day: dayOfMonth } = civilDate(day);
        const start = subMonths(subDays(new UTCDate(year, month - 1, dayOfMonth), -1), count);
        const expected = dayNumber(start.getFullYear(), start.getMonth() + 1, start.getDate());
        expect(windowStart(day, { count, unit: "months" })).toBe(expected);
        expect(windowStart(day, { count, unit: "quarters" })).toBe(
          windowStart(day, { count: 3 * count, unit: "months" }),
        );
        expect(windowStart(day, { count, unit: "years" })).toBe(
          windowStart(day, { count: 12 * count, unit: "months" }),
        );
      }),
    );
  });
});

describe("parseSpan", () => {
  it("reads a whole number and a unit", () => {
    expect(parseSpan("12m")).toEqual({ count: 12, unit: "months" });
    expect(parseSpan("365d")).toEqual({ count: 365, unit: "days" });
    expect(parseSpan("26w")).toEqual({ count: 26, unit: "weeks" });
    expect(parseSpan("4q")).toEqual({ count: 4, unit: "quarters" });
    expect(parseSpan("1y")).toEqual({ count: 1, unit: "years" });
    expect(parseSpan(" 12M ")).toEqual({ count: 12, unit: "months" });
  });

  it.each(["", "m", "12", "0m", "-1m", "1.5y", "12 m", "12months", "1e3d", "m12"])("refuses %j", (text) => {
    expect(parseSpan(text)).toBeNull();
  });

  it("reads back what formatSpan writes", () => {
    for (const text of ["12m", "365d", "26w", "4q", "1y"]) expect(formatSpan(spanOf(text))).toBe(text);
  });
});

describe("windowEnd", () => {
  it.each([
    ["2011-04-01", { count: 1, unit: "months" }, "2011-04-30"],
    ["2011-01-31", { count: 1, unit: "months" }, "2011-02-27"],
    ["2011-06-01", { count: 90, unit: "days" }, "2011-08-29"],
    ["2011-06-01", { count: 4, unit: "quarters" }, "2012-05-31"],
    ["2012-02-29", { count: 1, unit: "years" }, "2013-02-27"],
  ] as const)("from %s for %o is %s", (first, span, last) => {
    expect(formatDay(windowEnd(dayOf(first), span))).toBe(last);
  });
});
