import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { entriesOf, type Files, ledgerNow, readFiles, setAside, spendOf } from "./read-csv.ts";

type Columns = Parameters<typeof parquetWriteBuffer>[0]["columnData"];
type Schema = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>;
type Cell = string | number | bigint | Date | null;

/** A column as Parquet stores it, and what each cell is in CSV. */
export interface WrittenColumn {
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

export function csvOf(columns: readonly WrittenColumn[]): readonly string[] {
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
export function parquetOf(columns: readonly WrittenColumn[], { dictionary = false } = {}): Buffer {
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
export async function understood(files: Files, options: object = {}): Promise<object> {
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

/** Tables of up to 40 rows: each column of one of the types that it may be stored in, cells blank here and there. */
export const someTable = fc
  .integer({ min: 1, max: 40 })
  .chain((length) => fc.tuple(...Object.keys(ROLES).map((name) => columnOf(name, length))));
