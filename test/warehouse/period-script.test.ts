/** The periods that a script holds are those of `rfm retention`. */
import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/basics/calendar/days.ts";
import { postgres } from "../../src/warehouse/dialects/postgres.ts";
import { calendarOf, calendarRows } from "../../src/warehouse/statements/calendar.ts";

const day = (text: string): number => parseDay(text) ?? Number.NaN;

describe("the calendar of a script", () => {
  it("begins with the period of the first covered day and ends with that of the as-of date", () => {
    const covers = { from: day("2024-02-15"), to: day("2024-05-31") };
    const rows = calendarRows(postgres, calendarOf({ asOf: day("2024-06-03"), kind: "month", covers })).split("\n");
    const facts = rows.flatMap((row) => {
      const [, label, complete, rated] =
        /'(2024-\d\d)'.* (TRUE|FALSE) AS "is_complete", (TRUE|FALSE) AS "is_rated"/.exec(row) ?? [];
      return label === undefined ? [] : [[label, complete, rated].join(" ")];
    });
    expect(facts).toEqual([
      "2024-02 FALSE FALSE",
      "2024-03 TRUE FALSE",
      "2024-04 TRUE TRUE",
      "2024-05 TRUE TRUE",
      "2024-06 FALSE FALSE",
    ]);
    expect(rows[0]).toContain(`CAST(${2024 * 12 + 1} AS bigint) AS "number"`);
    expect(rows[0]).toContain(`DATE '2024-02-01' AS "begins", DATE '2024-02-29' AS "ends"`);
  });
});
