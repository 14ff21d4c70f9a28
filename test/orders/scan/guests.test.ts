import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectAgreement, withFiles } from "../../support/both-readers.ts";
import { compareSums, someCutting } from "../../support/shown-sums.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 3000 : 30;
const SEED = 28_000;

const HEADER =
  "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Billing Name,Billing Zip,Refunded Amount,Phone";

/** An order of a shop with guests: known by an address, a phone number, or a name and a postcode; or by nothing. */
const someOrder = fc.record({
  email: fc.constantFrom("", "", "ann@example.com", "Ben@Example.com", '"c@example.com"', "0"),
  phone: fc.constantFrom("", "", "", "'+358401234567", "0", '"+358 40 1"', "1.2E+13"),
  name: fc.constantFrom(
    "Ann Test",
    "ann test",
    "Åsa Exempel",
    '"Ex ""B"" Ample"',
    "",
    "0",
    " Ann Test ",
    "Jos\u00c3\u00a9",
  ),
  zip: fc.constantFrom("'00100", "00100", "'00100", "", "0", '"00100"', " "),
  status: fc.constantFrom("paid", "paid", "paid", "refunded", "voided", "partially_refunded"),
  day: fc.integer({ min: 1, max: 28 }),
  total: fc.constantFrom("10.00", "12.50", "0.00", "-5.00", ""),
  refunded: fc.constantFrom("0.00", "0.00", "0.00", "2.50"),
  more: fc.constantFrom(0, 0, 1, 2),
});

const someShop = fc.record({
  orders: fc.array(someOrder, { minLength: 1, maxLength: 40 }),
  isQuoted: fc.boolean(),
});

type Shop = typeof someShop extends fc.Arbitrary<infer T> ? T : never;

function fileOf({ orders, isQuoted }: Shop): Buffer {
  const lines = orders.flatMap((order, index) => {
    const { email, phone, name, zip, status, day, total, refunded, more } = order;
    const [id, date] = [`#${2000 - index}`, `2026-03-${String(day).padStart(2, "0")} 12:00:00 +0200`];
    const first = [id, email, status, "EUR", total, date, "1", "Mug", name, zip, refunded, phone];
    const next = [id, email, "", "", "", date, "2", "Tea", "", "", "", phone];
    return [first, ...Array.from({ length: more }, () => next)];
  });
  const quoted = (cell: string): string => (isQuoted && !cell.startsWith('"') ? `"${cell}"` : cell);
  return Buffer.from(`${[HEADER, ...lines.map((cells) => cells.map(quoted).join(","))].join("\n")}\n`);
}

describe("guests who are known by several cells", () => {
  it("are found from these cells alone as from whole rows, added up or not", async () => {
    const counts = { summed: 0, kept: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(someShop, someCutting, async (shop, cutting) => {
        const bytes = fileOf(shop);
        const options = { maxRejects: { rows: 1000 } };
        await withFiles({ "orders.csv": bytes }, async (cwd, names) => {
          await expectAgreement(names, [cutting], { options, cwd, note: String(bytes) });
        });
        counts[await compareSums(bytes, cutting, { asOf: undefined, options })] += 1;
      }),
      { numRuns: CASES, seed: SEED },
    );
    expect(counts.summed).toBeGreaterThan(CASES / 4);
  }, 600_000);
});
