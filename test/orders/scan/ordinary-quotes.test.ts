import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectAgreement, withFiles } from "../../support/both-readers.ts";
import { someCutting } from "../../support/shown-sums.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 2000 : 40;
const SEED = 34_000;

/** A text with quotes where they stand around cells in other files, or nowhere in particular. */
function quoted(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .record({ text: fc.constantFrom(...texts), at: fc.nat(20), quote: fc.constantFrom("", "", '"', '""', '"""') })
    .map(({ text, at, quote }) => {
      const place = Math.min(at, text.length);
      return `${text.slice(0, place)}${quote}${text.slice(place)}`;
    });
}

const HEADER = [
  ...[
    "order-id",
    "order-item-id",
    "purchase-date",
    "payments-date",
    "buyer-email",
    "buyer-name",
    "sku",
    "product-name",
  ],
  ...["quantity-purchased", "currency", "item-price", "item-tax", "ship-city", "ship-country"],
];

/** An item of Amazon's report, whose quotes are ordinary characters. */
const someItem = fc
  .record({
    order: quoted(["303-0000009-0000001", "303-0000009-0000002", "303-0000009-0000003"]),
    day: fc.constantFrom("2026-03-04", "2026-03-05", "2026-03-05", '"2026-03-06"'),
    email: quoted(["ann@example.com", "ben@example.com", "Cat@Example.com", ""]),
    product: quoted(["Mug, white", 'Plate 12" wide', "Bowl\u00e4", ""]),
    price: quoted(["36.00", "4.50", "0.00"]),
    city: quoted(["Köln", "Turku", ""]),
  })
  .map(({ order, day, email, product, price, city }, item = 1) => [
    ...[order, String(item), `${day}T14:05:09-08:00`, `${day}T14:05:09-08:00`, email, "Some Example", "S1", product],
    ...["1", "EUR", price, "1.00", city, "DE"],
  ]);

describe("a file whose quotes are ordinary characters", () => {
  it("is read from its bytes as from its text", async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(someItem, { minLength: 1, maxLength: 40 }),
        fc.constantFrom("\n", "\r\n"),
        someCutting,
        async (items, lineEnd, cutting) => {
          const text = [HEADER, ...items].map((cells) => `${cells.join("\t")}${lineEnd}`).join("");
          const options = { maxRejects: { rows: 1000 } };
          await withFiles({ "orders.txt": Buffer.from(text) }, async (cwd, names) => {
            const { outcome } = await expectAgreement(names, [cutting], { options, cwd, note: text });
            if (!("history" in outcome)) return;
            read += 1;
            expect(outcome.history.understanding.files[0]?.layout.dialect.quoting).toBe(false);
          });
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(read).toBeGreaterThan(CASES / 2);
  }, 600_000);
});
