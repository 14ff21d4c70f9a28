import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_DAY } from "../../../src/basics/calendar/days.ts";
import { DaySpan } from "../../../src/orders/sums/day-span.ts";

function spanOf(rows: readonly (readonly [day: number, at: number])[]): DaySpan {
  const span = new DaySpan();
  for (const [day, at] of rows) span.note(day, at);
  return span;
}

describe("the days of rows", () => {
  it("are the first, the newest with its first row, and the next newest", () => {
    const rows = [
      [5, 0],
      [NO_DAY, 1],
      [9, 2],
      [7, 3],
      [9, 4],
      [-3, 5],
    ] as const;
    expect({ ...spanOf(rows) }).toEqual({ first: -3, newest: 9, newestAt: 2, nextNewest: 7 });
    expect({ ...spanOf([[4, 8]]) }).toEqual({ first: 4, newest: 4, newestAt: 8, nextNewest: NO_DAY });
    expect({ ...spanOf([]) }).toEqual({ first: NO_DAY, newest: NO_DAY, newestAt: -1, nextNewest: NO_DAY });
  });

  it("are the same where rows are noted apart and put together", () => {
    const someRow = fc.record({ day: fc.constantFrom(NO_DAY, -1, 0, 1, 2, 3), isOther: fc.boolean() });
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 12 }), (rows) => {
        const placed = rows.map(({ day, isOther }, at) => ({ isOther, row: [day, at] as const }));
        const span = spanOf(placed.filter(({ isOther }) => !isOther).map(({ row }) => row));
        span.add(spanOf(placed.filter(({ isOther }) => isOther).map(({ row }) => row)));
        expect({ ...span }).toEqual({ ...spanOf(placed.map(({ row }) => row)) });
      }),
    );
  });
});
