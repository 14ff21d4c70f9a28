import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DateFormat } from "../../../src/basics/calendar/date-format.ts";
import { civilDate, dayNumber, formatDay } from "../../../src/basics/calendar/days.ts";
import { bothReadings, dateEvidence, parseDate } from "../../../src/exports/values/dates.ts";
import { dayOf } from "../../support/order-table.ts";

const NBSP = "\u00a0";
const NARROW = "\u202f";

const DAY_FIRST: DateFormat = { notation: "calendar", order: "dmy" };
const MONTH_FIRST: DateFormat = { notation: "calendar", order: "mdy" };
const PLAIN: DateFormat = { notation: "calendar", order: null };

function read(text: string, format: DateFormat): string | null {
  const day = parseDate(text, format);
  return day === null ? null : formatDay(day);
}

describe("4 March 2026, 14:05:09, as the locales of the common locale data print it", () => {
  it.each([
    ["en-US", `3/4/2026, 2:05:09${NARROW}PM`, MONTH_FIRST],
    ["en-GB", "04/03/2026, 14:05:09", DAY_FIRST],
    ["en-AU", `04/03/2026, 2:05:09${NARROW}pm`, DAY_FIRST],
    ["en-CA", `2026-03-04, 2:05:09${NARROW}p.m.`, PLAIN],
    ["en-CA", `2026-03-04, 2:05:09 p.m.`, PLAIN],
    ["en-IN", "4/3/2026, 2:05:09 pm", DAY_FIRST],
    ["en-ZA", "2026/03/04, 14:05:09", PLAIN],
    ["de-DE, de-AT, de-CH, nb-NO", "4.3.2026, 14:05:09", PLAIN],
    ["fr-FR", "04/03/2026 14:05:09", DAY_FIRST],
    ["fr-CA", `2026-03-04 14${NBSP}h${NBSP}05${NBSP}min${NBSP}09${NBSP}s`, PLAIN],
    ["fi-FI", "4.3.2026 klo 14.05.09", PLAIN],
    ["sv-SE, lt-LT", "2026-03-04 14:05:09", PLAIN],
    ["da-DK", "4.3.2026, 14.05.09", PLAIN],
    ["nl-NL", "4-3-2026, 14:05:09", DAY_FIRST],
    ["es", "4/3/2026", DAY_FIRST],
    ["it, pt", "04/03/2026", DAY_FIRST],
    ["pl, lv", "4.03.2026", PLAIN],
    ["pt-BR", "04/03/2026, 14:05:09", DAY_FIRST],
    ["cs-CZ", "4. 3. 2026 14:05:09", PLAIN],
    ["cs-CZ", `4.${NBSP}3.${NBSP}2026 14:05:09`, PLAIN],
    ["hu-HU", "2026. 03. 04. 14:05:09", PLAIN],
    ["ja, zh", "2026/3/4 14:05:09", PLAIN],
  ] as const)("%s: %j", (_, text, format) => {
    expect(read(text, format)).toBe("2026-03-04");
  });
});

