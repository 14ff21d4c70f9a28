import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type Dialect, readRecords } from "../../src/csv/records.ts";
import { InputError } from "../../src/errors.ts";
import { memorySource } from "../../src/files/byte-source.ts";

const COMMAS: Dialect = { gzip: false, encoding: "utf-8", delimiter: ",", lineEnd: "\n", quoting: true };

type Record = readonly [line: number, ...cells: string[]];

/** The records of a text, each with the physical line on which it begins; the text in blocks of this length. */
async function recordsOf(
  text: string,
  dialect: Partial<Dialect> = {},
  blockLength = 1 << 16,
): Promise<readonly Record[]> {
  const bytes = Buffer.from(text);
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += blockLength) blocks.push(bytes.subarray(at, at + blockLength));
  const records: Record[] = [];
  await readRecords(memorySource(blocks, "a.csv"), { ...COMMAS, ...dialect }, (cells, line) => {
    records.push([line, ...cells]);
    return true;
  });
  return records;
}

describe("readRecords", () => {
  it("counts physical lines, the first is 1, across line breaks in quotes", async () => {
    expect(await recordsOf('a,b\n1,"x\ny\nz"\n2,c\n\n3,"p\r\nq"\n4,d\n')).toEqual([
      [1, "a", "b"],
      [2, "1", "x\ny\nz"],
      [5, "2", "c"],
      [6, ""],
      [7, "3", "p\r\nq"],
      [9, "4", "d"],
    ]);
  });

  it("reads quotes as RFC 4180 has them, and a stray one as it stands", async () => {
    expect(await recordsOf('"a ""b"" c","d,e",""\n5" pipe,x"y,z\n')).toEqual([
      [1, 'a "b" c', "d,e", ""],
      [2, '5" pipe', 'x"y', "z"],
    ]);
  });

  it("takes quotes for ordinary characters where they enclose nothing", async () => {
    expect(await recordsOf('"a,b"\n1,"2\n', { quoting: false })).toEqual([
      [1, '"a', 'b"'],
      [2, "1", '"2'],
    ]);
  });

  it("takes CRLF and LF in one file, and CR alone where the file has no other", async () => {
    expect(await recordsOf("a,b\r\n1,2\n3,4\r\n")).toEqual([
      [1, "a", "b"],
      [2, "1", "2"],
      [3, "3", "4"],
    ]);
    expect(await recordsOf("a,b\r1,2\r", { lineEnd: "\r" })).toEqual([
      [1, "a", "b"],
      [2, "1", "2"],
    ]);
  });

  it("takes any number of fields, and a last line without an end", async () => {
    expect(await recordsOf("a,b,c\n1\n1,2,3,4")).toEqual([
      [1, "a", "b", "c"],
      [2, "1"],
      [3, "1", "2", "3", "4"],
    ]);
  });

  it("drops the byte order mark", async () => {
    expect(await recordsOf("\ufeffa,b\n")).toEqual([[1, "a", "b"]]);
  });

  it("stops when it is told to", async () => {
    const lines: number[] = [];
    const source = memorySource([Buffer.from("a\nb\nc\nd\n")], "a.csv");
    await readRecords(source, COMMAS, (_, line) => {
      lines.push(line);
      return line < 2;
    });
    expect(lines).toEqual([1, 2]);
  });

  it("says where a quote was opened that is never closed", async () => {
    const reading = recordsOf('a,b\n1,2\n3,"4\n5,6\n');
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(/a\.csv: a quote opened in the row at line 3 is never closed/);
  });

  it("passes on the error of whoever takes the records", async () => {
    const source = memorySource([Buffer.from("a\nb\n")], "a.csv");
    const reading = readRecords(source, COMMAS, () => {
      throw new InputError("enough");
    });
    await expect(reading).rejects.toThrow(/enough/);
  });

  it("reads back what RFC 4180 writes, wherever a block cuts it", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ä", "😀", '"', ",", "\n", " "), maxLength: 6 });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 20 }), async (written, length) => {
        const text = written.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")).join("\n");
        let line = 1;
        const expected = written.map((cells): Record => {
          const start = line;
          line += 1 + cells.join("").split("\n").length - 1;
          return [start, ...cells];
        });
        expect(await recordsOf(text, {}, length)).toEqual(expected);
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});

it("makes no error for a record of another width than the first, of which there may be a hundred thousand", async () => {
  const lines = ["a,b,c", "", ",", ",,", ",,,", "1", "1,2,3,4", "", '"x', 'y",1'];
  const made = vi.spyOn(Error, "captureStackTrace"); // every error of the library notes where it was made
  try {
    expect(await recordsOf(`${lines.join("\n")}\n`, {}, 3)).toEqual([
      [1, "a", "b", "c"],
      [2, ""],
      [3, "", ""],
      [4, "", "", ""],
      [5, "", "", "", ""],
      [6, "1"],
      [7, "1", "2", "3", "4"],
      [8, ""],
      [9, "x\ny", "1"],
    ]);
    expect(made).not.toHaveBeenCalled();
    await expect(recordsOf('a,b\n1,"2\n')).rejects.toThrow(InputError);
    expect(made).toHaveBeenCalled(); // so that the above is seen if it happens
  } finally {
    made.mockRestore();
  }
});
