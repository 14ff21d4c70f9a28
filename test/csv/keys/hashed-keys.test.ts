import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areDifferent } from "../../../src/csv/keys/are-different.ts";
import { ALL_PARTITIONS, type HalfHashes, HashedKeys, type PartitionRange } from "../../../src/csv/keys/hashed-keys.ts";
import { KeyGroups, KnownGroups, type NewGroups } from "../../../src/csv/keys/key-groups.ts";
import { type GroupedRows, matchGroups, numberKeys } from "../../../src/csv/keys/match-groups.ts";
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

/** Segments of keys, "" for a row without one, with the thread that reads each. */
interface Reading {
  readonly segments: readonly (readonly string[])[];
  readonly threads: readonly number[];
}

/** The keys of segments as threads group them, numbered; and half of their hashes. */
function numbered({ segments, threads }: Reading, hash: typeof weakHash, ranges: readonly PartitionRange[]) {
  const column: number[] = [];
  const halves: HalfHashes[] = [];
  const groups = Array.from({ length: 3 }, () => new KeyGroups());
  const told = groups.map(() => new KnownGroups());
  const rows = segments.map((keys, segment): GroupedRows => {
    const firstRow = column.length;
    const thread = threads[segment] ?? 0;
    const own = new HashedKeys();
    own.hashWith(hash);
    const codes = Int32Array.from(keys, (key) => (key === "" ? -1 : own.code(key)));
    for (const [row, code] of codes.entries()) own.noteText(row, code);
    halves.push(own.sortedHalves());
    told[thread]?.learn(groups[thread]?.add(own, codes, segment * 1000) as NewGroups);
    column.push(...codes);
    return { firstRow, length: keys.length, groups: thread };
  });
  const numbers = Int32Array.from(column);
  const same = new Int32Array(told.reduce((sum, { count }) => sum + count, 0));
  for (const range of ranges) matchGroups(told, same, range);
  return { halves, told, column: numbers, grouped: numberKeys(told, rows, { same, column: numbers }) };
}

/** All partitions, cut at one of them, as threads do it that take a range each, in any order. */
const someRanges = fc.nat(256).map((cut): readonly PartitionRange[] => [
  { from: cut, to: 256 },
  { from: 0, to: cut },
]);

const someSegments = fc.array(
  fc.array(fc.constantFrom("", "1", "01", "anna", "anne", "ben", "Käthe", "x".repeat(5000)), { maxLength: 30 }),
  { maxLength: 5 },
);

const someThreads = fc.array(fc.nat(2), { minLength: 5, maxLength: 5 });

describe("hashed keys", () => {
  it.each([
    ["weak", weakHash],
    ["strong", strongHash],
  ])("are numbered as a Map would number them, by a %s hash", (_, hash) => {
    fc.assert(
      fc.property(someSegments, someThreads, someRanges, (segments, threads, ranges) => {
        const { column, grouped, told } = numbered({ segments, threads }, hash, ranges);
        const keys = segments.flat();
        const map = new Map<string, number>();
        for (const key of keys) if (key !== "" && !map.has(key)) map.set(key, map.size);
        expect([...column]).toEqual(keys.map((key) => (key === "" ? -1 : map.get(key))));
        expect([...grouped.firstRows]).toEqual([...map.keys()].map((key) => keys.indexOf(key)));
        const texts = [...grouped.places].map((place) => told.map((one) => one.texts[-1 - place]));
        for (const [number, key] of [...map.keys()].entries()) expect(texts[number]).toContain(key);
      }),
    );
  });

  it("stand in the file where the first row has them, whichever thread met them elsewhere", () => {
    const words = (key: number): Int32Array => Int32Array.of(key << 24, key * 7, key, -key);
    const groups = new KeyGroups();
    const told = new KnownGroups();
    const segment = (keys: readonly number[], start: number): Int32Array => {
      const own = new HashedKeys();
      const column = Int32Array.from(keys, (_, index) => index * 10);
      for (const [row, key] of keys.entries()) own.hashes.set(words(key), own.next(row));
      told.learn(groups.add(own, column, start));
      return column;
    };
    const column = Int32Array.of(...segment([5, 6, 5], 100), ...segment([], 200), ...segment([6, 9], 5_000_000_000));
    expect([...column]).toEqual([0, 1, 0, 1, 2]);
    const same = Int32Array.from({ length: told.count }, (_, number) => number);
    // the second segment's rows alone are taken: the first began at a wrong place
    const rows = [{ firstRow: 3, length: 2, groups: 0 }];
    const { places, firstRows } = numberKeys([told], rows, { same, column });
    expect([...column.subarray(3)]).toEqual([0, 1]);
    expect([...firstRows]).toEqual([3, 4]);
    expect([...places]).toEqual([110, 5_000_000_010]);
  });

  it("are found again among very many", () => {
    const groups = new KeyGroups();
    const told = new KnownGroups();
    const count = 30_000;
    for (let round = 0; round < 2; round += 1) {
      const own = new HashedKeys();
      const column = new Int32Array(count);
      for (let row = 0; row < count; row += 1) {
        const at = own.next(row);
        own.hashes.fill(Math.imul(row, 0x9e3779b1), at, at + 4);
      }
      told.learn(groups.add(own, column, 0));
      expect(column.every((number, row) => number === row)).toBe(true);
    }
    expect(told.count).toBe(count);
  });

  it("are all different or not, rows without a key aside", () => {
    fc.assert(
      fc.property(someSegments, someRanges, (segments, ranges) => {
        const keys = segments.flat().filter((key) => key !== "");
        const { halves } = numbered({ segments, threads: [] }, strongHash, ranges);
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
    const groups = new KeyGroups();
    const numbers = own.map((keys) => {
      const column = Int32Array.of(-2);
      groups.add(keys, column, 0);
      return column[0];
    });
    expect(numbers).toEqual([0, 1, 2]);
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

  it("leave nothing behind when they are cleared", () => {
    const keys = new HashedKeys();
    keys.hashWith(strongHash);
    keys.noteText(0, keys.code("anna"));
    keys.clear();
    keys.noteText(0, keys.code("ben"));
    expect(keys.texts).toEqual(["ben"]);
    expect(keys.count).toBe(1);
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
