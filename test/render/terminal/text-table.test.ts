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

describe("a table on a terminal that is too narrow for it", () => {
  const style = styleWith(new Chalk({ level: 0 }));
  const wide: DataTable = {
    length: 2,
    columns: [
      { name: "segment", kind: "text", at: (row) => ["Angehende Stammkunden", "Verlorene"][row] ?? null },
      { name: "share", kind: "bar", heading: "", at: (row) => [1, 0.25][row] ?? null },
      { name: "spend", heading: "erwartete Ausgaben", kind: "money", at: (row) => [14_516_2800, 293_600][row] ?? null },
      { name: "orders", heading: "Bestellungen", kind: "count", at: (row) => [98, 0][row] ?? null },
    ],
  };
  const at = (width: number) => renderTextTable(wide, { width, style, language: ENGLISH });
  const widest = (width: number): number => Math.max(...at(width).text.split("\n").map(cellWidth));

  it("is never wider than the terminal, whichever width that is", () => {
    for (let width = 21; width <= 160; width += 5)
      expect([width, widest(width)]).toEqual([width, Math.min(widest(width), width)]);
  });

  it("wraps headings, then does without bars, then wraps its text, then leaves out what stands last and says so", () => {
    expect(at(54)).toMatchObject({ left: [] });
    expect(at(54).text).toContain("Angehende Stammkunden  ██████  14,516.28            98");
    expect(at(53).text).not.toContain("█");
    expect(at(53).text).toContain("Angehende Stammkunden  14,516.28            98");
    expect(at(40).text).toContain("Angehende    14,516.28            98\nStammkunden\n");
    expect(at(34)).toMatchObject({ left: ["Bestellungen"] });
  });

  it("gives the room that is left over to its bars", () => {
    expect(at(100).text).toContain("█".repeat(100 - 21 - 18 - 12 - 6));
  });
});
