import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toUtf8 } from "../../src/csv/decode.ts";
import { DAMAGED_UTF8, ENCODINGS, type Encoding } from "../../src/csv/detect/encoding.ts";

async function decode(bytes: Buffer, encoding: Encoding, blockLength = bytes.length): Promise<string> {
  async function* blocks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += blockLength) yield bytes.subarray(at, at + blockLength);
  }
  const parts: Uint8Array[] = [];
  for await (const block of toUtf8(blocks(), { encoding, name: "a.csv" })) parts.push(block);
  return Buffer.concat(parts).toString("utf8");
}

// The bytes 0x80 … 0x9F that Windows-1252 has characters for, as its code page table gives them.
const WINDOWS_1252: readonly (readonly [byte: number, codePoint: number])[] = [
  [0x80, 0x20ac],
  [0x82, 0x201a],
  [0x83, 0x0192],
  [0x84, 0x201e],
  [0x85, 0x2026],
  [0x86, 0x2020],
  [0x87, 0x2021],
  [0x88, 0x02c6],
  [0x89, 0x2030],
  [0x8a, 0x0160],
  [0x8b, 0x2039],
  [0x8c, 0x0152],
  [0x8e, 0x017d],
  [0x91, 0x2018],
  [0x92, 0x2019],
  [0x93, 0x201c],
  [0x94, 0x201d],
  [0x95, 0x2022],
  [0x96, 0x2013],
  [0x97, 0x2014],
  [0x98, 0x02dc],
  [0x99, 0x2122],
  [0x9a, 0x0161],
  [0x9b, 0x203a],
  [0x9c, 0x0153],
  [0x9e, 0x017e],
  [0x9f, 0x0178],
];

describe("toUtf8", () => {
  it("has Windows-1252's euro sign, quotes and carons", async () => {
    for (const [byte, codePoint] of WINDOWS_1252) {
      expect(await decode(Buffer.from([byte]), "windows-1252")).toBe(String.fromCodePoint(codePoint));
    }
  });

  it("has Latin-1 in the upper half of the one-byte encodings", async () => {
    for (let byte = 0xa0; byte <= 0xff; byte += 1) {
      const character = String.fromCodePoint(byte);
      expect(await decode(Buffer.from([byte]), "windows-1252")).toBe(character);
      expect(await decode(Buffer.from([byte]), "iso-8859-1")).toBe(character);
    }
  });

  it("has the eight characters in which ISO-8859-15 differs", async () => {
    const bytes = Buffer.from([0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe]);
    expect(await decode(bytes, "iso-8859-15")).toBe("€ŠšŽžŒœŸ");
    expect(await decode(Buffer.from("Mäkinen ½".replace("½", "x"), "latin1"), "iso-8859-15")).toBe("Mäkinen x");
  });

  it("puts UTF-16 together again wherever a block cuts it", async () => {
    const text = "Mäkinen,12 €,😀\n";
    const little = Buffer.from(text, "utf16le");
    const big = Buffer.from(text, "utf16le").swap16();
    for (let length = 1; length <= little.length; length += 1) {
      expect(await decode(little, "utf-16le", length)).toBe(text);
      expect(await decode(big, "utf-16be", length)).toBe(text);
    }
  });

  it("leaves ASCII as it is in every one-byte encoding and UTF-8", async () => {
    const ascii = fc.string({ unit: "binary-ascii" });
    await fc.assert(
      fc.asyncProperty(
        ascii,
        fc.constantFrom(...ENCODINGS.filter((name) => !name.startsWith("utf-16"))),
        async (text, encoding) => {
          expect(await decode(Buffer.from(text), encoding, 5)).toBe(text);
        },
      ),
    );
  });

  // Bytes as Python's codecs write them: an independent table.
  it.each([
    ["gb18030", "b6a9b5a5b1e0bac5b4ef", "\u8ba2\u5355\u7f16\u53f7\u8fbe"],
    ["big5", "ad71b3e6", "\u8a02\u55ae"],
    ["shift_jis", "92868e9f", "\u4e2d\u6b21"],
    ["euc-kr", "c1d6b9ae", "\uc8fc\ubb38"],
    ["windows-1250", "9f9cb9", "źśą"],
    ["windows-1251", "cae8e5e2", "Киев"],
    ["windows-1253", "e1e2e3", "αβγ"],
    ["windows-1254", "fdfef0", "ışğ"],
    ["windows-1257", "e0e6eb", "ąęė"],
  ] as const)("reads %s, however its blocks are cut", async (encoding, hex, text) => {
    for (const length of [1, 2, 3, 100]) expect(await decode(Buffer.from(hex, "hex"), encoding, length)).toBe(text);
  });

  it("refuses bytes that a named encoding does not have", async () => {
    await expect(decode(Buffer.from("41ff42", "hex"), "gb18030")).rejects.toThrow(
      "a.csv: the text has bytes that are no characters of gb18030",
    );
    await expect(decode(Buffer.from("41b6", "hex"), "gb18030")).rejects.toThrow("no characters of gb18030");
    // half of a pair, and half of a character, would both be the replacement character
    const half = decode(Buffer.from("410000d84200", "hex"), "utf-16le");
    await expect(half).rejects.toThrow("no characters of utf-16le");
    await expect(half).rejects.toMatchObject({ hint: expect.stringContaining("cut off in the middle of a character") });
    await expect(decode(Buffer.from("004100", "hex"), "utf-16be")).rejects.toThrow("no characters of utf-16be");
  });

  it("keeps what is UTF-8 and reads each other byte in Windows-1252, wherever blocks are cut", async () => {
    // a stray ä, a cut euro sign, an overlong slash, half a pair, a character beyond the last, a continuing byte, and a cut end
    const hex = "c3a4 e4 20 e282 20 c0af eda080 f4908080 bf f09f9880 c3";
    const text = "ää â‚ À¯í\u00a0€ô\u0090€€¿😀Ã";
    const bytes = Buffer.from(hex.replaceAll(" ", ""), "hex");
    for (let length = 1; length <= bytes.length; length += 1) {
      expect(await decode(bytes, DAMAGED_UTF8, length)).toBe(text);
    }
  });

  it("is UTF-8 itself where nothing is damaged", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 7 }), async (text, length) => {
        const bytes = Buffer.from(text);
        expect(await decode(bytes, DAMAGED_UTF8, length)).toBe(bytes.toString("utf8"));
      }),
    );
  });

  it("never makes two texts one, but where one has the other's letter as UTF-8", async () => {
    const bytes = Array.from({ length: 128 }, (_, index) => index + 128);
    const read = await Promise.all(bytes.map((byte) => decode(Buffer.from([0x41, byte, 0x42]), DAMAGED_UTF8)));
    expect(new Set(read).size).toBe(128);
    expect(read.join("")).not.toContain("\ufffd");
  });
});