describe("dates met in exports", () => {
  it.each([
    "4 de marzo de 2026 14:05 hs.",
    "4 de março de 2026",
    "4th of March 2026",
    "Wed, 4 Mar 2026 14:05:09 +0200",
    "Wednesday, March 4, 2026",
    "ke 4.3.2026 klo 14.05",
    "Mi., 04.03.2026 14:05 Uhr",
    "mercredi 4 mars 2026 à 14:05",
    "onsdag 4 mars 2026 kl. 14.05",
    "2026年3月4日",
    "2026年03月04日 14:05:09",
    "2026-03-04",
    "2026-03-04 14:05",
    "2026-03-04 14:05:09",
    "2026-03-04T14:05:09",
    "2026-03-04T14:05:09.123",
    "2026-03-04T14:05:09Z",
    "2026-03-04T14:05:09.123Z",
    "2026-03-04T14:05:09+02:00",
    "2026-03-04T14:05:09+0200",
    "2026-03-04 14:05:09 +0200",
    "2026-03-04 14:05:09 -0500",
    "2026-03-04 14:05:09 UTC",
    "2026/03/04",
    "2026-3-4",
    "04.03.2026",
    "4.3.2026 14:05",
    "4.3.2026 14.05",
    "Mar 4, 2026 2:05:09 PM",
    "Mar 4, 2026 14:05:09 PM",
    "March 4, 2026",
    "04-Mar-26",
    "4-Mar-2026",
    "Mar-04-26",
    "4 March 2026",
    "4 Mar. 2026",
    "4. March 2026",
    " 2026-03-04 ",
  ])("%j needs no order to be 4 March 2026", (text) => {
    expect(read(text, PLAIN)).toBe("2026-03-04");
    expect(dateEvidence(text)).toEqual({ notation: "calendar", order: "certain" });
  });

  it.each([
    ["3/4/2026", "2026-03-04", "2026-04-03"],
    ["03/04/2026", "2026-03-04", "2026-04-03"],
    ["03/04/26", "2026-03-04", "2026-04-03"],
    ["3-4-2026", "2026-03-04", "2026-04-03"],
    ["3/4/2026 14:05", "2026-03-04", "2026-04-03"],
    ["12/1/2010 8:26", "2010-12-01", "2010-01-12"],
  ])("%j is %s month first and %s day first", (text, monthFirst, dayFirst) => {
    expect(read(text, MONTH_FIRST)).toBe(monthFirst);
    expect(read(text, DAY_FIRST)).toBe(dayFirst);
    expect(dateEvidence(text)).toEqual({ notation: "calendar", order: "open" });
    expect(bothReadings(text)).toEqual({ dmy: dayOf(dayFirst), mdy: dayOf(monthFirst) });
  });

  it("leaves numbers with the year last unread in a column that has none", () => {
    expect(read("3/4/2026", PLAIN)).toBeNull();
  });

  it("reads them there where either order gives the same day", () => {
    expect(read("4/4/2026", PLAIN)).toBe("2026-04-04");
  });

  it("reads Sep-18-26 month first, as named", () => {
    expect(read("Sep-18-26", PLAIN)).toBe("2026-09-18");
  });

  it("takes the day as the export wrote it, whatever the offset", () => {
    expect(read("2026-03-04T23:30:00Z", PLAIN)).toBe("2026-03-04");
    expect(read("2026-03-04 00:30:00 +0200", PLAIN)).toBe("2026-03-04");
  });
});

describe("digits only", () => {
  it("reads eight digits as year, month and day", () => {
    const compact: DateFormat = { notation: "compact", order: null };
    expect(read("20260304", compact)).toBe("2026-03-04");
    expect(read("20261304", compact)).toBeNull();
    expect(dateEvidence("20260304")).toEqual({ notation: "compact", order: "certain" });
    expect(dateEvidence("20261304")).toBeNull();
  });

  it("reads spreadsheet serials, from 2000 to 2049", () => {
    const serial: DateFormat = { notation: "spreadsheet serial", order: null };
    expect(read("45384.34789", serial)).toBe("2024-04-02");
    expect(read("45384,34789", serial)).toBe("2024-04-02");
    expect(read("45384", serial)).toBe("2024-04-02");
    expect(read("36526", serial)).toBe("2000-01-01");
    expect(read("54788", serial)).toBe("2049-12-31");
    expect(read("36525", serial)).toBeNull();
    expect(read("54789", serial)).toBeNull();
    expect(dateEvidence("45384")).toEqual({ notation: "spreadsheet serial", order: "certain" });
  });

  it("reads epoch seconds and milliseconds", () => {
    // 4 March 2026 is day 20516: 20516 · 86400 = 1772582400
    expect(dayOf("2026-03-04")).toBe(20_516);
    const seconds: DateFormat = { notation: "epoch seconds", order: null };
    const milliseconds: DateFormat = { notation: "epoch milliseconds", order: null };
    expect(read("1772582400", seconds)).toBe("2026-03-04");
    expect(read("1772582399", seconds)).toBe("2026-03-03");
    expect(read("1772582400000", milliseconds)).toBe("2026-03-04");
    expect(read("1772582399999", milliseconds)).toBe("2026-03-03");
    expect(dateEvidence("1772582400")?.notation).toBe("epoch seconds");
    expect(dateEvidence("1772582400000")?.notation).toBe("epoch milliseconds");
  });

  it("keeps a column to one notation", () => {
    expect(read("20260304", PLAIN)).toBeNull();
    expect(read("2026-03-04", { notation: "compact", order: null })).toBeNull();
    expect(read("45384", { notation: "epoch seconds", order: null })).toBeNull();
  });
});

