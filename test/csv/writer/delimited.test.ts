import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DataTable, dataText } from "../../../src/csv/writer/data-table.ts";
import { delimited } from "../../../src/csv/writer/delimited.ts";
import { delimitedBytes } from "../../../src/csv/writer/delimited-bytes.ts";
import { chunkText } from "../../support/chunk-text.ts";

const ROWS = 4;

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "Ä", "🙂", '"', ",", ";", "\t", "\n", "\r", " ", "'"), maxLength: 6 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constant(""),
);
const whole = fc.oneof(fc.integer(), fc.maxSafeInteger());

/** A column's kind with the value of its cell in each row. */
const column = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), cells: rowsOf(text) }),
  fc.record({ kind: fc.constantFrom("count" as const, "money" as const), cells: rowsOf(whole) }),
  fc.record({ kind: fc.constant("money" as const), cells: rowsOf(fc.bigInt()) }),
  fc.record({
    kind: fc.constantFrom("number" as const, "quotient" as const, "share" as const, "money" as const),
    cells: rowsOf(fc.double({ noNaN: true, noDefaultInfinity: true })),
  }),
  fc.record({ kind: fc.constant("day" as const), cells: rowsOf(fc.integer({ min: -700_000, max: 2_900_000 })) }),
  fc.record({ kind: fc.constant("flag" as const), cells: rowsOf(fc.boolean()) }),
);

function rowsOf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly (T | null)[]> {
  return fc.array(fc.option(value), { minLength: ROWS, maxLength: ROWS });
}

const table = fc.array(fc.tuple(text, column), { minLength: 1, maxLength: 6 }).map(
  (columns): DataTable => ({
    length: ROWS,
    columns: columns.map(([name, { kind, cells }]) => ({ name, kind, at: (row) => cells[row] ?? null })),
  }),
);

describe("a large table as delimited text", () => {
  it("is what csv-stringify makes of its cells", () => {
    fc.assert(
      fc.property(table, fc.constantFrom(",", ";", "\t"), (shown, delimiter) => {
        expect(chunkText(delimitedBytes(shown, delimiter))).toBe(stringify(cellsOf(shown), { delimiter }));
      }),
    );
  });

  it("quotes a lone line feed where lines end in CR LF, because a spreadsheet begins a row there", () => {
    const shown: DataTable = {
      length: 1,
      columns: [{ name: "address", kind: "text", at: () => "Main St\n2nd floor" }],
    };
    const written = chunkText(delimited(shown, { delimiter: ";", record_delimiter: "\r\n" }));
    expect(written).toBe('address\r\n"Main St\n2nd floor"\r\n');
  });

  it("has whole rows that are wider than a chunk, with long cells in them", () => {
    const columns = Array.from({ length: 5000 }, (_, index) => ({
      name: `column ${index}`,
      kind: "text" as const,
      at: (row: number) => (index % 97 === row ? 'ä"'.repeat(500) : String(row % 10).repeat(64)),
    }));
    const wide: DataTable = { length: 3, columns };
    expect(chunkText(delimitedBytes(wide, ","))).toBe(stringify(cellsOf(wide)));
  });

  it("arrives in several chunks", () => {
    const long: DataTable = {
      length: 40_000,
      columns: [{ name: "x", kind: "text", at: (row) => String(row % 10).repeat(64) }],
    };
    const chunks = [...delimited(long, { delimiter: "," })];
    expect(chunks.length).toBeGreaterThan(5);
    expect(chunkText(chunks)).toBe(stringify([["x"], ...cellsOf(long)]));
  });
});

/** The cells as text. */
function cellsOf({ columns, length }: DataTable): string[][] {
  return Array.from({ length }, (_, row) => columns.map(({ kind, at }) => dataText(kind, at(row))));
}
