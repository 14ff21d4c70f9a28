import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RowWriter } from "../../src/kernel/row-writer.ts";

const RUNS = process.env["RFM_LONG_TESTS"] === "1" ? 200_000 : 4_000;

/** What the kernel makes of doubles, one in a row; `null` where it asks for the text. */
function written(values: readonly number[]): readonly (string | null)[] {
  const writer = new RowWriter([{ kind: "number" }], values.length);
  const asked = new Set<number>();
  try {
    writer.numbers(0).set(values);
    const bytes = writer.write(values.length, 0x2c, (row) => {
      asked.add(row);
      return "asked for";
    });
    const lines = Buffer.from(bytes).toString().split("\n");
    expect(lines.pop()).toBe("");
    expect(lines).toHaveLength(values.length);
    for (const row of asked) expect(lines[row]).toBe("asked for");
    return lines.map((line, row) => (asked.has(row) ? null : line));
  } finally {
    writer.close();
  }
}

/** Money by a number of orders, as averages are. */
const someQuotient = fc
  .tuple(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 1, max: 400 }))
  .map(([money, orders]) => money / (orders * 10_000));

const someDouble = fc.double({ min: -2e9, max: 2e9, noNaN: true, noDefaultInfinity: true });

describe("the shortest text of a double", () => {
  it("is that of String, wherever the kernel writes it", () => {
    const values = fc.sample(fc.oneof(someQuotient, someDouble), { numRuns: RUNS, seed: 14 });
    const texts = written(values);
    for (const [row, value] of values.entries()) expect(texts[row] ?? String(value)).toBe(String(value));
  });

  it("is written by the kernel for nearly all averages from 10 on", () => {
    const values = fc.sample(someQuotient, { numRuns: 4_000, seed: 15 }).filter((value) => Math.abs(value) >= 10);
    expect(values.length).toBeGreaterThan(3_000);
    expect(written(values).filter((text) => text === null).length).toBeLessThan(40);
  });

  it.each([
    [0.5, "0.5"],
    [-0, "0"],
    [105.26125, "105.26125"],
    [100 / 3, "33.333333333333336"],
    [200 / 3, "66.66666666666667"],
    [-1000 / 7, "-142.85714285714286"],
    [123_456_789.1 / 3, "41152263.03333333"],
    [12.000_000_1, "12.0000001"],
    [5_000_000.000_000_001, "5000000.000000001"],
  ])("of %d is %s", (value, text) => {
    expect(written([value])).toEqual([text]);
    expect(String(value)).toBe(text);
  });

  it.each([0.1234567, 1e9, 1e300, Number.POSITIVE_INFINITY])("is asked for at %d", (value) => {
    expect(written([1, value, 2])).toEqual(["1", null, "2"]);
  });
});

describe("RowWriter", () => {
  it("goes on behind a cell whose text it asks for, whatever that takes, in any column", () => {
    const writer = new RowWriter([{ kind: "whole" }, { kind: "own texts" }, { kind: "money" }], 3);
    try {
      writer.numbers(0).set([1.5, 2, Number.NaN]);
      const ends = writer.ends(1);
      for (const [row, text] of ["first", "é".repeat(50), ""].entries()) {
        writer.texts.addText(text);
        ends[row] = writer.texts.used;
      }
      writer.numbers(2).set([-12_500, 2 ** 60, 0.5]);
      const long = "x".repeat(300_000);
      const bytes = writer.write(3, 0x3b, (row, column) => `${long}${row}${column}`);
      expect(Buffer.from(bytes).toString()).toBe(`${long}00;first;-1.25\n2;${"é".repeat(50)};${long}12\n;;${long}22\n`);
    } finally {
      writer.close();
    }
  });

  it("writes the texts of a batch only, one batch after another", () => {
    const texts = ["a", "", "x".repeat(100)].map((text) => Buffer.from(text));
    const writer = new RowWriter([{ kind: "shared texts", texts }, { kind: "own texts" }], 2);
    const batch = (codes: readonly number[], own: readonly string[]): string => {
      writer.codes(0).set(codes);
      const ends = writer.ends(1);
      for (const [row, text] of own.entries()) {
        expect(writer.texts.addPlain(text, [0x22, 0x0a, 0x0d, 0x2c])).toBe(true);
        ends[row] = writer.texts.used;
      }
      return Buffer.from(writer.write(codes.length, 0x2c, () => "")).toString();
    };
    try {
      expect(batch([2, 0], ["one", "two"])).toBe(`${"x".repeat(100)},one\na,two\n`);
      expect(batch([1], ["three"])).toBe(",three\n");
    } finally {
      writer.close();
    }
  });
});
