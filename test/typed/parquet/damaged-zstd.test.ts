import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { memorySource } from "../../../src/files/byte-source.ts";
import { readParquet } from "../../../src/typed/parquet/read-parquet.ts";
import { damaged, someDamages } from "../../support/damage.ts";

const BYTES = readFileSync(new URL("../../../fixtures/parquet/codec-zstd.parquet", import.meta.url));
const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 2500 : 25;

/** Every cell as text; the message where the file is refused. */
async function cellsOf(bytes: Buffer): Promise<readonly string[] | string> {
  try {
    const table = await readParquet(memorySource([bytes], "orders.parquet"), null);
    const readable = Array.from({ length: table.width }, (_, at) => at).filter((at) => table.refused?.has(at) !== true);
    const columns = await table.load(readable);
    return columns.flatMap(({ text }) => Array.from({ length: table.length }, (_, record) => text(record)));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message;
  }
}

it("a damaged ZSTD page is refused in words, or read, and the next file is read as ever", {
  timeout: 600_000,
}, async () => {
  const whole = await cellsOf(BYTES);
  expect(whole.length).toBeGreaterThan(100);
  await fc.assert(
    fc.asyncProperty(someDamages, async (damages) => {
      await cellsOf(damaged(BYTES, damages));
      expect(await cellsOf(BYTES)).toEqual(whole);
    }),
    { numRuns: CASES },
  );
});
