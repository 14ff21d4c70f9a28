/** Pieces of a file that are read ahead: what they hold, whatever was asked for before. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parquetFile } from "../../../src/typed/parquet/parquet-file.ts";

/** More than is read ahead at once, and no two places within 64 KB alike. */
const SIZE = (1 << 20) * 2 + 12_345;
const BYTES = new Uint8Array(new Uint16Array(SIZE).map((_, at) => (at * 40_503) >>> 7));

describe("pieces of a Parquet file", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rfm-pieces-"));
    await writeFile(join(folder, "a.parquet"), BYTES);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("hold what stands in the file, asked for in any order, across what was read ahead and beyond the end", async () => {
    const path = join(folder, "a.parquet");
    const source = { name: "a.parquet", size: SIZE, stored: () => expect.unreachable("reads by the path") };
    const place = fc.oneof(fc.nat(SIZE + 100), fc.nat(4000), fc.integer({ min: SIZE - 4000, max: SIZE + 10 }));
    const length = fc.oneof(fc.nat(200), fc.constant(1 << 16), fc.integer({ min: 1 << 20, max: (1 << 20) + 99 }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, length), { maxLength: 8 }), async (pieces) => {
        const read = (await parquetFile(source, path)).reader();
        let next = 0;
        for (const [start, count] of pieces) {
          for (const from of [start, start + count, next]) {
            const expected = Buffer.from(BYTES.subarray(from, from + count));
            expect(Buffer.from(read(from, from + count)).equals(expected)).toBe(true);
            next = from + count;
          }
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
