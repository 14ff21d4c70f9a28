import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../src/basics/calendar/days.ts";
import { OutputError } from "../../../src/errors.ts";
import { columnLetters } from "../../../src/render/xlsx/cells.ts";
import {
  type CellKind,
  countLongTexts,
  SHEET_LIMITS,
  type Sheet,
  type SheetColumn,
} from "../../../src/render/xlsx/sheet.ts";
import { renderWorkbook } from "../../../src/render/xlsx/workbook.ts";
import { zipOf } from "../../../src/render/xlsx/zip.ts";
import {
  cellAt,
  inOnePiece,
  PLAIN_LOOKS,
  readWorkbook,
  workbookBytes,
  workbookParts,
} from "../../support/read-workbook.ts";

/** A sheet of one column. */
function column(kind: CellKind, values: readonly (string | number | bigint | boolean | null)[], name = "A"): Sheet {
  return {
    name,
    length: values.length,
    columns: [{ heading: "heading", kind, at: (row) => values[row] ?? null }],
  };
}

async function valuesOf(sheet: Sheet): Promise<readonly unknown[]> {
  const { sheets } = await readWorkbook(await workbookBytes([sheet]));
  return Array.from({ length: sheet.length }, (_, row) => sheets[0]?.rows[row + 1]?.[0] ?? null);
}

describe("a workbook that cannot be", () => {
  it("is refused with more columns than a worksheet holds", async () => {
    const columns = Array.from({ length: SHEET_LIMITS.columns + 1 }, (_, index) => ({
      heading: String(index),
      kind: "count" as const,
      at: () => 1,
    }));
    const write = (): Promise<unknown> => workbookBytes([{ name: "Cohorts", length: 1, columns }]);
    await expect(write).rejects.toThrow(OutputError);
    await expect(write).rejects.toThrow('the sheet "Cohorts" would have 16385 columns, and a worksheet holds 16384');
    await workbookBytes([{ name: "Cohorts", length: 1, columns: columns.slice(1) }]);
  });

  it("is refused where its archive would pass the format's size", async () => {
    const endless = function* (): Generator<string> {
      for (;;) yield "0123456789abcdef".repeat(4096);
    };
    const write = (): Promise<unknown> => inOnePiece(zipOf([{ path: "a", text: endless() }], 1_000_000));
    await expect(write).rejects.toThrow(OutputError);
    await expect(write).rejects.toThrow("4 GiB");
  });
});

