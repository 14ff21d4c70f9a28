import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memorySource } from "../../../src/orders/inputs/byte-source.ts";
import { readRecords } from "../../../src/orders/read/records.ts";
import { cellText } from "../../../src/orders/scan/cell-text.ts";
import { FieldScanner, INCOMPLETE, SLACK } from "../../../src/orders/scan/field-scanner.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 200_000 : 1500;
const SEED = 4_000;

/** A record's cells and the line where it begins. */
type Found = readonly [readonly string[], number];
type LineEnd = "\n" | "\r";

/** Text of the characters that mean something to the scanner, and a few that do not. */
const someText = fc
  .array(fc.constantFrom('"', '"', '""', ",", ",", "\n", "\r\n", "\r", "a", "b c", "ä", "\u0000", ";", '"\n', '",'), {
    maxLength: 24,
  })
  .map((parts) => parts.join(""));

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
      { numRuns: CASES / 5, seed: SEED },
    );
  });

  it("give the bounds of the wanted columns only, however many others there are", () => {
    const text = `${"x,".repeat(700)}last,"over"\n`;
    const fields = new FieldScanner({ delimiter: 0x2c, lineEnd: 0x0a, wanted: [3, 700, 701] });
    const bytes = Buffer.concat([Buffer.from(text), Buffer.alloc(SLACK)]);
    fields.seal(bytes, text.length);
    expect(fields.next(bytes, 0, text.length, true)).toBe(text.length);
    expect(fields.fields).toBe(702);
    const cells = [0, 1, 2].map((slot) => bytes.toString("latin1", fields.starts[slot], fields.ends[slot]));
    expect(cells).toEqual(["x", "last", "over"]);
  });
});

const MOST_FIELDS = 64;

/** All records of a text; `null` where a quote is never closed. */
function scanned(text: string, lineEnd: LineEnd): readonly Found[] | null {
  const bytes = Buffer.from(text);
  const block = Buffer.concat([bytes, Buffer.alloc(SLACK)]);
  const scanner = newScanner(lineEnd);
  scanner.seal(block, bytes.length);
  const found: Found[] = [];
  let line = 1;
  for (let at = 0; at < bytes.length; ) {
    const next = scanner.next(block, at, bytes.length, true);
    if (next === INCOMPLETE) return null;
    found.push([cellsOf(block, scanner), line]);
    line += 1 + scanner.innerLineEnds;
    at = next;
  }
  return found;
}

/** The records, where the first `cut` bytes come first, and the rest when no whole record is left in them. */
function scannedInTwo(bytes: Buffer, cut: number): readonly Found[] | null {
  const scanner = newScanner("\n");
  const found: Found[] = [];
  let [line, at] = [1, 0];
  for (const end of [cut, bytes.length]) {
    const isLast = end === bytes.length;
    const block = Buffer.concat([bytes.subarray(0, end), Buffer.alloc(SLACK)]);
    scanner.seal(block, end);
    while (at < end) {
      const next = scanner.next(block, at, end, isLast);
      if (next === INCOMPLETE && isLast) return null;
      if (next === INCOMPLETE) break;
      found.push([cellsOf(block, scanner), line]);
      line += 1 + scanner.innerLineEnds;
      at = next;
    }
    if (isLast) break;
  }
  return found;
}

function newScanner(lineEnd: LineEnd): FieldScanner {
  const wanted = Array.from({ length: MOST_FIELDS }, (_, column) => column);
  return new FieldScanner({ delimiter: 0x2c, lineEnd: lineEnd.charCodeAt(0), wanted });
}

function cellsOf(bytes: Buffer, { fields, starts, ends, kinds }: FieldScanner): readonly string[] {
  return Array.from({ length: fields }, (_, slot) =>
    cellText(bytes, {
      start: starts[slot] as number,
      end: ends[slot] as number,
      kind: kinds[slot] as number,
      encoding: "utf-8",
    }),
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
