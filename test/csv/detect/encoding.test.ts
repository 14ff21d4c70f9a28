import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAMAGED_UTF8, detectEncoding } from "../../../src/csv/detect/encoding.ts";
import type { StrayBytes } from "../../../src/csv/detect/stray-bytes.ts";
import { InputError } from "../../../src/errors.ts";
import { type ByteSource, memorySource } from "../../../src/files/byte-source.ts";

const HEADER = "order_id,customer,date,amount\n";

/** Detects the encoding of bytes that come in one block, or cut into blocks of this length. */
async function detect(bytes: Buffer, blockLength = bytes.length): Promise<string> {
  return (await detectEncoding(cut(bytes, blockLength), false)).encoding;
}

/** The bytes that are no UTF-8. */
async function strays(bytes: Buffer, blockLength = bytes.length): Promise<StrayBytes | null> {
  return (await detectEncoding(cut(bytes, blockLength), false)).strays;
}

function cut(bytes: Buffer, blockLength: number): ByteSource {
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += blockLength) blocks.push(bytes.subarray(at, at + blockLength));
  return memorySource(blocks, "a.csv");
}

function latin1(text: string): Buffer {
  return Buffer.from(HEADER + text, "latin1");
}

/** UTF-16 with the high byte first. */
function bigEndian(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}

