import { describe, expect, it } from "vitest";
import { colouredStyle, plainStyle } from "../../src/render/style.ts";

describe("the style of a terminal", () => {
  it("colours each line for itself, and leaves nothing at all as it is", () => {
    expect(colouredStyle.heading("Segments")).toBe("\u001b[1m\u001b[36mSegments\u001b[39m\u001b[22m");
    expect(colouredStyle.faint("one\ntwo")).toBe("\u001b[2mone\u001b[22m\n\u001b[2mtwo\u001b[22m");
    expect(colouredStyle.strong("")).toBe("");
  });

  it("shades from pale with black text to deep with white", () => {
    expect(colouredStyle.shade(" 1 ", 0)).toBe("\u001b[48;5;255m\u001b[38;5;16m 1 \u001b[39m\u001b[49m");
    expect(colouredStyle.shade(" 1 ", 1)).toBe("\u001b[48;5;25m\u001b[38;5;231m 1 \u001b[39m\u001b[49m");
  });

  it("is nothing for pipes and files", () => {
    for (const dress of [plainStyle.heading, plainStyle.warning, plainStyle.bar]) expect(dress("x")).toBe("x");
    expect(plainStyle.shade("x", 0.5)).toBe("x");
  });
});
