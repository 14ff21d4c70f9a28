import { describe, expect, it } from "vitest";
import { BAND_COLOURS, hex, mix, type Rgb, shadeClass, textOn } from "../../../src/render/report/colours.ts";

/** The contrast ratio of WCAG 2, written down again. */
function contrast(a: Rgb, b: Rgb): number {
  const light = (colour: Rgb): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  return Math.max(light(a), light(b)) / Math.min(light(a), light(b));
}

describe("the colours", () => {
  it("carry text of at least 4.5 : 1 on every segment and every shade", () => {
    const shades = Array.from({ length: 101 }, (_, part) => mix([255, 255, 255], [17, 76, 140], part / 100));
    for (const colour of [...BAND_COLOURS, ...shades]) {
      const text: Rgb = textOn(colour) === "#ffffff" ? [255, 255, 255] : [0, 0, 0];
      expect(contrast(colour, text)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("differ in lightness from band to band, so that they part without colour too", () => {
    for (const [index, colour] of BAND_COLOURS.entries()) {
      const next = BAND_COLOURS[index + 1];
      if (next !== undefined) expect(contrast(colour, next)).toBeGreaterThan(1.15);
    }
  });

  it("shade a cell by tenths of the largest, and show the smallest over nothing", () => {
    expect([0, -1, Number.NaN, 0.001, 0.1, 0.11, 1, 1.5].map(shadeClass)).toEqual([
      "shade-0",
      "shade-0",
      "shade-0",
      "shade-1",
      "shade-1",
      "shade-2",
      "shade-10",
      "shade-10",
    ]);
  });

  it("are written as CSS reads them", () => {
    expect(hex([17, 0, 255])).toBe("#1100ff");
  });
});
