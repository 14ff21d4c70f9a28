import { expect, it } from "vitest";
import { hashKey } from "../../../src/csv/keys/hash-key.ts";

// What the public test vectors of MurmurHash3 for 32 bits say, with the seed 0.
it.each([
  ["", 0],
  ["test", 0xba6bd213],
  ["Hello, world!", 0xc0363e43],
  ["The quick brown fox jumps over the lazy dog", 0x2e4ff723],
])("the hash of %j is the published one", (text, hash) => {
  const bytes = Buffer.from(`,${text},`);
  expect(hashKey(bytes, 1, bytes.length - 1) >>> 0).toBe(hash);
});
