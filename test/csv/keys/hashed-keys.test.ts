import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areDifferent } from "../../../src/csv/keys/are-different.ts";
import { numberFirstRows, writeFirstRows } from "../../../src/csv/keys/first-rows.ts";
import { emptyKeyTable, groupKeys } from "../../../src/csv/keys/group-keys.ts";
import {
  ALL_PARTITIONS,
  type HalfHashes,
  HashedKeys,
  type HashSpace,
  hashSpaceOf,
  type PartitionRange,
} from "../../../src/csv/keys/hashed-keys.ts";
import { type FoundKeys, KeyNumbers, type PlacedHashes } from "../../../src/csv/keys/number-keys.ts";
import { sipHash128 } from "../../support/sip-hash.ts";

const KEY = Buffer.from("000102030405060708090a0b0c0d0e0f", "hex");

/** Hashes as bad as may be: texts that begin alike have the first words in common. */
function weakHash(text: Uint8Array, to: Int32Array, at: number): void {
  const whole = Buffer.from(text).toString("latin1");
  for (let word = 0; word < 3; word += 1) to[at + word] = whole.charCodeAt(0) || 0;
  to[at + 3] = [...whole].reduce((sum, letter) => sum * 257 + letter.charCodeAt(0), whole.length);
}

function strongHash(text: Uint8Array, to: Int32Array, at: number): void {
  const hash = sipHash128(KEY, text, { c: 1, d: 3 });
  for (let word = 0; word < 4; word += 1) to[at + word] = hash.readInt32LE(word * 4);
}

/** The hashes of segments of keys, "" for a row without one, and what each row has for a key. */
function hashed(
  segments: readonly (readonly string[])[],
  hash: typeof weakHash,
): { readonly placed: readonly PlacedHashes[]; readonly halves: readonly HalfHashes[]; readonly column: Int32Array } {
  const column: number[] = [];
  const halves: HalfHashes[] = [];
  const placed = segments.map((keys): PlacedHashes => {
    const firstRow = column.length;
    const own = new HashedKeys();
    own.hashWith(hash);
    for (const [row, key] of keys.entries()) {
      const code = key === "" ? -1 : own.code(key);
      own.noteText(row, code);
      column.push(code);
    }
    halves.push(own.sortedHalves());
    return { firstRow, length: keys.length, hashes: own.sorted() };
  });
  return { placed, halves, column: Int32Array.from(column) };
}

/** All partitions, cut at one of them. */
const someRanges = fc.nat(256).map((cut): readonly PartitionRange[] => [
  { from: cut, to: 256 },
  { from: 0, to: cut },
]);

/** As threads do it that take a range each, in any order, some segments at a time. */
function grouped(
  placed: readonly PlacedHashes[],
  column: Int32Array,
  ranges: readonly PartitionRange[],
  together = 2,
): FoundKeys {
  const numbers = new KeyNumbers(ranges);
  let tables = ranges.map(emptyKeyTable);
  for (let from = 0; from < placed.length; from += together) {
    const some = placed.slice(from, from + together);
    const hashes = some.map((segment) => segment.hashes);
    tables = tables.map((table, index) => groupKeys(hashes, table, ranges[index] as PartitionRange));
    numbers.add(some, tables, column);
  }
  return numbers.found();
}

const someSegments = fc.array(
  fc.array(fc.constantFrom("", "1", "01", "anna", "anne", "ben", "Käthe", "x".repeat(5000)), { maxLength: 30 }),
  { maxLength: 5 },
);

