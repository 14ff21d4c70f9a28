import { describe, expect, it } from "vitest";
import { sparkline } from "../../../src/render/terminal/sparkline.ts";

const drawn = (...values: readonly (number | null)[]): string | null =>
  sparkline(values.map((value) => ({ value, isPartial: false })));

describe("a sparkline", () => {
  it("begins at zero: half the value is half the height", () => {
    expect(drawn(8, 4, 2, 1)).toBe("█▄▂▁");
    expect(drawn(1000, 990)).toBe("██"); // a small difference looks small
  });

  it("marks zero, what is not known, and what is not over", () => {
    expect(drawn(8, 0, null, 8)).toBe("█_?█");
    expect(
      sparkline([
        { value: 8, isPartial: true },
        { value: 8, isPartial: false },
        { value: 1, isPartial: true },
      ]),
    ).toBe("█*█▁*");
  });

  it("draws a value above zero at least as the lowest bar", () => {
    expect(drawn(1000, 1)).toBe("█▁");
  });

  it.each([
    ["no step", []],
    ["one step", [5]],
    ["one known step", [5, null]],
    ["a value below zero", [5, -1, 3]],
    ["nothing but zero", [0, 0]],
  ])("is not drawn of %s", (_name, values) => {
    expect(drawn(...values)).toBeNull();
  });
});
