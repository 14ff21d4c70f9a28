/** Rows of Parquet files whose days and amounts never become text are what the same rows are as CSV. */
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { RowReader } from "../../../src/orders/rows/row-reader.ts";
import { csvOf, parquetOf, someTable, understood, type WrittenColumn } from "../../support/stored-tables.ts";

/** Random tables: 3,000 in the long tests. */
const TABLES = process.env["RFM_LONG_TESTS"] === "1" ? 3000 : 30;

afterEach(() => {
  vi.restoreAllMocks();
});

describe("rows of a Parquet file", () => {
  it("are those of the same table as CSV, whatever types its columns have", async () => {
    let readable = 0;
    await fc.assert(
      fc.asyncProperty(
        someTable,
        fc.constantFrom<object>(
          {},
          { keep: ["country"] },
          { since: 19_600, until: 19_900 },
          { orderIds: "not needed" },
        ),
        fc.boolean(),
        async (table, options, dictionary) => {
          const typed = await understood({ "o.parquet": parquetOf(table, { dictionary }) }, options);
          // As text alone "278.776" could be either; where it is typed, it is one.
          expect(typed).toEqual(await understood({ "o.csv": csvOf(table) }, { ...options, decimal: "." }));
          if (!("refused" in typed)) readable += 1;
        },
      ),
      { numRuns: TABLES },
    );
    expect(readable).toBeGreaterThan(TABLES / 3); // a table without a date in it is refused as either
  }, 600_000);

  it("of quantity and price are, too", async () => {
    const line = fc.tuple(fc.constantFrom(1, 2, 12, -1, 1.5, 0), fc.constantFrom(9.99, 0.0333, 1.00005, 0, 1234.5));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 20 }), async (lines) => {
        const table: readonly WrittenColumn[] = [
          { name: "order_id", type: "INT64", data: lines.map((_, row) => BigInt(row >> 1)) },
          { name: "customer_id", type: "STRING", data: lines.map((_, row) => `c${row % 3}`) },
          { name: "order_date", type: "DATE", data: lines.map(() => new Date(Date.UTC(2024, 2, 1))) },
          { name: "quantity", type: "DOUBLE", data: lines.map(([quantity]) => quantity) },
          { name: "unit price", type: "DOUBLE", data: lines.map(([, price]) => price) },
        ];
        expect(await understood({ "o.parquet": parquetOf(table) })).toEqual(
          await understood({ "o.csv": csvOf(table) }),
        );
      }),
      { numRuns: process.env["RFM_LONG_TESTS"] === "1" ? 1000 : 10 },
    );
  }, 600_000);

  it("do not become text where they are plain, and only then", async () => {
    const read = vi.spyOn(RowReader.prototype, "read");
    const plain: readonly WrittenColumn[] = [
      { name: "order_id", type: "INT64", data: [1n, 2n, 3n, 4n] },
      { name: "customer_id", type: "STRING", data: ["anna", "ben", "anna", "ben"] },
      {
        name: "order_date",
        type: "TIMESTAMP",
        data: [1, 2, 3, 4].map((day) => new Date(Date.UTC(2024, 2, day, 9, 30))),
      },
      { name: "total", type: "DOUBLE", data: [10.5, 20, 1.00005, Number.NaN] }, // finer than 1/10,000, and blank
    ];
    expect(await understood({ "o.parquet": parquetOf(plain) })).toMatchObject({ rows: 4, roundedRows: 1 });
    expect(read).toHaveBeenCalledTimes(2);
  });
});
