import { UTCDate } from "@date-fns/utc";
import { addDays, differenceInCalendarDays } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDate, dayNumber, formatDay, isCivilDate, parseDay } from "../../../src/basics/calendar/days.ts";

const EPOCH = new UTCDate(1970, 0, 1);
const DAYS_1900_TO_2199 = { min: -25_567, max: 84_005 }; // 70 years before the epoch with 17 leap days, 230 after with 55

/** A real day of the years 1900 … 2199, as date-fns knows it. */
const anyDate = fc.integer(DAYS_1900_TO_2199).map((days) => addDays(EPOCH, days));

describe("dayNumber", () => {
  it("counts whole days since 1970-01-01", () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(1970, 1, 2)).toBe(1);
    expect(dayNumber(1969, 12, 31)).toBe(-1);
    expect(dayNumber(1971, 1, 1)).toBe(365);
    expect(dayNumber(1973, 1, 1)).toBe(365 + 365 + 366); // 1972 is a leap year
  });

  it("knows the edges of the years that exports may name: 1900 to 2199", () => {
    expect(dayNumber(1900, 1, 1)).toBe(DAYS_1900_TO_2199.min);
    expect(dayNumber(2199, 12, 31)).toBe(DAYS_1900_TO_2199.max);
  });

  it("steps over 29 February in leap years only", () => {
    expect(dayNumber(2012, 3, 1) - dayNumber(2012, 2, 28)).toBe(2);
    expect(dayNumber(2011, 3, 1) - dayNumber(2011, 2, 28)).toBe(1);
    expect(dayNumber(2000, 3, 1) - dayNumber(2000, 2, 28)).toBe(2); // divisible by 400
    expect(dayNumber(1900, 3, 1) - dayNumber(1900, 2, 28)).toBe(1); // by 100 only
    expect(dayNumber(2100, 3, 1) - dayNumber(2100, 2, 28)).toBe(1);
  });

  it("agrees with date-fns on any day of 1900 to 2199", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dayNumber(date.getFullYear(), date.getMonth() + 1, date.getDate())).toBe(
          differenceInCalendarDays(date, EPOCH),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe("civilDate", () => {
  it("is the inverse of dayNumber on every day of 1900 to 2199", () => {
    for (let day = DAYS_1900_TO_2199.min; day <= DAYS_1900_TO_2199.max; day += 1) {
      const { year, month, day: dayOfMonth } = civilDate(day);
      if (dayNumber(year, month, dayOfMonth) !== day) expect.unreachable(`day ${day} does not come back`);
    }
  });

  it("agrees with date-fns", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(civilDate(differenceInCalendarDays(date, EPOCH))).toEqual({
          year: date.getFullYear(),
          month: date.getMonth() + 1,
          day: date.getDate(),
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("names the leap day", () => {
    expect(civilDate(dayNumber(2012, 2, 28) + 1)).toEqual({ year: 2012, month: 2, day: 29 });
  });
});

describe("isCivilDate", () => {
  it("takes 29 February in leap years only", () => {
    expect(isCivilDate(2012, 2, 29)).toBe(true);
    expect(isCivilDate(2011, 2, 29)).toBe(false);
    expect(isCivilDate(2000, 2, 29)).toBe(true);
    expect(isCivilDate(2100, 2, 29)).toBe(false);
    expect(isCivilDate(2012, 2, 30)).toBe(false);
  });

  it("refuses months and days that no calendar has", () => {
    expect(isCivilDate(2011, 0, 1)).toBe(false);
    expect(isCivilDate(2011, 13, 1)).toBe(false);
    expect(isCivilDate(2011, 1, 0)).toBe(false);
    expect(isCivilDate(2011, 1, 32)).toBe(false);
    expect(isCivilDate(2011, 4, 31)).toBe(false);
    expect(isCivilDate(2011, 4, 30)).toBe(true);
  });
});

describe("parseDay and formatDay", () => {
  it("read and write ISO 8601 days", () => {
    expect(parseDay("1970-01-10")).toBe(9);
    expect(formatDay(9)).toBe("1970-01-10");
    expect(formatDay(-1)).toBe("1969-12-31");
  });

  it("are each other's inverse", () => {
    fc.assert(
      fc.property(fc.integer(DAYS_1900_TO_2199), (day) => {
        expect(parseDay(formatDay(day))).toBe(day);
      }),
    );
  });

  it("refuse other notations and days that do not exist", () => {
    for (const text of ["2011-02-29", "2011-2-28", "28.2.2011", "2011-02-28T00:00", " 2011-02-28", ""]) {
      expect(parseDay(text), text).toBeNull();
    }
  });
});