describe("text in a workbook", () => {
  it.each(["=1+1", "=cmd|' /C calc'!A0", "+358401234567", "-5", "@SUM(A1)", "\t=1", "＝1+1", "'=1"])(
    "stays the text %j, and is no formula",
    async (text) => {
      const bytes = await workbookBytes([column("text", [text])]);
      const cell = cellAt(await readWorkbook(bytes), "A", 1, 0);
      expect(cell).toMatchObject({ value: text, type: "string" });
      expect(cell?.formula).toBeUndefined();
      expect(workbookParts(bytes)["xl/worksheets/sheet1.xml"]).not.toMatch(/<f[ >]/);
    },
  );

  it("keeps ids as they are: leading zeros, length, blanks at the ends, markup, emoji, right-to-left", async () => {
    const ids = ["00042", "17850", "12345678901234567890", " a ", "<script>alert(1)</script>&amp;", "😀 مرحبا", "a\nb"];
    expect(await valuesOf(column("text", ids))).toEqual(ids);
  });

  it("keeps what XML has no place for, and what reads like its escape", async () => {
    const bytes = await workbookBytes([column("text", ["bell\u0007", "_x0041_", "half \ud83d"])]);
    expect(workbookParts(bytes)["xl/worksheets/sheet1.xml"]).toContain("bell_x0007_");
    expect(workbookParts(bytes)["xl/worksheets/sheet1.xml"]).toContain("_x005F_x0041_");
    expect(workbookParts(bytes)["xl/worksheets/sheet1.xml"]).toContain("half _xD83D_");
    expect(await valuesOf(column("text", ["bell\u0007", "_x0041_"]))).toEqual(["bell\u0007", "_x0041_"]);
  });

  it("cuts what is longer than a cell holds, says so in the cell, and counts it", async () => {
    const long = `${"x".repeat(SHEET_LIMITS.characters - 10)}${"😀".repeat(20)}`;
    const most = "y".repeat(SHEET_LIMITS.characters);
    const bytes = await workbookBytes([column("text", [long, most])]);
    const { sheets } = await readWorkbook(bytes);
    expect(countLongTexts([column("text", [long, most])])).toBe(1);
    const cut = String(sheets[0]?.rows[1]?.[0]);
    expect(cut.length).toBeLessThanOrEqual(SHEET_LIMITS.characters);
    expect(cut).toMatch(/x… \[32797\]$/);
    expect(sheets[0]?.rows[2]?.[0]).toBe(most);
  });

  it("reads back whatever it is, as XML allows", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary", minLength: 1 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          expect(await valuesOf(column("text", texts))).toEqual(texts);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("numbers in a workbook", () => {
  it("are numbers, exact to the last digit that a double has", async () => {
    expect(await valuesOf(column("money", [37_068_276_400n, -1, 123_456, 0]))).toEqual([
      3_706_827.64, -0.0001, 12.3456, 0,
    ]);
    expect(await valuesOf(column("quotient", [0.1 + 0.2, 1 / 3]))).toEqual([0.1 + 0.2, 1 / 3]);
    expect(await valuesOf(column("count", [209_029, 0]))).toEqual([209_029, 0]);
    expect(await valuesOf(column("money", [12_345.5]))).toEqual([1.23455]); // a median between two amounts
  });

  it("have the look of their kind", async () => {
    const look = async (kind: CellKind, currency = "EUR"): Promise<string | undefined> =>
      cellAt(await readWorkbook(await workbookBytes([column(kind, [1])], { currency })), "A", 1, 0)?.style?.numFmt;
    expect(await look("money")).toBe('#,##0.00\\ "EUR"');
    expect(await look("money", "")).toBe("#,##0.00");
    expect(await look("quotient")).toBe('#,##0.00\\ "EUR"');
    expect(await look("ratio")).toBe("#,##0.00");
    expect(await look("small")).toBe("0.0000");
    expect(await look("share")).toBe("0.0%");
    expect(await look("count")).toBe("#,##0");
    expect(await look("day")).toBe("yyyy-mm-dd");
  });

  it("leave the cell out where they are missing", async () => {
    const workbook = await readWorkbook(await workbookBytes([column("share", [null, 0, null])]));
    expect(workbookParts(await workbookBytes([column("share", [null])]))["xl/worksheets/sheet1.xml"]).toContain(
      '<row r="2"></row>',
    );
    expect(cellAt(workbook, "A", 2, 0)?.value).toBe(0);
    expect(cellAt(workbook, "A", 3, 0)).toBeUndefined();
  });

  it("are dates where they are days, in the 1900 system, a leap day too", async () => {
    const days = [dayNumber(2011, 4, 30), dayNumber(2024, 2, 29)];
    const bytes = await workbookBytes([column("day", days)]);
    expect(workbookParts(bytes)["xl/worksheets/sheet1.xml"]).toContain("<v>40663</v>"); // 2011-04-30 in Excel
    expect(await valuesOf(column("day", days))).toEqual([new Date("2011-04-30"), new Date("2024-02-29")]);
  });

  it("are text for days before spreadsheets can count", async () => {
    const days = [dayNumber(1900, 2, 28), dayNumber(1900, 3, 1)];
    expect(await valuesOf(column("day", days))).toEqual(["1900-02-28", new Date("1900-03-01")]);
  });

  it("have truth as truth", async () => {
    expect(await valuesOf(column("flag", [true, false, null]))).toEqual([true, false, null]);
  });
});

describe("a sheet", () => {
  const many = column("count", [1, 2, 3, 4, 5], "Customers");

  it("has its headings frozen and filtered, over all its rows", async () => {
    const { sheets } = await readWorkbook(await workbookBytes([many]));
    expect(sheets[0]?.freezePane).toMatchObject({ rows: 1, columns: 1 });
    expect(sheets[0]?.autoFilter?.range).toBe("A1:A6");
  });

  it("goes on in another where a worksheet has no more rows, with the headings again", async () => {
    const { sheets } = await readWorkbook(await workbookBytes([many], { mostRows: 3 }));
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
      ["Customers", [["heading"], [1], [2]]],
      ["Customers 2", [["heading"], [3], [4]]],
      ["Customers 3", [["heading"], [5]]],
    ]);
  });

  it("with no rows has its headings", async () => {
    const { sheets } = await readWorkbook(await workbookBytes([column("count", [])]));
    expect(sheets[0]?.rows).toEqual([["heading"]]);
  });

  it("is written a row at a time: reading the first bytes asks for the first rows only", async () => {
    let asked = 0;
    const sheet: Sheet = {
      name: "A",
      length: 1_000_000,
      columns: [
        {
          heading: "h",
          kind: "count",
          width: 10,
          at: (row) => {
            asked = Math.max(asked, row);
            return (row * 7919) % 1_000_003;
          },
        },
      ],
    };
    let bytes = 0;
    for await (const chunk of renderWorkbook([sheet], PLAIN_LOOKS)) {
      bytes += chunk.length;
      if (bytes > 100_000) break;
    }
    expect(asked).toBeGreaterThan(1000);
    expect(asked).toBeLessThan(100_000);
  });

  it("gives the same bytes again", async () => {
    expect(Buffer.compare(await workbookBytes([many]), await workbookBytes([many]))).toBe(0);
  });
});

