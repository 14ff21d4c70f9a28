import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectAgreement, withFiles } from "../../support/both-readers.ts";
import { compareSums, someCutting } from "../../support/shown-sums.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 3000 : 30;
const SEED = 30_000;

/** A row of an export whose orders have their date on one row only; some rows end the file, or look as if they did. */
const someRow = fc.record({
  item: fc.constantFrom(
    "Mug",
    "Mug",
    "Summer dress",
    "Sum",
    "Total",
    '"Set, total"',
    "2 record(s)",
    "Seller ID : x",
    "---",
  ),
  order: fc.constantFrom("A-1", "A-1", "A-2", "A-3", "", '"A-4"', "Total", "1.2E+13", "A-5 "),
  date: fc.constantFrom("2026-03-04", "2026-03-05", "", "", "", " ", '""', "soon"),
  customer: fc.constantFrom("c1", "c2", "", ""),
  total: fc.constantFrom("10.00", "5.50", "", "", "0.00", "15.50", "n/a"),
  status: fc.constantFrom("paid", "paid", "", "cancelled"),
});

type Row = typeof someRow extends fc.Arbitrary<infer T> ? T : never;

function fileOf(rows: readonly Row[]): Buffer {
  const lines = rows.map((row) => Object.values(row).join(","));
  return Buffer.from(`product,order_id,order_date,customer_id,order_total,status\n${lines.join("\n")}\n`);
}

describe("lines of orders whose date stands on another row", () => {
  it("are found from their bytes as from their texts, and told from totals", async () => {
    const counts = { summed: 0, kept: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(someRow, { minLength: 1, maxLength: 40 }), someCutting, async (rows, cutting) => {
        const bytes = fileOf(rows);
        const options = { maxRejects: { rows: 1000 }, unknownStatus: "include" as const };
        await withFiles({ "orders.csv": bytes }, async (cwd, names) => {
          await expectAgreement(names, [cutting], { options, cwd, note: String(bytes) });
        });
        counts[await compareSums(bytes, cutting, { asOf: undefined, options })] += 1;
      }),
      { numRuns: CASES, seed: SEED },
    );
    expect(counts.summed + counts.kept).toBeGreaterThan(CASES / 4);
  }, 600_000);
});
