import { describe, expect, it } from "vitest";
import type { Dialect } from "../../../src/csv/records.ts";
import { cellText } from "../../../src/csv/scanner/cell-text.ts";
import { singleByte } from "../../../src/csv/scanner/single-byte.ts";
import { CELL } from "../../../src/kernel/cells.ts";

describe("a delimiter", () => {
  it.each([
    [",", "utf-8", 0x2c],
    ["\t", "windows-1252", 0x09],
    ["§", "utf-8", null],
    ["§", "windows-1252", 0xa7],
    ["€", "windows-1252", 0x80],
    ["€", "iso-8859-15", 0xa4],
    ["¤", "iso-8859-15", null],
    ["€", "iso-8859-1", null],
    ["||", "utf-8", null],
    ["blanks", "utf-8", null],
  ] as const)("%j in %s is byte %s", (delimiter, encoding, byte) => {
    expect(singleByte(delimiter, encoding)).toBe(byte);
  });
});

describe("the text of a cell", () => {
  const textOf = (cell: string | Buffer, kind: number, encoding: Dialect["encoding"] = "utf-8"): string => {
    const bytes = Buffer.concat([Buffer.from(","), Buffer.from(cell), Buffer.from(',"x"')]);
    return cellText(bytes, { start: 1, end: bytes.length - 4, kind }, encoding);
  };

  it.each([
    ["plain", "plain", CELL.unquoted, "plain"],
    ["in quotes, without them", "a,b\nc", CELL.quoted, "a,b\nc"],
    ["with doubled quotes inside", 'say ""hi""', CELL.escaped, 'say "hi"'],
    ["with text after its closing quote", '"ab"c', CELL.relaxed, '"ab"c'],
    ["with doubled quotes before that", '"a""b"c', CELL.relaxed, '"a"b"c'],
    ["with more quotes after it", '""x"y""', CELL.relaxed, '""x"y""'],
    ["with a NUL after its closing quote", '"ab"\u0000c', CELL.relaxed, "ab\u0000c"],
  ] as const)("%s", (_, cell, kind, text) => {
    expect(textOf(cell, kind)).toBe(text);
  });

  it.each([
    ["windows-1252", "€"],
    ["iso-8859-1", "\u0080"],
  ] as const)("in %s", (encoding, text) => {
    expect(textOf(Buffer.of(0x80), CELL.unquoted, encoding)).toBe(text);
  });

  it("that is cut off inside a character has U+FFFD there", () => {
    expect(textOf(Buffer.of(0x61, 0xc3), CELL.quoted)).toBe("a\ufffd");
  });
});
