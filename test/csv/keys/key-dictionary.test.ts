import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCodeUnits } from "../../../src/basics/text/compare-code-units.ts";
import { hashKey } from "../../../src/csv/keys/hash-key.ts";
import { KeyDictionary } from "../../../src/csv/keys/key-dictionary.ts";

const LARGEST_DIRECT = 10_000_000;
const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 3000 : 75;
const SEED = 4_000;

const someKey = fc.oneof(
  fc.integer({ min: 0, max: 2000 }).map(String),
  fc.integer({ min: LARGEST_DIRECT - 3, max: LARGEST_DIRECT + 3 }).map(String),
  fc.tuple(fc.constantFrom("0", "00", ""), fc.nat(20)).map(([zeros, number]) => `${zeros}${number}`),
  fc.constantFrom(
    "",
    "0",
    "00",
    "-1",
    "1.0",
    "99999999999999999999",
    "anna@example.com",
    "Käthe",
    "日本",
    "a\u0000b",
    "\uffee",
    "\u{1f600}",
  ),
  fc.string({ maxLength: 40 }).map((text) => Buffer.from(text).toString()),
);

describe("a dictionary of keys", () => {
  it("numbers keys as a Map would, in the order in which they first come", () => {
    fc.assert(
      fc.property(fc.array(someKey, { maxLength: 400 }), (keys) => {
        const [dictionary, map] = [new KeyDictionary(), new Map<string, number>()];
        for (const key of keys) {
          if (!map.has(key)) map.set(key, map.size);
          expect(dictionary.code(key)).toBe(map.get(key));
        }
        expect(dictionary.length).toBe(map.size);
        expect(dictionary.texts).toEqual([...map.keys()]);
        expect(keys.map((key) => dictionary.text(dictionary.code(key)))).toEqual(keys);
        const sorted = [...map.keys()].sort(compareCodeUnits);
        expect(Array.from(dictionary.order(), (code) => dictionary.text(code))).toEqual(sorted);
      }),
      { numRuns: CASES, seed: SEED },
    );
  });

  it("keeps its numbers while it grows by tens of thousands", () => {
    const dictionary = new KeyDictionary();
    const keys = Array.from({ length: 40_000 }, (_, index) => (index % 3 === 0 ? String(index * 7) : `key-${index}`));
    expect(keys.map((key) => dictionary.code(key))).toEqual(keys.map((_, index) => index));
    expect(keys.map((key) => dictionary.code(key))).toEqual(keys.map((_, index) => index));
    expect(dictionary.texts).toEqual(keys);
    expect([dictionary.text(-1), dictionary.text(keys.length)]).toEqual(["", ""]);
  });

  it("tells keys apart whose hashes are equal, by their bytes", () => {
    const pairs = [
      ["anna92603", "anna104264"],
      ["anna122073", "anna157625"],
      ["anna122025", "anna157673"],
      ["anna38086", "anna256139"],
    ] as const;
    const hashOf = (key: string): number => hashKey(Buffer.from(key), 0, key.length);
    expect(pairs.map(([a]) => hashOf(a))).toEqual(pairs.map(([, b]) => hashOf(b)));
    const dictionary = new KeyDictionary();
    const keys = pairs.flat();
    expect(keys.map((key) => dictionary.code(key))).toEqual(keys.map((_, index) => index));
    expect(keys.map((key) => dictionary.code(key))).toEqual(keys.map((_, index) => index));
  });

  it("looks a key up where it stands, and does not keep the bytes that it was given", () => {
    const dictionary = new KeyDictionary();
    const bytes = Buffer.from("xx00017yy");
    const code = dictionary.codeOf(bytes, 2, 7);
    bytes.fill(0);
    expect(dictionary.text(code)).toBe("00017");
    expect(dictionary.code("17")).not.toBe(code);
    expect(dictionary.code("00017")).toBe(code);
  });

  it("takes over keys that are all different, and goes on from there", () => {
    const keys = ["7", "anna", "00017", "Käthe", ...Array.from({ length: 3000 }, (_, index) => `k${index}`)];
    const all = keys.map((key) => Buffer.from(key));
    let end = 0;
    const ends = Uint32Array.from(all, (bytes) => {
      end += bytes.length;
      return end;
    });
    const dictionary = new KeyDictionary();
    dictionary.adopt({ bytes: Buffer.concat(all), ends });
    expect(dictionary.texts).toEqual(keys);
    expect(keys.map((key) => dictionary.code(key))).toEqual(keys.map((_, index) => index));
    expect(dictionary.code("new")).toBe(keys.length);
    expect(dictionary.texts).toEqual([...keys, "new"]);
  });
});