describe("UTF-8", () => {
  it("is plain ASCII, with or without a byte order mark", async () => {
    expect(await detect(Buffer.from(HEADER))).toBe("utf-8");
    expect(await detect(Buffer.from(`\ufeff${HEADER}`))).toBe("utf-8");
  });

  it("is found wherever a block cuts a character of two, three or four bytes", async () => {
    const bytes = Buffer.from(`${HEADER}1,Mäkinen,2026-03-04,12 €\n2,😀,2026-03-04,1\nä€😀`);
    for (let length = 1; length <= bytes.length; length += 1) expect(await detect(bytes, length)).toBe("utf-8");
  });

  it("is found in any text, cut anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        async (text, length) => {
          const bytes = Buffer.from(HEADER + text.replaceAll("\0", ""));
          expect(await detect(bytes, length)).toBe("utf-8");
        },
      ),
      { numRuns: 200 },
    );
  });

  it("does not end inside a character", async () => {
    const cut = Buffer.concat([Buffer.from(HEADER), Buffer.from("€").subarray(0, 2)]);
    for (const length of [cut.length, 1, 2]) expect(await detect(cut, length)).toBe("windows-1252");
  });

  it("has other bytes in it where one in the middle of a long file is none of it, by line and character", async () => {
    const good = Buffer.from("1,Véronique,2026-03-04,12\n".repeat(5000));
    const bytes = Buffer.concat([Buffer.from(HEADER), good, Buffer.from("2,Zoé, "), Buffer.from([0xe4, 0x0a]), good]);
    expect(await detect(bytes, 65_536)).toBe(DAMAGED_UTF8);
    expect(await strays(bytes)).toEqual({ count: 1, first: { byte: 0xe4, line: 5002, character: 8 } });
  });

  it("has other bytes in it where a mark says that it is UTF-8", async () => {
    const bytes = Buffer.concat([Buffer.from(`\ufeff${HEADER}`), latin1("1,Mäki,2026-03-04,12 \xa4").subarray(30)]);
    expect(await detect(bytes)).toBe(DAMAGED_UTF8);
    expect(await strays(bytes)).toEqual({ count: 2, first: { byte: 0xe4, line: 2, character: 4 } });
  });

  it("has other bytes in it while they are no more than its characters beyond ASCII; then it is another encoding", async () => {
    const text = (utf8: number, other: number): Buffer =>
      Buffer.concat([Buffer.from(`${HEADER}${"ä,".repeat(utf8)}`), Buffer.from("\xe4,".repeat(other), "latin1")]);
    expect(await detect(text(0, 1))).toBe("windows-1252");
    expect(await detect(text(3, 3))).toBe(DAMAGED_UTF8);
    expect(await detect(text(3, 4))).toBe("windows-1252");
    expect(await strays(text(3, 4))).toMatchObject({ count: 4 });
    expect(await strays(text(3, 0))).toBeNull();
  });

  it("counts other bytes alike wherever blocks cut the text", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}1,Véronique 😀 Zoë €,`),
      Buffer.from([0xf0, 0x9f, 0x98, 0x2c, 0xe4, 0x0a, 0xc3, 0xa9, 0xc3]),
    ]);
    for (let length = 1; length <= bytes.length; length += 1)
      expect(await strays(bytes, length)).toEqual({ count: 5, first: { byte: 0xf0, line: 2, character: 21 } });
  });

  it("has no overlong forms and no halves of UTF-16 pairs", async () => {
    expect(await detect(Buffer.concat([Buffer.from(HEADER), Buffer.from([0xc0, 0xaf])]))).toBe("windows-1252");
    expect(await detect(Buffer.concat([Buffer.from(HEADER), Buffer.from([0xed, 0xa0, 0x80])]))).toBe("windows-1252");
  });
});

describe("one-byte encodings", () => {
  it("are Windows-1252 where the bytes are not UTF-8", async () => {
    expect(await detect(latin1("1,M\u00e4kinen,2026-03-04,12"))).toBe("windows-1252");
  });

  it("are Windows-1252 by its euro sign and quotes", async () => {
    expect(await detect(latin1("1,Anna,2026-03-04,12 \x80"))).toBe("windows-1252");
    expect(await detect(latin1("1,\x93Anna\x94,2026-03-04,\xa4"))).toBe("windows-1252");
  });

  it("are ISO-8859-15 by its euro sign, unless a byte of Windows-1252's own occurs anywhere", async () => {
    const euro = latin1("1,M\u00e4kinen,2026-03-04,12 \xa4\n");
    expect(await detect(euro)).toBe("iso-8859-15");
    expect(await detect(euro, 7)).toBe("iso-8859-15");
    expect(await detect(Buffer.concat([euro, Buffer.from("x".repeat(100)), Buffer.from([0x99])]), 16)).toBe(
      "windows-1252",
    );
  });
});

describe("UTF-16", () => {
  const text = `${HEADER}1,Mäkinen,2026-03-04,12 €\n`;

  it("is told by its byte order mark", async () => {
    expect(await detect(Buffer.from(`\ufeff${text}`, "utf16le"))).toBe("utf-16le");
    expect(await detect(bigEndian(`\ufeff${text}`))).toBe("utf-16be");
  });

  it("is told without one by NUL bytes in every other place", async () => {
    expect(await detect(Buffer.from(text, "utf16le"))).toBe("utf-16le");
    expect(await detect(bigEndian(text))).toBe("utf-16be");
    expect(await detect(Buffer.from(text, "utf16le"), 7)).toBe("utf-16le");
  });
});

describe("what is no text", () => {
  it("is refused: an empty file", async () => {
    await expect(detect(Buffer.alloc(0), 1)).rejects.toThrow(/a\.csv: the file is empty/);
  });

  it.each([
    ["a workbook", [0x50, 0x4b, 0x03, 0x04]],
    ["an old workbook", [0xd0, 0xcf, 0x11, 0xe0]],
    ["a PDF", [0x25, 0x50, 0x44, 0x46]],
    ["bzip2", [0x42, 0x5a, 0x68]],
    ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
    ["Parquet", [0x50, 0x41, 0x52, 0x31]],
  ])("is refused by its first bytes, with what to do instead: %s", async (_, magic) => {
    const reading = detect(Buffer.concat([Buffer.from(magic), Buffer.from(HEADER)]));
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toMatchObject({ hint: expect.stringMatching(/./) });
  });

  it("is refused: text with a NUL byte, by its line", async () => {
    const reading = detect(Buffer.from(`${HEADER}1,Anna,2026-03-04,1\n2,B\0n,2026-03-04,1\n`));
    await expect(reading).rejects.toThrow(/line 3 has a NUL byte/);
    const far = detect(Buffer.from(`${HEADER}${"1,Anna,2026-03-04,1\n".repeat(1000)}\0`), 100);
    await expect(far).rejects.toThrow(/line 1002 has a NUL byte/);
  });

  it("is refused: mostly control characters", async () => {
    const reading = detect(Buffer.from(Array.from({ length: 200 }, (_, index) => (index % 8) + 1)));
    await expect(reading).rejects.toThrow(InputError);
  });
});
