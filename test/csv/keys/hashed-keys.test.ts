import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areDifferent, sortedPartialHashes } from "../../../src/csv/keys/are-different.ts";
import { numberFirstRows, writeFirstRows } from "../../../src/csv/keys/first-rows.ts";
import { groupKeys, NO_KEYS } from "../../../src/csv/keys/group-keys.ts";
import {
  ALL_PARTITIONS,
  giveBackHashes,
  HashedKeys,
  type PartialHashes,
  type PartitionRange,
} from "../../../src/csv/keys/hashed-keys.ts";
import { type FoundKeys, KeyNumbers, type PlacedHashes } from "../../../src/csv/keys/number-keys.ts";
import { KeyMemory } from "../../../src/kernel/key-memory.ts";
import { sipHash128 } from "../../support/sip-hash.ts";

const memory = newMemory();

function newMemory(): KeyMemory {
  const created = KeyMemory.create();
  if (created === null) throw new Error("there is no room for it");
  return created;
}

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
): {
  readonly placed: readonly PlacedHashes[];
  readonly partial: readonly PartialHashes[];
  readonly column: Int32Array;
} {
  const column: number[] = [];
  const partial: PartialHashes[] = [];
  const placed = segments.map((keys): PlacedHashes => {
    const firstRow = column.length;
    const [own, ofPartial] = [new HashedKeys(memory), new HashedKeys(memory)];
    for (const hashing of [own, ofPartial]) hashing.hashWith(hash);
    for (const [row, key] of keys.entries()) {
      const code = key === "" ? -1 : own.code(key);
      own.noteText(row, code);
      if (key !== "") ofPartial.noteText(row, ofPartial.code(key));
      column.push(code);
    }
    partial.push(ofPartial.sortedPartialHashes());
    return { firstRow, length: keys.length, hashes: own.sorted() };
  });
  return { placed, partial, column: Int32Array.from(column) };
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
  let tables = ranges.map(() => NO_KEYS);
  for (let from = 0; from < placed.length; from += together) {
    const some = placed.slice(from, from + together);
    const hashes = some.map((segment) => segment.hashes);
    const segments = { keys: hashes, rows: null, turn: null, first: from };
    tables = tables.map((table, index) => groupKeys(memory, segments, table, ranges[index] as PartitionRange));
    numbers.add(some, tables, column);
    for (const sorted of hashes) giveBackHashes(sorted, memory);
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
      const own = new HashedKeys(memory);
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
        const { partial } = hashed(segments, strongHash);
        expect(ranges.every((range) => areDifferent(partial, range))).toBe(new Set(keys).size === keys.length);
      }),
    );
  });

  it("of several sources are different though their texts are the same", () => {
    const keysOf = (source: number): HashedKeys => {
      const keys = new HashedKeys(memory, source);
      keys.hashWith(strongHash);
      keys.noteText(0, keys.code(source === 0 ? "17" : `${source}\u000117`));
      expect(keys.texts).toEqual(["17"]);
      return keys;
    };
    const column = new Int32Array(3);
    const placed = [0, 1, 2].map(
      (source): PlacedHashes => ({ firstRow: source, length: 1, hashes: keysOf(source).sorted() }),
    );
    grouped(placed, column, [ALL_PARTITIONS]);
    expect([...column]).toEqual([0, 1, 2]);
    const halvesOf = (sources: readonly number[]) => sources.map((source) => keysOf(source).sortedPartialHashes());
    expect(areDifferent(halvesOf([0, 1, 2]), ALL_PARTITIONS)).toBe(true);
    expect(areDifferent(halvesOf([0, 1, 0]), ALL_PARTITIONS)).toBe(false);
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

  it("are sorted alike into memory that was used before, and apart from it", () => {
    const keysOf = (texts: readonly string[]): HashedKeys => {
      const own = new HashedKeys(memory);
      own.hashWith(strongHash);
      for (const [row, text] of texts.entries()) own.noteText(row, own.code(text));
      return own;
    };
    const texts = Array.from({ length: 3000 }, (_, index) => `${index}`);
    const first = keysOf(texts).sorted();
    const apart = keysOf(texts).sortedApart();
    expect(first).toEqual(apart);
    expect(apart.words.buffer).not.toBe(first.words.buffer);
    giveBackHashes(first, memory);
    const before = memory.sent.memory.buffer.byteLength;
    for (let times = 0; times < 9; times += 1) {
      const again = keysOf(texts).sorted();
      expect(again).toEqual(apart);
      giveBackHashes(again, memory);
    }
    expect(memory.sent.memory.buffer.byteLength).toBe(before);
  });

  it("lie by their first bits, in the order of their rows", () => {
    const own = new HashedKeys(memory);
    own.hashWith((text, to, at) => to.set([(text[0] as number) << 24, 1, 2, text[0] as number], at));
    for (const [row, text] of ["b", "a", "", "z", "a"].entries()) if (text !== "") own.noteText(row, own.code(text));
    const { starts, rows, words } = own.sorted();
    expect([...rows]).toEqual([1, 4, 0, 3]);
    expect([...words].filter((_, at) => at % 4 === 3)).toEqual([97, 97, 98, 122]);
    expect([0, 97, 98, 99, 122, 123, 256].map((partition) => starts[partition])).toEqual([0, 0, 2, 3, 3, 4, 4]);
  });

  it("have partial hashes that are sorted as those are that were hashed elsewhere", () => {
    const hashes = fc.array(fc.tuple(fc.integer(), fc.integer()), { maxLength: 300 });
    fc.assert(
      fc.property(hashes, (pairs) => {
        const own = new HashedKeys(memory);
        for (const [first, last] of pairs) {
          const at = own.next(0);
          own.hashes.set([first, 0, 0, last], at);
        }
        expect(structuredClone(own.sortedPartialHashes())).toEqual(
          structuredClone(sortedPartialHashes(Int32Array.from(pairs.flat()))),
        );
      }),
    );
  });

  it("leave nothing behind when they are cleared", () => {
    const keys = new HashedKeys(memory);
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
