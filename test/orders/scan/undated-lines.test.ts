import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectAgreement, withFiles } from "../../support/both-readers.ts";
import { compareSums, someCutting } from "../../support/shown-sums.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 3000 : 30;
const SEED = 30_000;

/** A row of an export whose orders have their date on one row only; some rows end the file, or look as if they did. */
const someRow = fc.record({
  product: fc.constantFrom(
    "Mug",
    "Mug",
    "Summer dress",
    "Sum",
    "Total",
    '"Set, total"',
    "2 record(s)",
    "Seller ID : x",
    "---",
    "\tTotal",
    "Yhteensä",
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

/** The same as lines of JSON, some letters of which are written as escapes. */
function jsonOf(rows: readonly Row[], escaped: RegExp): Buffer {
  const lines = rows.map(({ product, order, date, customer, total, status }) =>
    JSON.stringify({ product, order_id: order, order_date: date, customer_id: customer, order_total: total, status }),
  );
  const code = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return Buffer.from(lines.map((line) => `${line.replace(escaped, code)}\n`).join(""));
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

  it("are so in JSON, whatever is written as an escape", async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(someRow, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(/[^\0-\x7f]/g, /(?<=":".*)[Tt](?=ot)/g, /$^/g),
        someCutting,
        async (rows, escaped, cutting) => {
          const bytes = jsonOf(rows, escaped);
          const options = { maxRejects: { rows: 1000 }, unknownStatus: "include" as const };
          await withFiles({ "orders.ndjson": bytes }, async (cwd, names) => {
            const { outcome } = await expectAgreement(names, [cutting], { options, cwd, note: String(bytes) });
            if ("history" in outcome) read += 1;
          });
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(read).toBeGreaterThan(CASES / 4);
  }, 600_000);
});
