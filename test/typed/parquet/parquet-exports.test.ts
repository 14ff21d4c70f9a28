import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { entriesOf, readFiles, setAside, spendOf } from "../../support/read-csv.ts";

type Columns = Parameters<typeof parquetWriteBuffer>[0]["columnData"];
type Schema = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>;

const DAY = 86_400_000;
/** 2026-03-01. */
const MARCH = Date.UTC(2026, 2, 1);

function parquet(columnData: Columns, schema?: Schema, rowGroupSize = 2): Buffer {
  return Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize, ...(schema === undefined ? {} : { schema }) }));
}

const ORDERS: Columns = [
  { name: "order_id", data: [1n, 2n, 1234567890123456789n], type: "INT64" },
  { name: "customer_id", data: ["anna", "ben", "anna"], type: "STRING" },
  { name: "order_date", data: [0, 1, 31].map((day) => new Date(MARCH + day * DAY + 3_600_000)), type: "TIMESTAMP" },
  { name: "total", data: [10.5, 20, 0.1 + 0.2], type: "DOUBLE" },
];

const rows = (schema: Schema[number], data: readonly unknown[]): Buffer =>
  parquet(
    [
      { name: "customer_id", data: data.map((_, at) => `c${at}`) },
      { name: schema.name, data: [...data] },
      {
        name: schema.name === "total" ? "order_date" : "total",
        data: data.map(() => (schema.name === "total" ? "2026-03-01" : 1)),
      },
    ] as Columns,
    [
      { name: "root", num_children: 3 },
      { name: "customer_id", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
      { repetition_type: "OPTIONAL", ...schema },
      schema.name === "total"
        ? { name: "order_date", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" }
        : { name: "total", type: "DOUBLE", repetition_type: "OPTIONAL" },
    ] as Schema,
  );

/** A file in which one column is a structure. */
function withStruct(name: "items" | "customer_id"): Buffer {
  const others = ["customer_id", "order_date", "total"].filter((other) => other !== name);
  const values = { customer_id: "anna", order_date: "2026-03-01", total: "5" };
  return parquet(
    [
      { name, data: [{ part: "a" }] },
      ...others.map((other) => ({ name: other, data: [values[other as keyof typeof values]] })),
    ] as Columns,
    [
      { name: "root", num_children: 1 + others.length },
      { name, num_children: 1, repetition_type: "OPTIONAL" },
      { name: "part", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
      ...others.map((other) => ({
        name: other,
        type: "BYTE_ARRAY",
        converted_type: "UTF8",
        repetition_type: "OPTIONAL",
      })),
    ] as Schema,
  );
}

const daysOf = async (bytes: Buffer, options = {}): Promise<readonly (string | null)[]> =>
  entriesOf(await readFiles({ "o.parquet": bytes }, options)).map(({ day }) => day);

describe("a Parquet file that cannot be read", () => {
  const whole = parquet(ORDERS);

  it("is refused where its end is missing, or its footer is damaged", async () => {
    for (const cut of [whole.subarray(0, 300), Buffer.concat([whole.subarray(0, -40), whole.subarray(-8)])]) {
      await expect(readFiles({ "o.parquet": cut })).rejects.toMatchObject({
        kind: "input",
        message: expect.stringMatching(/^o\.parquet: the Parquet file is damaged or cut short \(.+\)$/),
        hint: expect.stringMatching(/copy the file again/),
      });
    }
  });

  it("is refused where a column that is needed is nested, and read where it is not", async () => {
    const history = await readFiles({ "o.parquet": withStruct("items") });
    expect(history.understanding.files[0]?.layout.table?.nested).toEqual(["items"]);
    expect(spendOf(history)).toEqual({ anna: "1 × 5.00" });
    const needed = withStruct("customer_id");
    await expect(readFiles({ "o.parquet": needed })).rejects.toThrow(
      'o.parquet: the column "customer_id" has nested values, and it is needed',
    );
  });

  it("is refused where a codec is unknown", async () => {
    // the codec of each column chunk is one byte in the footer: SNAPPY (1) written as 2 × 1, LZO (3) as 2 × 3
    const bytes = Buffer.from(whole);
    const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
    const at = bytes.indexOf(Buffer.from("total"), footer);
    const codec = bytes.indexOf(Buffer.from([0x15, 0x02, 0x16]), at);
    bytes[codec + 1] = 6;
    await expect(readFiles({ "o.parquet": bytes })).rejects.toThrow(
      "o.parquet: its columns are compressed with LZO, which is not read",
    );
  });
});

describe("a Parquet file", () => {
  it("is read by its types: long ids, texts, moments, and doubles without their noise", async () => {
    const history = await readFiles({ "o.parquet": parquet(ORDERS) });
    expect(entriesOf(history)).toMatchObject([
      { order: "1", customer: "anna", day: "2026-03-01", net: 10.5, place: "o.parquet:1" },
      { order: "2", customer: "ben", day: "2026-03-02", net: 20, place: "o.parquet:2" },
      { order: "1234567890123456789", customer: "anna", day: "2026-04-01", net: 0.3, place: "o.parquet:3" },
    ]);
    expect(history.understanding.roundedRows).toBe(0);
    expect(history.understanding.files[0]?.formats).toMatchObject({
      dateEvidence: "the dates are typed",
      decimalEvidence: "the numbers are typed",
    });
  });

  it("may have dates, moments of any unit, of Greenwich or of nowhere", async () => {
    const date = { name: "order_date", type: "INT32", converted_type: "DATE" } as const;
    expect(await daysOf(rows(date, [new Date(MARCH), new Date(MARCH + DAY)]))).toEqual(["2026-03-01", "2026-03-02"]);
    for (const [unit, factor] of [
      ["MILLIS", 1n],
      ["MICROS", 1000n],
      ["NANOS", 1_000_000n],
    ] as const) {
      for (const isAdjustedToUTC of [true, false]) {
        const stamp = {
          name: "order_date",
          type: "INT64",
          logical_type: { type: "TIMESTAMP", isAdjustedToUTC, unit },
        } as const;
        const late = BigInt(MARCH + DAY - 1000) * factor;
        const bytes = rows(stamp, [late]);
        expect(await daysOf(bytes)).toEqual(["2026-03-01"]);
        // an instant is converted; a moment on the shop's own clock stays
        expect(await daysOf(bytes, { timeZone: "Europe/Helsinki" })).toEqual([
          isAdjustedToUTC ? "2026-03-02" : "2026-03-01",
        ]);
      }
    }
  });

  it("may have decimals and numbers of 32 bits", async () => {
    const single = { name: "total", type: "FLOAT" } as const;
    const amounts = async (bytes: Buffer): Promise<readonly number[]> =>
      entriesOf(await readFiles({ "o.parquet": bytes })).map(({ net }) => net);
    expect(await amounts(rows(single, [12.1, 0.3, 1e6]))).toEqual([12.1, 0.3, 1_000_000]);
    const decimal = { name: "total", type: "INT64", converted_type: "DECIMAL", precision: 18, scale: 4 } as const;
    expect(await amounts(rows(decimal, [12.3456, 900719925474.0991]))).toEqual([12.3456, 900719925474.0991]);
  });

  it("may have nulls and NaN, which are blank, and columns that nobody needs", async () => {
    const bytes = parquet([
      { name: "customer_id", data: ["anna", null, "ben"], type: "STRING" },
      { name: "order_date", data: ["2026-03-01", "2026-03-02", "2026-03-03"], type: "STRING" },
      { name: "total", data: [5, 7, Number.NaN], type: "DOUBLE" },
      { name: "flag", data: [true, false, true], type: "BOOLEAN" },
    ]);
    const history = await readFiles({ "o.parquet": bytes }, { keep: ["flag"] });
    expect(spendOf(history)).toEqual({ anna: "1 × 5.00" });
    expect(setAside(history)).toEqual({ "no amount": "1 rows, 0.00", "no customer": "1 rows, 7.00" });
    expect(history.orders.kept?.[0]?.values).toContain("true");
  });

  it("names the row of a cell that cannot be read", async () => {
    const bytes = parquet([
      { name: "customer_id", data: ["a", "b", "c"], type: "STRING" },
      { name: "order_date", data: ["2026-03-01", "2026-03-02", "soon"], type: "STRING" },
      { name: "total", data: [5, 7, 9], type: "DOUBLE" },
    ]);
    const { rejects } = await readFiles({ "o.parquet": bytes }, { maxRejects: { share: 1 } });
    expect(rejects).toEqual([
      { file: "o.parquet", line: 3, column: "order_date", value: "soon", reason: "unreadable date" },
    ]);
  });
});
