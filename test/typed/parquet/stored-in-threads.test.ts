/** Parquet files that threads share give what one thread finds in them, wherever they are cut. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InProcessThreads } from "../../support/in-process-threads.ts";
import { readFiles, spendOf } from "../../support/read-csv.ts";
import { parquetOf, someTable, understood, type WrittenColumn } from "../../support/stored-tables.ts";

/** Random tables: 2,000 in the long tests. */
const TABLES = process.env["RFM_LONG_TESTS"] === "1" ? 2000 : 20;

/** Reads in so many threads, each of which gets so few bytes at a time that a file of 40 rows is cut. */
const shared = (threads: number, segmentBytes: number, pick?: (job: number) => number): object => ({
  threads,
  segmentBytes,
  startThreads: (count: number) => new InProcessThreads(count, pick),
});

/** Orders of customers by number: `ids` of them, in groups of 7 rows. */
const orders = (ids: readonly string[], customers: readonly string[]): Buffer =>
  parquetOf([
    { name: "order_id", type: "STRING", data: [...ids] },
    { name: "customer_id", type: "STRING", data: ids.map((_, row) => customers[row % customers.length] ?? "") },
    { name: "order_date", type: "DATE", data: ids.map((_, row) => new Date(Date.UTC(2024, 0, 1 + (row % 300)))) },
    { name: "total", type: "DOUBLE", data: ids.map((_, row) => row + 0.5) },
  ] satisfies readonly WrittenColumn[]);

const CUSTOMERS = [
  "anna",
  "Åke",
  "Ben@Example.com",
  "ben@example.com",
  "",
  "0",
  "cleo maria",
  " dora ",
  "x".repeat(1500),
];

describe("a Parquet file that threads share", () => {
  it("gives the same rows, whatever types its columns have and wherever it is cut", async () => {
    let readable = 0;
    await fc.assert(
      fc.asyncProperty(
        someTable,
        fc.constantFrom<object>({}, { keep: ["country"] }, { since: 19_600 }, { orderIds: "not needed" }),
        fc.record({
          dictionary: fc.boolean(),
          threads: fc.constantFrom(1, 2, 3, 7),
          segmentBytes: fc.integer({ min: 50, max: 1500 }),
          turns: fc.infiniteStream(fc.nat(6)),
        }),
        async (table, options, { dictionary, threads, segmentBytes, turns }) => {
          const files = { "o.parquet": parquetOf(table, { dictionary }) };
          const pick = (): number => turns.next().value ?? 0;
          const expected = await understood(files, options);
          expect(await understood(files, { ...options, ...shared(threads, segmentBytes, pick) })).toEqual(expected);
          if (!("refused" in expected)) readable += 1;
        },
      ),
      { numRuns: TABLES },
    );
    expect(readable).toBeGreaterThan(TABLES / 3);
  }, 600_000);

  it("gives customers the same keys, written plainly or not", async () => {
    const ids = Array.from({ length: 90 }, (_, row) => `A${row}`);
    const files = { "o.parquet": orders(ids, CUSTOMERS) };
    const expected = await readFiles(files);
    expect(expected.entries.customerKeys).toEqual([
      "anna",
      "Åke",
      "ben@example.com",
      "cleo maria",
      "dora",
      "x".repeat(1500),
    ]);
    const found = await readFiles(files, shared(3, 300));
    expect(found.entries.customerKeys).toEqual(expected.entries.customerKeys);
    expect(spendOf(found)).toEqual(spendOf(expected));
  });

  it.each([
    ["in turn", (row: number) => `A${1000 + row}`],
    ["falling", (row: number) => `A${9000 - row}`],
    ["shuffled", (row: number) => `A${(row * 37) % 101}`],
    ["in turn but for two", (row: number) => `A${1000 + (row === 40 ? 20.5 : row)}`],
    ["repeated in another segment", (row: number) => `A${1000 + (row === 81 ? 3 : row)}`],
  ])("counts orders by ids that are %s, kept or not", async (_, idOf) => {
    const files = {
      "o.parquet": orders(
        Array.from({ length: 100 }, (__, row) => idOf(row)),
        ["anna", "ben", "cleo"],
      ),
    };
    const expected = spendOf(await readFiles(files));
    for (const orderIds of ["kept", "not needed"] as const) {
      expect(spendOf(await readFiles(files, { orderIds, ...shared(2, 400) }))).toEqual(expected);
    }
  });

  it("tells its customers and orders from those of a CSV file beside it", async () => {
    const csv = [
      "order_id,customer_id,order_date,total",
      "A1,Åke,2024-03-01,5.00",
      "B7,ben@example.com,2024-03-02,6.00",
    ];
    const files = {
      "a.parquet": orders(
        Array.from({ length: 60 }, (_, row) => `A${row}`),
        CUSTOMERS,
      ),
      "b.csv": csv,
    };
    const expected = spendOf(await readFiles(files));
    expect(spendOf(await readFiles(files, shared(2, 300)))).toEqual(expected);
    expect(spendOf(await readFiles(files, { orderIds: "not needed", ...shared(2, 300) }))).toEqual(expected);
  });
});
