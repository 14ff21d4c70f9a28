import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dialect, readRecords } from "../../../src/csv/records.ts";
import { scanRecords } from "../../../src/csv/scanner/scan-records.ts";
import { memorySource } from "../../../src/files/byte-source.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 50_000 : 500;
const SEED = 4_000;
const COLUMNS = [0, 1, 2, 5];

const DIALECT: Dialect = { gzip: false, encoding: "utf-8", delimiter: ",", lineEnd: "\n", quoting: true };

/** A text in blocks of any size; some begin with a byte order mark. */
const someBlocks = fc
  .tuple(
    fc.constantFrom("", "", "\ufeff"),
    fc.array(fc.constantFrom('"', '"', '""', ",", ",", "\n", "\r\n", "a", "b c", "ä", '"\n', '",'), { maxLength: 24 }),
    fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([mark, parts, sizes]) => {
    const bytes = Buffer.from(mark + parts.join(""));
    const blocks: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += blocks.at(-1)?.length ?? 1) {
      blocks.push(bytes.subarray(at, at + (sizes[blocks.length % sizes.length] ?? 1)));
    }
    return blocks;
  });

describe("records that are looked at before they are understood", () => {
  it("are those of the tolerant reader, up to the one that is enough or the quote that stays open", async () => {
    await fc.assert(
      fc.asyncProperty(someBlocks, fc.integer({ min: 1, max: 12 }), async (blocks, most) => {
        const source = memorySource(blocks, "text");
        const scanned: unknown[] = [];
        const end = await scanRecords(source, { dialect: DIALECT, columns: COLUMNS }, ({ fields, line, text }) => {
          scanned.push({ fields, line, texts: [...COLUMNS, 3].map(text) });
          return scanned.length < most;
        });
        const parsed: unknown[] = [];
        const error: unknown = await readRecords(source, DIALECT, (cells, line) => {
          const texts = COLUMNS.map((column) => cells[column] ?? "");
          parsed.push({ fields: cells.length, line, texts: [...texts, ""] });
          return parsed.length < most;
        }).catch((thrown: unknown) => thrown);
        expect(scanned).toEqual(parsed);
        const isOpen = error instanceof Error && error.message.includes("never closed");
        expect(end).toBe(parsed.length === most ? "enough" : isOpen ? "open quote" : "end");
      }),
      { numRuns: CASES, seed: SEED },
    );
  });

  it("are read in UTF-16, too", async () => {
    const [text, texts] = [Buffer.from("\ufeffÄ,b\r\nc,\u20ac\r\n", "utf16le"), [] as string[]];
    const source = memorySource([text.subarray(0, 5), text.subarray(5)], "text"); // cut inside of a character
    const dialect = { ...DIALECT, encoding: "utf-16le" as const };
    const end = await scanRecords(source, { dialect, columns: [0, 1] }, (record) => {
      texts.push(record.text(0), record.text(1));
      return true;
    });
    expect({ end, texts }).toEqual({ end: "end", texts: ["Ä", "b", "c", "€"] });
  });

  it("have their quotes where these mean nothing, one of which is never closed", async () => {
    const texts: string[] = [];
    const source = memorySource([Buffer.from('"a""b","5" pipe,c"\n"never,closed\n')], "text");
    const dialect = { ...DIALECT, quoting: false };
    const end = await scanRecords(source, { dialect, columns: [0, 1] }, (record) => {
      texts.push(record.text(0), record.text(1));
      return true;
    });
    expect({ end, texts }).toEqual({ end: "end", texts: ['"a""b"', '"5" pipe', '"never', "closed"] });
  });

  it.each([
    ["runs of blanks", { delimiter: "blanks" }],
    ["a delimiter of two bytes", { delimiter: "§" }],
  ] as const)("are the tolerant reader's with %s", async (_, part) => {
    const source = memorySource([Buffer.from("a,b\n")], "text");
    expect(await scanRecords(source, { dialect: { ...DIALECT, ...part }, columns: [0] }, () => true)).toBeNull();
  });
});