describe("hashed keys", () => {
  it.each([
    ["weak", weakHash],
    ["strong", strongHash],
  ])("are numbered as a Map would number them, by a %s hash", (_, hash) => {
    fc.assert(
      fc.property(someSegments, someRanges, fc.integer({ min: 1, max: 6 }), (segments, ranges, together) => {
        const { placed, column } = hashed(segments, hash);
        const keys = segments.flat();
        const map = new Map<string, number>();
        for (const key of keys) if (key !== "" && !map.has(key)) map.set(key, map.size);
        const { firstRows, keys: places } = grouped(placed, column, ranges, together);
        expect([...column]).toEqual(keys.map((key) => (key === "" ? -1 : map.get(key))));
        expect([...firstRows]).toEqual([...map.keys()].map((key) => keys.indexOf(key)));
        expect([...places].every((place) => place <= -2)).toBe(true);
      }),
    );
  });

  it.each([
    ["weak", weakHash],
    ["strong", strongHash],
  ])("are numbered likewise all at once, without their texts, by a %s hash", (_, hash) => {
    fc.assert(
      fc.property(someSegments, someRanges, (segments, ranges) => {
        const { placed, column } = hashed(segments, hash);
        const keys = segments.flat();
        for (const range of ranges) writeFirstRows(placed, column, range);
        expect([...column]).toEqual(keys.map((key) => (key === "" ? -1 : keys.indexOf(key))));
        const distinct = [...new Set(keys.filter((key) => key !== ""))];
        expect(numberFirstRows(column)).toBe(distinct.length);
        expect([...column]).toEqual(keys.map((key) => distinct.indexOf(key)));
      }),
    );
  });

  it("are told apart by every word of their hashes", () => {
    const alone = [0, 1, 2, 3].map((word) => Int32Array.from({ length: 4 }, (_, at) => (at === word ? 1 : 0)));
    const words = [new Int32Array(4), ...alone, new Int32Array(4)];
    const placed = words.map((hash, row): PlacedHashes => {
      const own = new HashedKeys();
      own.hashWith((_, to, at) => to.set(hash, at));
      own.noteText(0, own.code("any"));
      return { firstRow: row, length: 1, hashes: own.sorted() };
    });
    const column = new Int32Array(words.length);
    writeFirstRows(placed, column, ALL_PARTITIONS);
    expect([...column]).toEqual([0, 1, 2, 3, 4, 0]);
  });

  it("are all different or not, rows without a key aside", () => {
    fc.assert(
      fc.property(someSegments, someRanges, (segments, ranges) => {
        const keys = segments.flat().filter((key) => key !== "");
        const { halves } = hashed(segments, strongHash);
        expect(ranges.every((range) => areDifferent(halves, range))).toBe(new Set(keys).size === keys.length);
      }),
    );
  });

  it("of several sources are different though their texts are the same", () => {
    const own = [0, 1, 2].map((source) => {
      const keys = new HashedKeys(source);
      keys.hashWith(strongHash);
      keys.noteText(0, keys.code(source === 0 ? "17" : `${source}\u000117`));
      return keys;
    });
    expect(own.map((keys) => keys.texts)).toEqual([["17"], ["17"], ["17"]]);
    const column = new Int32Array(3);
    const placed = own.map((keys, index): PlacedHashes => ({ firstRow: index, length: 1, hashes: keys.sorted() }));
    grouped(placed, column, [ALL_PARTITIONS]);
    expect([...column]).toEqual([0, 1, 2]);
    expect(
      areDifferent(
        own.map((keys) => keys.sortedHalves()),
        ALL_PARTITIONS,
      ),
    ).toBe(true);
    expect(
      areDifferent(
        [0, 1, 0].map((index) => (own[index] as HashedKeys).sortedHalves()),
        ALL_PARTITIONS,
      ),
    ).toBe(false);
  });

  it("are numbered likewise where there are many, and the most come first", () => {
    const keys = Array.from({ length: 6000 }, (_, index) => `${(index * 7919) % 4001}`);
    const map = new Map<string, number>();
    for (const key of keys) if (!map.has(key)) map.set(key, map.size);
    const segments = [keys.slice(0, 5000), keys.slice(5000, 5001), keys.slice(5001)];
    const { placed, column } = hashed(segments, strongHash);
    grouped(placed, column, [ALL_PARTITIONS], 1);
    expect([...column]).toEqual(keys.map((key) => map.get(key)));
  });

  it("may be sorted into memory that was used before, if there is room", () => {
    const sortedInto = (keys: readonly string[], space?: HashSpace) => {
      const own = new HashedKeys();
      own.hashWith(strongHash);
      for (const [row, key] of keys.entries()) own.noteText(row, own.code(key));
      return own.sorted(space);
    };
    const [many, few] = [Array.from({ length: 50 }, (_, index) => `${index}`), ["anna", "ben"]];
    const used = sortedInto(many);
    const again = sortedInto(few, hashSpaceOf(used));
    expect(again.rows.buffer).toBe(used.rows.buffer);
    expect(again).toEqual(sortedInto(few));
    expect(sortedInto(many, hashSpaceOf(sortedInto(few)))).toEqual(sortedInto(many));
  });

  it("leave nothing behind when they are cleared", () => {
    const keys = new HashedKeys();
    keys.hashWith(strongHash);
    keys.noteText(0, keys.code("anna"));
    keys.clear();
    keys.noteText(0, keys.code("ben"));
    expect(keys.texts).toEqual(["ben"]);
    expect(keys.sorted().rows).toHaveLength(1);
  });
});

describe("the hash to compare with", () => {
  it.each([
    [0, "a3817f04ba25a8e66df67214c7550293"],
    [1, "da87c1d86b99af44347659119b22fc45"],
  ])("of %i bytes is the published one of SipHash-2-4", (length, hash) => {
    const text = Uint8Array.from({ length }, (_, index) => index);
    expect(sipHash128(KEY, text, { c: 2, d: 4 }).toString("hex")).toBe(hash);
  });
});
