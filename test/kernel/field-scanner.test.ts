import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecords } from "../../src/csv/records.ts";
import { cellText } from "../../src/csv/scanner/cell-text.ts";
import { memorySource } from "../../src/files/byte-source.ts";
import { FieldScanner } from "../../src/kernel/field-scanner.ts";
import { Kernel } from "../../src/kernel/kernel.ts";
import { writeBlock } from "../support/kernel-cells.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 100_000 : 1500;
const SEED = 4_000;

/** A record's cells and the line where it begins. */
type Found = readonly [readonly string[], number];
type LineEnd = "\n" | "\r";

/** Characters that mean something to the scanner, and a few that do not. */
const someParts = fc.array(
  fc.constantFrom('"', '"', '""', ",", ",", "\n", "\r\n", "\r", "a", "b c", "ä", "\u0000", ";", '"\n', '",'),
  { maxLength: 24 },
);

/** Cells as programs write them, and what is behind each. */
const someCells = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        "",
        "a",
        "12.50",
        '""',
        '"q"',
        '"a, b"',
        '"a ""b"""',
        '"""a"',
        '"two\nlines"',
        `"${"long ".repeat(9)}"`,
      ),
      fc.constantFrom(",", ",", ",", "\n", "\r\n"),
    ),
    { maxLength: 24 },
  )
  .map((cells) => cells.flat());

/** With enough behind them that they are looked at many bytes at a time. */
const someText = fc
  .tuple(fc.oneof(someParts, someCells), fc.constantFrom("", "\n\r", '"\n\r'), fc.constantFrom(0, 70))
  .map(([parts, end, more]) => parts.join("") + end + "x".repeat(more));

describe("the records of a text", () => {
  it("are those that csv-parse finds, on the same lines, with the same cells", async () => {
    await fc.assert(
      fc.asyncProperty(someText, fc.constantFrom<LineEnd>("\n", "\n", "\r"), async (text, lineEnd) => {
        expect(scanned(text, lineEnd)).toEqual(await parsed(text, lineEnd));
      }),
      { numRuns: CASES, seed: SEED },
    );
  });

  it("are the same wherever a block ends", () => {
    fc.assert(
      fc.property(someText, (text) => {
        const whole = scanned(text, "\n");
        const bytes = Buffer.from(text);
        for (let cut = 0; cut <= bytes.length; cut += 1) expect(scannedInTwo(bytes, cut)).toEqual(whole);
      }),
      { numRuns: CASES / 10, seed: SEED },
    );
  });

  it("may be lines that a stray quote ran together where a cell of several begins with a quote and has a delimiter", () => {
    const behind = `\n${"x".repeat(140)}`;
    const isSuspect = (record: string): boolean =>
      withScanner("\n", ALL, (scanner) => {
        foundIn(scanner, Buffer.from(record + behind), { ends: [record.length + behind.length], wanted: ALL });
        return scanner.suspect;
      });
    expect(isSuspect('"""a,\nb"""')).toBe(true);
    expect(isSuspect(`${"x".repeat(62)},"""a,\nb"""`)).toBe(true); // the quotes lie in two looks of 64 bytes
    expect(isSuspect('"a,\nb"c')).toBe(true);
    expect(isSuspect('"""a\nb"""')).toBe(false);
    expect(isSuspect('"a,\nb"""')).toBe(false);
  });

  it("give the same bounds of the wanted columns, whichever these are", () => {
    const someColumns = fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(someText, someColumns, (text, wanted) => {
        const all = scanned(text, "\n")?.map(([cells, line]) => [wanted.map((column) => cells[column] ?? ""), line]);
        expect(scanned(text, "\n", wanted) ?? undefined).toEqual(all);
      }),
      { numRuns: CASES, seed: SEED },
    );
  });

  it("give the bounds of the wanted columns only, however many others there are", () => {
    const first = `${"x,".repeat(700)}last,"over"\n`;
    const text = `${first}${"y\n".repeat(64)}`;
    const kernel = Kernel.take();
    const fields = new FieldScanner(kernel, { delimiter: 0x2c, lineEnd: 0x0a, wanted: [3, 700, 701] });
    writeBlock(fields, Buffer.from(text));
    expect(fields.next(0, text.length, true)).toBe(first.length);
    expect(fields.fields).toBe(702);
    const cells = [0, 1, 2].map((slot) => cellText(fields.bytes, fields.bounds(slot), "utf-8"));
    expect(cells).toEqual(["x", "last", "over"]);
    const all = fields.allCells({ end: text.length, isLast: true, limit: text.length });
    expect(all.map((cell) => cellText(fields.bytes, cell, "utf-8"))).toEqual([...Array(700).fill("x"), "last", "over"]);
    expect(cellText(fields.bytes, fields.bounds(1), "utf-8")).toBe("last");
    kernel.giveBack();
  });
});