describe("a sheet whose cells stand in memory", () => {
  const keysOf = (texts: readonly string[]): { arena: Uint8Array; ends: Uint32Array } => {
    const parts = texts.map((text) => Buffer.from(text));
    let end = 0;
    return { arena: Buffer.concat(parts), ends: Uint32Array.from(parts, ({ length }) => (end += length)) };
  };
  const codes = Int32Array.of(3, 0, 2, 1, 3);
  const few = Uint8Array.of(0, 1, 2, 1, 0);
  const money = Float64Array.of(123_456, -1, 0, 37_068_276_400, 0.5);

  /** The same sheet, written from memory or asked cell by cell. */
  const sheetOf = (ids: readonly string[], fromMemory: boolean): Sheet => {
    const column = (kind: CellKind, at: SheetColumn["at"], cells: SheetColumn["cells"]): SheetColumn => ({
      ...{ heading: kind, kind, at },
      ...(fromMemory ? { cells } : {}),
    });
    const words = ["At Risk", "R&D <1>", ""];
    const days = Int32Array.of(dayNumber(1900, 2, 28), dayNumber(2024, 2, 29), 0, 1, 2);
    return {
      name: "A",
      length: codes.length,
      columns: [
        column("text", (row) => ids[codes[row] ?? 0] ?? null, { codes, keys: keysOf(ids) }),
        column("text", (row) => words[few[row] ?? 0] ?? null, { codes: few, texts: words }),
        column("count", (row) => few[row] ?? null, { codes: few, texts: ["0", "1", "2"] }),
        column("money", (row) => money[row] ?? null, { values: money }),
        column("day", (row) => days[row] ?? null, { values: days }),
      ],
    };
  };

  it.each([
    ["plain ids", ["a1", "=1+1", "00042", "x".repeat(70)]],
    ["ids with signs of XML", ["a&b", "<a>", '"', "'"]],
    ["ids with blanks, escapes, other letters", [" a", "_x0041_", "mäkinen", "a\nb"]],
    ["an id that is longer than a cell holds", ["a", "b", "c", "z".repeat(40_000)]],
    ["an empty id", ["a", "", "c", "d"]],
  ])("is the same, byte for byte: %s", async (_, ids) => {
    for (const mostRows of [100, 4]) {
      const [slow, fast] = await Promise.all(
        [false, true].map((fromMemory) => workbookBytes([sheetOf(ids, fromMemory)], { mostRows })),
      );
      expect(workbookParts(fast as Uint8Array)).toEqual(workbookParts(slow as Uint8Array));
    }
    expect(countLongTexts([sheetOf(ids, true)])).toBe(countLongTexts([sheetOf(ids, false)]));
  });

  it("of many rows reads back, each chunk after the other", async () => {
    const length = 30_000;
    const values = Int32Array.from({ length }, (_, row) => row * 7);
    const texts = ["a", "b", "c"];
    const by = Uint8Array.from({ length }, (_, row) => row % 3);
    const sheet: Sheet = {
      name: "A",
      length,
      columns: [
        { heading: "n", kind: "count", at: (row) => values[row] ?? null, cells: { values } },
        { heading: "t", kind: "text", at: (row) => texts[by[row] ?? 0] ?? null, cells: { codes: by, texts } },
      ],
    };
    const { sheets } = await readWorkbook(await workbookBytes([sheet]));
    expect(sheets[0]?.rows.slice(1)).toEqual(Array.from({ length }, (_, row) => [row * 7, texts[row % 3]]));
  });
});

describe("columnLetters", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16_383, "XFD"],
  ])("calls column %i %s", (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
  });
});
