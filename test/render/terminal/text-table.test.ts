import { Chalk } from "chalk";
import { describe, expect, it } from "vitest";
import type { DataTable } from "../../../src/csv/writer/data-table.ts";
import { cellWidth } from "../../../src/render/terminal/cells.ts";
import { styleWith } from "../../../src/render/terminal/style.ts";
import { renderTextTable } from "../../../src/render/terminal/text-table.ts";
import { wrapText } from "../../../src/render/terminal/wrap.ts";
import { ENGLISH } from "../../support/languages.ts";

/** Names in letters of two cells, of one, and of none of their own. */
const NAMES = ["Champions", "山田太郎", "नमस्ते", "🎉 VIP 👨‍👩‍👧", "Cafe\u0301 Noir", "かﾞ", "นี้", "–"];

function table(names: readonly string[]): DataTable {
  return {
    length: names.length,
    columns: [
      { name: "segment", kind: "text", at: (row) => names[row] ?? "" },
      { name: "顧客", kind: "count", at: (row) => 10 ** row },
    ],
  };
}

describe("a table for a terminal", () => {
  it.each([0, 2] as const)(
    "puts every number under its heading whatever the names are written in (colours: %i)",
    (level) => {
      const style = styleWith(new Chalk({ level }));
      const { text } = renderTextTable(table(NAMES), { width: 80, style, language: ENGLISH });
      const lines = text.split("\n");
      expect(lines).toHaveLength(NAMES.length + 1);
      expect(new Set(lines.map(cellWidth)).size).toBe(1);
      for (const [row, name] of NAMES.entries()) expect(lines[row + 1]).toContain(name);
    },
  );

  it("wraps headings rather than run over the edge, once nothing else can give way", () => {
    const heading = "erwartete Bestellungen";
    const wide: DataTable = {
      length: 1,
      columns: [
        { name: "segment", kind: "text", at: () => "Angehende Stammkunden" },
        { name: "expected", heading, kind: "count", at: () => 12 },
        { name: "low", heading: "von", kind: "count", rank: 1, at: () => 10 },
      ],
    };
    const style = styleWith(new Chalk({ level: 0 }));
    const shown = (width: number): string => renderTextTable(wide, { width, style, language: ENGLISH }).text;
    const lines = (width: number): string => shown(width).replaceAll(/ +/g, " ");
    expect(lines(50)).toBe("segment erwartete Bestellungen von\nAngehende Stammkunden 12 10");
    expect(lines(45)).toBe("segment erwartete Bestellungen\nAngehende Stammkunden 12");
    expect(lines(40)).toBe(" erwartete\nsegment Bestellungen\nAngehende Stammkunden 12");
    expect(Math.max(...shown(40).split("\n").map(cellWidth))).toBeLessThanOrEqual(40);
  });

  it("wraps text by the cells it takes", () => {
    expect(wrapText("山田 太郎 花子", 9)).toBe("山田 太郎\n花子");
    expect(wrapText("e\u0301e\u0301 e\u0301e\u0301", 5)).toBe("e\u0301e\u0301 e\u0301e\u0301");
  });
});
