import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { RfmError } from "../../src/errors.ts";
import { damaged, someDamages } from "../support/damage.ts";
import { InProcessThreads } from "../support/in-process-threads.ts";
import { entriesOf, readFiles, type ShownEntry } from "../support/read-csv.ts";
import { writeWorkbook } from "../support/write-workbook.ts";

/** `npm run test:long` runs them all. */
const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 2500 : 40;

/** No damaged file of this size may keep the reader longer. */
const LONGEST_MS = 3000;

const EVERYTHING = { maxRejects: { share: 1 } };

const IN_THREADS = { threads: 2, segmentBytes: 400, startThreads: (count: number) => new InProcessThreads(count) };

const WORKBOOK = writeWorkbook({
  sheets: [
    {
      name: "Orders",
      rows: [
        ["order_id", "customer_id", "order_date", "total"],
        ...Array.from({ length: 12 }, (_, at) => [
          100 + at,
          at % 2 === 0 ? { shared: at % 3 } : `c${at % 5}`,
          { stamp: 46_082 + at * 1.25 },
          at + 0.5,
        ]),
      ],
    },
    {
      name: "Notes",
      rows: [
        ["a", "b"],
        ["c", 1],
      ],
    },
  ],
  shared: ["<si><t>anna</t></si>", "<si><r><t>b</t></r><r><t>en</t></r></si>", "<si><t>cleo</t></si>"],
});

/** What a file gives: its entries, or the message that refuses it. Anything else fails. */
async function outcomeOf(name: string, bytes: Buffer, options: object = {}): Promise<readonly ShownEntry[] | string> {
  const begun = performance.now();
  try {
    return entriesOf(await readFiles({ [name]: bytes }, { ...EVERYTHING, ...options }));
  } catch (error) {
    if (!(error instanceof RfmError)) throw error;
    return error.message;
  } finally {
    expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
  }
}

describe("a damaged Parquet file", () => {
  it("is refused in words, or read, in a short time", { timeout: 600_000 }, async () => {
    const numbers = Array.from({ length: 12 }, (_, at) => at);
    const bytes = Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: "order_id", data: numbers.map((at) => 100 + at), type: "INT32" },
          { name: "customer_id", data: numbers.map((at) => `c${at % 3}`), type: "STRING" },
          { name: "order_date", data: numbers.map((at) => new Date(1.772e12 + at * 1e8)), type: "TIMESTAMP" },
          { name: "total", data: numbers.map((at) => at + 0.5), type: "DOUBLE" },
        ],
        rowGroupSize: 5,
      }),
    );
    expect(await outcomeOf("orders.parquet", bytes)).toHaveLength(12);
    await fc.assert(
      fc.asyncProperty(someDamages, async (damages) => {
        const found = await outcomeOf("orders.parquet", damaged(bytes, damages));
        const shared = await outcomeOf("orders.parquet", damaged(bytes, damages), IN_THREADS);
        if (typeof found === "string")
          expect(shared).toBeTypeOf("string"); // of several damages, another may be told
        else expect(shared).toEqual(found);
      }),
      { numRuns: CASES },
    );
  });
});

describe("a damaged workbook", () => {
  it("is refused in words, or read as if it were whole", { timeout: 600_000 }, async () => {
    const whole = await outcomeOf("orders.xlsx", WORKBOOK);
    expect(whole).toHaveLength(12);
    await fc.assert(
      fc.asyncProperty(someDamages, async (damages) => {
        const outcome = await outcomeOf("orders.xlsx", damaged(WORKBOOK, damages));
        if (typeof outcome !== "string") expect(outcome).toEqual(whole);
      }),
      { numRuns: CASES },
    );
  });

  it("is refused in words, or read, where a part was damaged before it was packed", { timeout: 600_000 }, async () => {
    const parts = unzipSync(WORKBOOK);
    const paths = Object.keys(parts).filter((path) => path !== "[Content_Types].xml");
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), someDamages, async (path, damages) => {
        const part = damaged(Buffer.from(strFromU8(parts[path] ?? strToU8(""))), damages);
        await outcomeOf("orders.xlsx", Buffer.from(zipSync({ ...parts, [path]: part })));
      }),
      { numRuns: CASES },
    );
  });
});
