import { describe, expect, it } from "vitest";
import type { DateFormat } from "../../../src/basics/calendar/date-format.ts";
import { NO_DAY } from "../../../src/basics/calendar/days.ts";
import { genericColumns } from "../../../src/exports/detect/columns/generic-columns.ts";
import type { Formats } from "../../../src/exports/detect/formats/resolve-formats.ts";
import { parseDate } from "../../../src/exports/values/dates.ts";
import { DayReader } from "../../../src/exports/values/day-reader.ts";

const DAY_FIRST: DateFormat = { notation: "calendar", order: "dmy" };

const FORMATS: Formats = Object.freeze({
  date: DAY_FIRST,
  dateEvidence: "as the option says",
  dateShownBy: null,
  decimal: ".",
  decimalEvidence: "as the option says",
  decimalShownBy: null,
  amountUnit: "whole",
  amountUnitEvidence: "",
  unitNamedBy: null,
});

describe("DayReader", () => {
  it("says the same when it meets a cell again", () => {
    const columns = genericColumns({ fileName: "a.csv", header: ["date", "customer", "amount"], rows: [] }, {});
    const reader = new DayReader("a.csv", FORMATS, columns, { to: null, from: null });
    for (const [index, text] of ["3/4/2026", "3/4/2026", "31/2/2026", "31/2/2026"].entries()) {
      const day = parseDate(text, DAY_FIRST);
      expect(reader.read([text, "anna", "1"], index + 2, false)).toEqual(
        day === null ? { day: NO_DAY, reject: { column: 0, reason: "unreadable date" } } : { day, reject: null },
      );
    }
  });
});
