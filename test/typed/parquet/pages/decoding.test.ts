import fc from "fast-check";
import { readRleBitPackedHybrid } from "hyparquet/src/encoding.js";
import { describe, expect, it } from "vitest";
import { plainNumbers } from "../../../../src/typed/parquet/pages/plain-numbers.ts";
import { plainTexts } from "../../../../src/typed/parquet/pages/plain-texts.ts";
import { unpackRuns } from "../../../../src/typed/parquet/pages/run-lengths.ts";
import { cellsOfStored, decimalText } from "../../../../src/typed/parquet/pages/stored-value.ts";

const RUNS = process.env["RFM_LONG_TESTS"] === "1" ? 20_000 : 500;

/** Runs as the format has them: one value many times, or groups of eight, packed. */
const run = (
  width: number,
): fc.Arbitrary<{ readonly bytes: readonly number[]; readonly values: readonly number[] }> => {
  const value = fc.integer({ min: 0, max: 2 ** width - 1 });
  const same = fc.tuple(value, fc.integer({ min: 1, max: 300 })).map(([one, count]) => ({
    bytes: [...varint(count * 2), ...bitsOf([one], Math.ceil(width / 8) * 8)],
    values: Array.from({ length: count }, () => one),
  }));
  const packed = fc.integer({ min: 1, max: 5 }).chain((groups) =>
    fc.array(value, { minLength: groups * 8, maxLength: groups * 8 }).map((values) => ({
      bytes: [...varint(groups * 2 + 1), ...bitsOf(values, width)],
      values,
    })),
  );
  return fc.oneof(same, packed);
};

function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

function bitsOf(values: readonly number[], width: number): readonly number[] {
  const bits = values.flatMap((value) => Array.from({ length: width }, (_, bit) => Math.floor(value / 2 ** bit) % 2));
  return Array.from({ length: Math.ceil(bits.length / 8) }, (_, byte) =>
    bits.slice(byte * 8, byte * 8 + 8).reduce((sum, bit, at) => sum + bit * 2 ** at, 0),
  );
}

describe("runs and packed values", () => {
  it("are what was packed, and what the library unpacks", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 31 })
          .chain((width) =>
            fc.tuple(fc.constant(width), fc.array(run(width), { minLength: 1, maxLength: 6 }), fc.nat(7)),
          ),
        ([width, runs, less]) => {
          const bytes = Uint8Array.from(runs.flatMap((one) => one.bytes));
          const values = runs.flatMap((one) => one.values);
          const count = Math.max(1, values.length - less);
          const into = new Int32Array(count);
          unpackRuns({ bytes, start: 0, end: bytes.length }, width, into);
          expect([...into]).toEqual(values.slice(0, count));
          if (width > 24) return; // the library reads wider ones wrongly where they cross four bytes
          const theirs = new Array<number>(count);
          readRleBitPackedHybrid({ view: new DataView(bytes.buffer), offset: 0 }, width, theirs, bytes.length);
          expect(theirs.slice(0, count)).toEqual([...into]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("are refused where they are cut short, whatever remains", () => {
    const bytes = Uint8Array.from([...varint(7), ...bitsOf(Array(24).fill(5), 3), ...varint(40), 1]);
    const into = new Int32Array(44);
    unpackRuns({ bytes, start: 0, end: bytes.length }, 3, into);
    for (let end = 0; end < bytes.length; end += 1) {
      expect(() => unpackRuns({ bytes, start: 0, end }, 3, into), String(end)).toThrow(/cut short/);
    }
  });
});

describe("numbers", () => {
  it("of 64 bits are those that BigInt reads, in every unit", () => {
    const kinds = [
      { kind: "number" },
      { kind: "unsigned", bits: 64 },
      { kind: "decimal", scale: 3 },
      { kind: "moment", unit: "MILLIS" },
      { kind: "moment", unit: "MICROS" },
      { kind: "moment", unit: "NANOS" },
    ] as const;
    const anyWhole = fc.oneof(
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      fc.bigInt({ min: -3_000_000_000n, max: 3_000_000_000n }),
      fc.bigInt({ min: -(2n ** 53n) + 1n, max: 2n ** 53n - 1n }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.array(anyWhole, { minLength: 1 }), (kind, wholes) => {
        const stored = BigInt64Array.from(wholes, (whole) => whole % 2n ** 62n); // microseconds of the year 2116 are exact
        const bytes = new Uint8Array(3 + stored.byteLength); // not aligned
        bytes.set(new Uint8Array(stored.buffer), 3);
        const cells = plainNumbers({ bytes, start: 3, count: wholes.length }, "INT64", kind);
        const read = "numbers" in cells ? [...cells.numbers] : cells.values;
        expect(read.map((value) => (value === 0 ? 0 : value))).toEqual(cellsOfStored(stored, kind).values);
      }),
      { numRuns: RUNS },
    );
  });

  it("with a point have all their digits", () => {
    expect(decimalText(12_345n, 2)).toBe("123.45");
    expect(decimalText(-5n, 3)).toBe("-0.005");
    expect(decimalText(0n, 1)).toBe("0.0");
    expect(decimalText(7n, 0)).toBe("7");
    expect(decimalText(7n, -2)).toBe("700");
    expect(decimalText(-(10n ** 37n) - 1n, 10)).toBe("-1000000000000000000000000000.0000000001");
  });

  it("and texts that go beyond their page are refused", () => {
    const bytes = Uint8Array.from([3, 0, 0, 0, 97, 98, 99, 200, 0, 0, 0, 97]);
    expect(plainTexts(bytes, 0, 1)).toMatchObject({ starts: Uint32Array.of(4), ends: Uint32Array.of(7) });
    expect(() => plainTexts(bytes, 0, 2)).toThrow("a text is cut short");
    expect(() => plainTexts(bytes, 0, 100)).toThrow("a page is cut short");
    expect(() => plainNumbers({ bytes, start: 8, count: 2 }, "INT32", { kind: "number" })).toThrow("cut short");
  });
});
