import fc from "fast-check";
import { describe, it } from "vitest";
import { type Cutting, expectAgreement, withFiles } from "../../support/both-readers.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 4000 : 40;
const SEED = 4_000;

interface Row {
  readonly order: string;
  readonly id: string;
  readonly email: string;
  readonly status: string;
  readonly date: string;
}

/** Rows that are plain, and rows where one cell is not: blank, of guests, quoted, with capitals, without a day. */
const someRow: fc.Arbitrary<Row> = fc.record({
  order: fc.constantFrom("", "A-1", "A-1", "A-2", "17.0", '"A-3"'),
  id: fc.constantFrom("", "", "0", "7", "8", "9", "17850.0", "17850", "C-1", '"7"', " 8"),
  email: fc.constantFrom("", "a@example.com", "A@example.com", '"b@example.com"', "Ä@example.com", "c.0"),
  status: fc.constantFrom("paid", "paid", "paid", "cancelled", '"paid"', ""),
  date: fc.constantFrom("2026-03-01", "2026-03-01", "2026-03-02", "3/2/2026", ""),
});

const someCutting: fc.Arbitrary<Cutting> = fc
  .record({ threads: fc.constantFrom(2, 3), segmentBytes: fc.integer({ min: 40, max: 600 }), seed: fc.nat(99) })
  .map(({ seed, ...cutting }) => ({ ...cutting, pick: (job) => (job + 1) * seed }));

function fileOf(rows: readonly Row[]): Buffer {
  const lines = rows.map(
    ({ order, id, email, status, date }, index) => `${order},${id},${email},${date},${10 + index}.50,${status}`,
  );
  return Buffer.from(`order_id,customer_id,email,order_date,total,status\n${lines.join("\n")}\n`);
}

describe("a customer with two columns of keys", () => {
  it("is found by the first that is filled, whatever the rows before look like", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someRow, { minLength: 1, maxLength: 40 }), someCutting, async (rows, cutting) => {
        await withFiles({ "orders.csv": fileOf(rows) }, async (folder, names) => {
          await expectAgreement(names, [cutting], { options: { maxRejects: { share: 1 } }, cwd: folder });
        });
      }),
      { numRuns: CASES, seed: SEED },
    );
  });
});
