import { describe, expect, it } from "vitest";
import { dayNumber } from "../../src/basics/calendar/days.ts";
import { addUpOf } from "../../src/cli/read-exports.ts";

describe("what scoring asks for", () => {
  it("is sums, up to the as-of date, unless something takes single orders", () => {
    const asOf = dayNumber(2026, 3, 31);
    expect(addUpOf({})).toEqual({ until: undefined });
    expect(addUpOf({ asOf, frequency: "orders" }, [])).toEqual({ until: asOf });
    expect(addUpOf({ window: { count: 12, unit: "months" } })).toBeUndefined();
    expect(addUpOf({ frequency: "days" })).toBeUndefined();
    expect(addUpOf({}, ["Country"])).toBeUndefined();
  });
});
