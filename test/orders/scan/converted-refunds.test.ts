import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectAgreement, withFiles } from "../../support/both-readers.ts";
import { compareSums, someCutting } from "../../support/shown-sums.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 3000 : 30;
const SEED = 29_000;

const HEADER =
  'ID,"Purchase Point","Purchase Date","Grand Total (Base)","Grand Total (Purchased)",Status,"Customer Email","Total Refunded"';

/** An order of a shop with two currencies: its total in both, and what was paid back in the second. */
const someOrder = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  totals: fc.constantFrom(
    ...(["20.0000,20.0000", "20.0000,20.0000", "20.0000,25.0000", "20.00,20.0000", "0,0", "-5.0000,-5.0000"] as const),
    ...([",20.0000", "20.0000,", ",", "soon,soon", "20.00001,20.00004", '"20.0000",20.0000'] as const),
  ),
  status: fc.constantFrom("Complete", "Complete", "Closed", "Canceled"),
  email: fc.constantFrom("a@example.com", "b@example.com", ""),
  refunded: fc.constantFrom("", "", "0.0000", "5.0000", "-5.0000", "20.0000", "soon", '"5.0000"'),
});

type Order = typeof someOrder extends fc.Arbitrary<infer T> ? T : never;

function fileOf(orders: readonly Order[]): Buffer {
  const lines = orders.map(
    ({ day, totals, status, email, refunded }, index) =>
      `${String(index + 1).padStart(9, "0")},"Main Store","Mar ${day}, 2026 2:05:09 PM",${totals},${status},${email},${refunded}`,
  );
  return Buffer.from(`${[HEADER, ...lines].join("\n")}\n`);
}

describe("refunds in another currency than their orders", () => {
  it("are converted by the ratio of the order's two totals, whichever reader meets them", async () => {
    const counts = { summed: 0, kept: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(someOrder, { minLength: 1, maxLength: 40 }), someCutting, async (orders, cutting) => {
        const bytes = fileOf(orders);
        const options = { maxRejects: { rows: 1000 } };
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
