import { describe, expect, it } from "vitest";
import { WIDEST_SENTENCES, wrapSentences, wrapText } from "../../../src/render/terminal/wrap.ts";

/** Where lines of `width` cells break, for a text that the width breaks before its last words. */
function lines(text: string, width: number): readonly string[] {
  return wrapText(text, width).split("\n");
}

describe("text on lines", () => {
  it.each([
    ["they have spent 21,995 EUR so far", 22, ["they have spent", "21,995 EUR so far"]],
    ["typisch seit 454 Tagen still", 18, ["typisch seit", "454 Tagen still"]],
    ["noin 66,8\u00a0% asiakkaista palasi", 20, ["noin", "66,8\u00a0% asiakkaista", "palasi"]],
    ["more than in November 2025, by half", 22, ["more than in", "November 2025, by half"]],
    ["enemmän kuin viikolla 1/2026", 22, ["enemmän kuin", "viikolla 1/2026"]],
    ["from lowest 15, to highest 62", 26, ["from lowest 15, to", "highest 62"]],
    ["or pin it with --levels r=5,f=4 again", 22, ["or pin it with", "--levels r=5,f=4 again"]],
    ["19.0% on average at k = 1 here", 22, ["19.0% on average at", "k = 1 here"]],
    ["only the scores 1, 3, 4, 5", 22, ["only the", "scores 1, 3, 4, 5"]],
    ["es waren 2 von 3, 26,7 Punkte mehr", 22, ["es waren 2 von 3,", "26,7 Punkte mehr"]],
    ["tilanneita asiakkaita 58 (13,7 enemmän)", 23, ["tilanneita", "asiakkaita 58", "(13,7 enemmän)"]],
    ["541 of 2,718, which is much", 10, ["541 of", "2,718,", "which is", "much"]],
  ])("keeps together what is read as one: %s", (text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  it("loses no word, and no line is wider than its longest word needs", () => {
    const text =
      "In 2011-05 it was 43.0%: 368 of 856, up 11.8 points on the month before (31.2%), --width 101 shows it all.";
    for (let width = 8; width <= 120; width += 1) {
      const wrapped = wrapText(text, width, "  ").split("\n");
      expect(wrapped.map((line) => line.trim()).join(" ")).toBe(text);
      const longest = Math.max(width, ...text.split(" ").map((word) => word.length + 2));
      expect(Math.max(...wrapped.map((line) => line.length))).toBeLessThanOrEqual(longest);
    }
  });

  it("lets sentences be no wider than can be read", () => {
    const wrapped = wrapSentences("word ".repeat(60).trim(), 160).split("\n");
    expect(Math.max(...wrapped.map((line) => line.length))).toBeLessThanOrEqual(WIDEST_SENTENCES);
    expect(wrapped).toHaveLength(3);
  });
});
