import { Chalk } from "chalk";
import { describe, expect, it } from "vitest";
import { styleWith } from "../../../src/render/terminal/style.ts";

/** A colour of the 256-colour palette beyond its first sixteen: a cube of six steps, then greys. */
function lightOf(code: number): readonly number[] {
  if (code >= 232) return [0, 1, 2].map(() => 8 + 10 * (code - 232));
  const steps = [0, 95, 135, 175, 215, 255];
  return [36, 6, 1].map((size) => steps[Math.floor((code - 16) / size) % 6] ?? 0);
}

function luminance(code: number): number {
  const [red = 0, green = 0, blue = 0] = lightOf(code).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours by WCAG 2. */
function contrast(one: number, other: number): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The colours that a text was given: of its letters, of its ground. */
function coloursOf(text: string): { readonly letters: number; readonly ground: number | null } {
  const [, letters = ""] = /\[38;5;(\d+)m/.exec(text) ?? [];
  const [, ground = ""] = /\[48;5;(\d+)m/.exec(text) ?? [];
  return { letters: Number(letters), ground: ground === "" ? null : Number(ground) };
}

const [BLACK, WHITE] = [16, 231];

describe("the colours of a terminal", () => {
  const style = styleWith(new Chalk({ level: 2 }));

  it.each(["heading", "warning", "bar"] as const)("read on black and on white: %s", (name) => {
    const { letters, ground } = coloursOf(style[name]("text"));
    expect(ground).toBeNull();
    expect(letters).toBeGreaterThanOrEqual(16); // the first sixteen are the terminal's own
    expect(contrast(letters, BLACK)).toBeGreaterThan(4);
    expect(contrast(letters, WHITE)).toBeGreaterThan(4);
  });

  it("let the numbers of shaded cells be read, whatever the shade", () => {
    const shades = Array.from({ length: 21 }, (_, step) => coloursOf(style.shade("12", step / 20)));
    expect(new Set(shades.map(({ ground }) => ground)).size).toBe(6);
    for (const { letters, ground } of shades) expect(contrast(letters, ground ?? letters)).toBeGreaterThan(4.5);
  });

  it("leave text as it is where there are none", () => {
    const plain = styleWith(new Chalk({ level: 0 }));
    for (const name of ["heading", "strong", "faint", "warning", "bar"] as const)
      expect(plain[name]("text")).toBe("text");
    expect(plain.shade("12", 0.5)).toBe("12");
  });
});