describe("a plain record", () => {
  const text = [
    "0,a@example.com,2026-03-01,9.50,paid", // a key that may stand for guests, or none
    ",b@example.com,2026-03-02,8.50,paid",
    "17,,2026-03-02,8.50,paid",
    "17,,2026-03-02,8.50,cancelled",
    "17.0,,2026-03-02,8.50,cancelled",
    "17,,2026-03-02,,cancelled",
    "17,,,8.50,cancelled",
    '18,"a""b",2026-03-02,8.50,cancelled',
    '18,c@example.com,2026-03-02,8.50,"cancelled"',
    "19,d@example.com,2026-03-02,8.50,cancelled,more",
    "19,d@example.com,2026-03-02,8.50,cancelled",
    "20,d@example.com,2026-03-02,8.50,cancelled",
  ].join("\n");

  it("has all that is asked for; its amount may be blank, its words may be any, and spare cells do not matter", () => {
    const kernel = Kernel.take();
    const fields = new FieldScanner(kernel, {
      delimiter: 0x2c,
      lineEnd: 0x0a,
      wanted: [0, 1, 2, 3, 4],
      contents: {
        holds: ["key", "spare", "day", "amount", "word"],
        width: 5,
        date: { notation: "calendar", order: null },
        decimal: ".",
        amountUnit: "whole",
        hashKey: [1, 2, 3, 4],
        isUtf8: true,
        trims: false,
      },
    });
    writeBlock(fields, Buffer.from(text));
    const count = fields.scan(0, { end: text.length, isLast: true, limit: text.length });
    const plain = Array.from({ length: count }, (_, record) => {
      fields.select(record);
      return fields.isPlain;
    });
    kernel.giveBack();
    expect(plain).toEqual([true, true, true, true, false, true, false, true, true, false, true, true]);
  });
});

const ALL: readonly number[] = Array.from({ length: 64 }, (_, column) => column);

/** All records of a text; `null` where a quote is never closed. */
function scanned(text: string, lineEnd: LineEnd, wanted = ALL): readonly Found[] | null {
  const bytes = Buffer.from(text);
  return withScanner(lineEnd, wanted, (scanner) => foundIn(scanner, bytes, { ends: [bytes.length], wanted }));
}

/** The records, where the first `cut` bytes come first, and the rest when no whole record is left in them. */
function scannedInTwo(bytes: Buffer, cut: number): readonly Found[] | null {
  return withScanner("\n", ALL, (scanner) => foundIn(scanner, bytes, { ends: [cut, bytes.length], wanted: ALL }));
}

function foundIn(
  scanner: FieldScanner,
  bytes: Buffer,
  { ends, wanted }: { readonly ends: readonly number[]; readonly wanted: readonly number[] },
): readonly Found[] | null {
  const found: Found[] = [];
  let [line, at] = [1, 0];
  for (const end of ends) {
    const isLast = end === bytes.length;
    writeBlock(scanner, bytes.subarray(0, end));
    for (let count = 1; count > 0; at = scanner.resumeAt) {
      count = scanner.scan(at, { end, isLast, limit: end });
      for (let record = 0; record < count; record += 1) {
        scanner.select(record);
        found.push([cellsOf(scanner, wanted), line]);
        line += 1 + scanner.innerLineEnds;
      }
    }
    if (isLast) break;
  }
  return at < bytes.length ? null : found;
}

function withScanner<T>(lineEnd: LineEnd, wanted: readonly number[], use: (scanner: FieldScanner) => T): T {
  const kernel = Kernel.take();
  const result = use(new FieldScanner(kernel, { delimiter: 0x2c, lineEnd: lineEnd.charCodeAt(0), wanted }));
  kernel.giveBack();
  return result;
}

/** Those of the wanted columns; blank where the record does not reach one, and none where all are wanted. */
function cellsOf(scanner: FieldScanner, wanted: readonly number[]): readonly string[] {
  const slots = wanted === ALL ? ALL.slice(0, scanner.fields) : wanted;
  return slots.map((column, slot) =>
    column < scanner.fields ? cellText(scanner.bytes, scanner.bounds(slot), "utf-8") : "",
  );
}

/** The same by the tolerant reader; a quote that runs lines together is no matter here. */
async function parsed(text: string, lineEnd: LineEnd): Promise<readonly Found[] | null> {
  const found: Found[] = [];
  const source = memorySource([Buffer.from(text)], "text");
  const dialect = { gzip: false, encoding: "utf-8", delimiter: ",", lineEnd, quoting: true } as const;
  const error: unknown = await readRecords(source, dialect, (cells, line) => {
    found.push([cells, line]);
    return true;
  }).catch((thrown: unknown) => thrown);
  return error instanceof Error && error.message.includes("never closed") ? null : found;
}
