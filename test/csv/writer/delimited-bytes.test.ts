import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DataColumn, type DataTable, dataText } from "../../../src/csv/writer/data-table.ts";
import { delimitedBytes } from "../../../src/csv/writer/delimited-bytes.ts";

const ROWS = 6;

/** The rows as the writer for ordinary tables makes them. */
function expectedText({ length, columns }: DataTable, delimiter: string): string {
  const rows = Array.from({ length }, (_, row) => columns.map(({ kind, at }) => dataText(kind, at(row))));
  return stringify(rows, { delimiter });
}

function writtenText(table: DataTable, delimiter: string): string {
  return Buffer.concat([...delimitedBytes(table, delimiter)]).toString();
}

function rowsOf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(value, { minLength: ROWS, maxLength: ROWS });
}

const someText = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "7", ",", ";", '"', "\n", " ", "é", "€", "😀"), maxLength: 80 }),
  fc.constantFrom("", "customer-000123", "x".repeat(65), "x".repeat(64), 'y"'.repeat(40)),
);
const someWhole = fc.oneof(fc.integer({ min: -1100, max: 1100 }), fc.maxSafeInteger(), fc.integer());
const someDay = fc.integer({ min: -800_000, max: 3_000_000 });
const someQuotient = fc.oneof(
  fc
    .record({ amount: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), orders: fc.integer({ min: 1, max: 40 }) })
    .map(({ amount, orders }) => amount / (orders * 10_000)),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 0.1 + 0.2, 1e-6, 1e-7, 0.000_012_5, 123_456_789.123_456, 1e9, 999_999_999.999_999, 1e21),
);

const column = (kind: DataColumn["kind"], values: readonly (string | number | null)[]): DataColumn => ({
  name: kind,
  kind,
  at: (row) => values[row] ?? null,
});

const inMemory = (kind: DataColumn["kind"], values: Int32Array | Float64Array): DataColumn => ({
  ...column(kind, [...values]),
  cells: { values },
});

function keyColumn(keys: readonly string[], codes: readonly number[]): DataColumn {
  let end = 0;
  const ends = Uint32Array.from(keys, (key) => (end += Buffer.byteLength(key)));
  return {
    name: "key",
    kind: "text",
    at: (row) => keys[codes[row] ?? -1] ?? "",
    cells: { codes: Int32Array.from(codes), keys: { arena: Buffer.from(keys.join("")), ends } },
  };
}

function fewTextsColumn(texts: readonly string[], codes: readonly number[]): DataColumn {
  return {
    name: "few",
    kind: "text",
    at: (row) => texts[codes[row] ?? -1] ?? "",
    cells: { texts, codes: Uint8Array.from(codes) },
  };
}

const someColumn: fc.Arbitrary<DataColumn> = fc.oneof(
  rowsOf(fc.option(someText)).map((values) => column("text", values)),
  rowsOf(fc.option(someWhole)).map((values) => column("count", values)),
  rowsOf(fc.option(someWhole)).map((values) => column("money", values)),
  rowsOf(fc.option(someDay)).map((values) => column("day", values)),
  rowsOf(fc.option(someQuotient)).map((values) => column("quotient", values)),
  rowsOf(fc.option(someQuotient)).map((values) => column("share", values)),
  rowsOf(fc.integer()).map((values) => inMemory("count", Int32Array.from(values))),
  rowsOf(someDay).map((values) => inMemory("day", Int32Array.from(values))),
  rowsOf(fc.oneof(someWhole, fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }))).map(
    (values) => inMemory("money", Float64Array.from(values)),
  ),
  fc
    .tuple(rowsOf(someText), rowsOf(fc.nat(ROWS - 1)), fc.boolean())
    .map(([keys, codes, plain]) => keyColumn(plain ? keys.map((_, index) => `key ${index}`) : keys, codes)),
  fc.tuple(rowsOf(someText), rowsOf(fc.nat(ROWS - 1))).map(([texts, codes]) => fewTextsColumn(texts, codes)),
);

describe("delimitedBytes", () => {
  it("writes what the writer for ordinary tables writes, wherever the cells stand", () => {
    fc.assert(
      fc.property(
        fc.array(someColumn, { minLength: 2, maxLength: 6 }), // a single empty cell is quoted by neither of our formats
        fc.constantFrom(",", ";", "\t"),
        (columns, delimiter) => {
          const table = { length: ROWS, columns };
          expect(writtenText(table, delimiter)).toBe(expectedText(table, delimiter));
        },
      ),
      { numRuns: 1000, seed: 4_100 },
    );
  });

  it("goes on in another chunk where one is full", () => {
    const table = {
      length: 60_000,
      columns: [
        inMemory(
          "count",
          Int32Array.from({ length: 60_000 }, (_, row) => row),
        ),
      ],
    };
    const chunks = [...delimitedBytes(table, ",")];
    expect(chunks.length).toBeGreaterThan(1);
    expect(Buffer.concat(chunks).toString()).toBe(Array.from({ length: 60_000 }, (_, row) => `${row}\n`).join(""));
  });
});
