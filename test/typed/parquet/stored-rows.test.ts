/** Rows of Parquet files whose days and amounts never become text are what the same rows are as CSV. */
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterEach, describe, expect, it, vi } from "vitest";
import { RowReader } from "../../../src/orders/rows/row-reader.ts";
import { entriesOf, type Files, ledgerNow, readFiles, setAside, spendOf } from "../../support/read-csv.ts";

/** Random tables: 3,000 in the long tests. */
const TABLES = process.env["RFM_LONG_TESTS"] === "1" ? 3000 : 60;

type Columns = Parameters<typeof parquetWriteBuffer>[0]["columnData"];
type Schema = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>;
type Cell = string | number | bigint | Date | null;

/** A column as Parquet stores it, and what each cell is in CSV. */
interface WrittenColumn {
  readonly name: string;
  readonly type: "STRING" | "DOUBLE" | "DECIMAL" | "INT64" | "TIMESTAMP" | "DATE";
  readonly data: readonly Cell[];
}

function csvText(cell: Cell, { type }: WrittenColumn): string {
  if (cell === null || (typeof cell === "number" && Number.isNaN(cell))) return "";
  if (cell instanceof Date) {
    const text = cell.toISOString();
    return type === "DATE" ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
  }
  if (type === "DECIMAL") return Number(cell).toFixed(2);
  if (typeof cell === "number" && !Number.isInteger(cell)) return String(Number(cell.toPrecision(15)));
  return String(cell);
}

function csvOf(columns: readonly WrittenColumn[]): readonly string[] {
  const rows = (columns[0]?.data ?? []).map((_, row) =>
    columns.map((column) => csvText(column.data[row] ?? null, column)).join(","),
  );
  return [columns.map(({ name }) => name).join(","), ...rows];
}

/** How each type stands in the schema of a file. */
const ELEMENTS: Readonly<Record<WrittenColumn["type"], object>> = {
  STRING: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  DOUBLE: { type: "DOUBLE" },
  DECIMAL: { type: "INT64", converted_type: "DECIMAL", precision: 18, scale: 2 },
  INT64: { type: "INT64" },
  TIMESTAMP: {
    type: "INT64",
    converted_type: "TIMESTAMP_MILLIS",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MILLIS" },
  },
  DATE: { type: "INT32", converted_type: "DATE" },
};

/** @param dictionary whether texts are stored once for each row group, and cells as numbers of them */
function parquetOf(columns: readonly WrittenColumn[], { dictionary = false } = {}): Buffer {
  const columnData = columns.map(({ name, data, type }) => ({
    name,
    ...(type === "STRING" ? { encoding: dictionary ? "RLE_DICTIONARY" : "PLAIN" } : {}),
    data: type === "TIMESTAMP" ? data.map((cell) => (cell instanceof Date ? BigInt(cell.getTime()) : cell)) : [...data],
  }));
  const schema = [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, repetition_type: "OPTIONAL", ...ELEMENTS[type] })),
  ];
  return Buffer.from(
    parquetWriteBuffer({
      columnData: columnData as unknown as Columns,
      schema: schema as Schema,
      rowGroupSize: dictionary ? 20 : 7,
    }),
  );
}

/** Everything that was understood of some files but the names and lines, or why they could not be read. */
async function understood(files: Files, options: object = {}): Promise<object> {
  try {
    const history = await readFiles(files, { maxRejects: { share: 1 }, ...options });
    const { rows, money } = ledgerNow(history);
    return {
      ...{ rows, money, setAside: setAside(history), roundedRows: history.understanding.roundedRows },
      entries: "orderIds" in options ? spendOf(history) : entriesOf(history).map(({ place: _, ...entry }) => entry),
      rejects: history.rejects.map(({ file: _, line, ...reject }) => reject),
    };
  } catch (error) {
    return { refused: (error as { readonly kind?: string }).kind ?? String(error) };
  }
}

const some = <T>(...values: readonly fc.Arbitrary<T>[]): fc.Arbitrary<T> => fc.oneof(...values);
const DAY = 86_400_000;
const moment = fc.integer({ min: Date.UTC(2023, 0, 1) / 1000, max: Date.UTC(2024, 11, 31) / 1000 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });

/** Columns of one role, one of the types that it may be stored in. */
const ROLES: Readonly<
  Record<string, readonly { readonly type: WrittenColumn["type"]; readonly cell: fc.Arbitrary<Cell> }[]>
> = {
  order_id: [
    { type: "INT64", cell: fc.bigInt({ min: 1n, max: 30n }) },
    {
      type: "STRING",
      cell: some(
        fc.integer({ min: 1, max: 30 }).map((id) => `A${id}`),
        fc.constantFrom(" 7 ", "1.2E+13"),
      ),
    },
  ],
  customer_id: [
    { type: "STRING", cell: fc.constantFrom("anna", "Åke", "ben@example.com", "BEN@example.com", " anna ", "0", "") },
    // Ids that are filled and of no use: the next key stands in, another in each row.
    { type: "STRING", cell: fc.constantFrom("anna", " ", "0.0", "'0", "1.2E+13") },
    { type: "INT64", cell: fc.bigInt({ min: 0n, max: 9n }) },
    { type: "DOUBLE", cell: fc.constantFrom(17850, 17851.5, Number.NaN) },
  ],
  email: [{ type: "STRING", cell: fc.constantFrom("a@example.com", "B@example.com", " c@example.com", "Åke", "") }],
  order_date: [
    { type: "DATE", cell: moment.map((at) => new Date(Math.floor((at * 1000) / DAY) * DAY)) },
    { type: "TIMESTAMP", cell: moment.map((at) => new Date(at * 1000)) },
    { type: "STRING", cell: moment.map((at) => new Date(at * 1000).toISOString().slice(0, 10)) },
  ],
  total: [
    {
      type: "DOUBLE",
      cell: some(
        fc.integer({ min: -2_000_000, max: 90_000_000 }).map((units) => units / 10_000),
        fc.constantFrom(0.1 + 0.2, -0, 1.00005, 1e-9, 123_456_789_012.25, Number.NaN),
      ),
    },
    { type: "INT64", cell: some(fc.bigInt({ min: -50n, max: 5000n }), fc.constant(99_999_999_999n)) },
    { type: "STRING", cell: fc.integer({ min: 1, max: 9000 }).map((cents) => (cents / 100).toFixed(2)) },
    { type: "DECIMAL", cell: fc.integer({ min: -500, max: 99_999_999 }).map((cents) => cents / 100) },
  ],
  status: [{ type: "STRING", cell: fc.constantFrom("paid", "cancelled", " Paid", "pending") }],
  country: [{ type: "STRING", cell: fc.constantFrom("FI", "SE", "", "Åland") }],
};

const columnOf = (name: string, length: number): fc.Arbitrary<WrittenColumn> =>
  fc
    .constantFrom(...(ROLES[name] ?? []))
    .chain(({ type, cell }) =>
      fc.array(maybe(cell), { minLength: length, maxLength: length }).map((data) => ({ name, type, data })),
    );

const someTable = fc
  .integer({ min: 1, max: 40 })
  .chain((length) => fc.tuple(...Object.keys(ROLES).map((name) => columnOf(name, length))));

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
      { numRuns: process.env["RFM_LONG_TESTS"] === "1" ? 1000 : 20 },
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