describe("dateEvidence", () => {
  it("knows the day by a first number above 12, the month by a second", () => {
    expect(dateEvidence("13/04/2026")?.order).toBe("dmy");
    expect(dateEvidence("04/13/2026")?.order).toBe("mdy");
    expect(dateEvidence("31-12-99")?.order).toBe("dmy");
    expect(dateEvidence("12-31-99")?.order).toBe("mdy");
  });

  it("knows the order by a day that only one reading has", () => {
    expect(dateEvidence("02/12/2026")?.order).toBe("open");
    expect(dateEvidence("12/12/2026")?.order).toBe("same");
    expect(dateEvidence("4/4/2026")?.order).toBe("same");
  });

  it("takes dots for day first", () => {
    expect(dateEvidence("03.04.2026")).toEqual({ notation: "calendar", order: "certain" });
    expect(read("03.04.2026", PLAIN)).toBe("2026-04-03");
    expect(read("13.04.2026", MONTH_FIRST)).toBe("2026-04-13");
  });

  it.each([
    "31/02/2011",
    "29/02/2011",
    "13/13/2026",
    "0/1/2026",
    "1/0/2026",
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "29.2.2026",
    "31.4.2026",
    "30 February 2026",
    "4 Foo 2026",
    "Foo 4, 2026",
    "2026-03",
    "03/2026",
    "2026-03-04 later",
    "4 March",
    "1.2.3.4",
    "1/2/3",
    "3/4/026",
    "12345",
    "",
    "-",
    "n/a",
    "1899-12-31",
    "2200-01-01",
  ])("%j is no date", (text) => {
    expect(dateEvidence(text)).toBeNull();
    for (const format of [PLAIN, DAY_FIRST, MONTH_FIRST]) expect(parseDate(text, format)).toBeNull();
  });

  it("has the leap day in leap years only", () => {
    expect(read("29/02/2012", DAY_FIRST)).toBe("2012-02-29");
    expect(read("2/29/2012", MONTH_FIRST)).toBe("2012-02-29");
    expect(read("29.2.2000", PLAIN)).toBe("2000-02-29");
    expect(read("29.2.1900", PLAIN)).toBeNull();
  });
});

describe("two-digit years", () => {
  it.each([
    ["01/01/00", "2000-01-01"],
    ["01/01/68", "2068-01-01"],
    ["01/01/69", "1969-01-01"],
    ["01/01/99", "1999-01-01"],
    ["1.1.26", "2026-01-01"],
    ["01-Jan-69", "1969-01-01"],
  ])("%s is %s, as POSIX reads them", (text, day) => {
    expect(read(text, DAY_FIRST)).toBe(day);
  });
});

describe("bothReadings", () => {
  it("is null where there is only one", () => {
    expect(bothReadings("13/04/2026")).toBeNull();
    expect(bothReadings("no date")).toBeNull();
  });
});

describe("any day, written in numbers", () => {
  const anyDay = fc.integer({ min: dayOf("1969-01-01"), max: dayOf("2068-12-31") });
  const pad = (number: number): string => String(number).padStart(2, "0");

  it("reads back as the same day", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom("/", "-"), (day, separator) => {
        const { year, month, day: dayOfMonth } = civilDate(day);
        const [d, m, y] = [pad(dayOfMonth), pad(month), String(year)];
        expect(parseDate([d, m, y].join(separator), DAY_FIRST)).toBe(day);
        expect(parseDate([m, d, y].join(separator), MONTH_FIRST)).toBe(day);
        expect(parseDate([dayOfMonth, month, y.slice(2)].join(separator), DAY_FIRST)).toBe(day);
        expect(parseDate([y, m, d].join(separator), PLAIN)).toBe(day);
        expect(parseDate(`${dayOfMonth}.${month}.${y}`, PLAIN)).toBe(day);
        expect(parseDate(`${y}${m}${d}`, { notation: "compact", order: null })).toBe(day);
      }),
      { numRuns: 300 },
    );
  });

  it("is evidence for an order only where the other reading does not exist", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = civilDate(day);
        const order = dayOfMonth > 12 ? "dmy" : dayOfMonth === month ? "same" : "open";
        expect(dateEvidence(`${dayOfMonth}/${month}/${year}`)?.order).toBe(order);
      }),
      { numRuns: 300 },
    );
  });

  it("reads spreadsheet serials as days since 1899-12-30", () => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 54_788 }), (serial) => {
        const day = parseDate(String(serial), { notation: "spreadsheet serial", order: null });
        expect(day).toBe(dayNumber(1899, 12, 30) + serial);
      }),
    );
  });
});
