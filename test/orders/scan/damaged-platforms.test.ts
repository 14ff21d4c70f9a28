import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { platformFixtures } from "../../platforms/fixtures.ts";
import { openQuestions, someExport } from "../../support/arbitrary-export.ts";
import { type Cutting, expectAgreement, type Options, withFiles } from "../../support/both-readers.ts";
import { damaged, someDamages } from "../../support/damage.ts";
import { writeExport } from "../../support/write-export.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 480 : 12;
const SEED = 4_000;

/** The first file of each platform's fixtures, with the options that it is read with. */
const FIXTURES = platformFixtures().flatMap(({ name, inputs: [input], expected }) =>
  input === undefined ? [] : [{ name, input, options: expected.options ?? {} }],
);

const someCuttings = fc.array(
  fc
    .record({
      threads: fc.constantFrom(2, 3, 7),
      segmentBytes: fc.integer({ min: 40, max: 2000 }),
      picks: fc.array(fc.nat(6), { minLength: 1, maxLength: 9 }),
    })
    .map(({ picks, ...cutting }): Cutting => ({ ...cutting, pick: (job) => picks[job % picks.length] ?? 0 })),
  { minLength: 1, maxLength: 2 },
);

const LENIENT: Options = { maxRejects: { rows: 100_000 } };

describe("both readers agree", () => {
  it("on every platform's exports, damaged", async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FIXTURES),
        someDamages,
        fc.boolean(),
        someCuttings,
        async ({ input, options }, damages, repeated, cuttings) => {
          const stored = readFileSync(input);
          const plain = input.endsWith(".gz") ? gunzipSync(stored) : stored;
          const bytes = damaged(repeated ? repeatedRows(plain) : plain, damages);
          const name = input.endsWith(".tsv") ? "input.tsv" : "input.csv";
          await withFiles({ [name]: bytes, "other.csv.gz": gzipSync(plain) }, async (cwd) => {
            const { outcome } = await expectAgreement(["input.*"], cuttings, {
              options: { ...LENIENT, ...options },
              cwd,
            });
            if ("history" in outcome) read += 1;
            await expectAgreement(["."], [], { options: { ...LENIENT, ...options }, cwd });
          });
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(read).toBeGreaterThan(CASES / 4);
  });

  it("on exports in every form of date and number, encoding and row model, whole and damaged", async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        someExport(),
        someDamages,
        fc.boolean(),
        someCuttings,
        async (written, damages, isWhole, cuttings) => {
          const { dates, numbers, encoding } = openQuestions(written);
          const { form, orders } = written;
          const whole = writeExport(orders, form) ?? Buffer.alloc(0);
          const bytes = isWhole ? whole : damaged(whole, damages);
          const options: Options = {
            ...LENIENT,
            ...(encoding ? { encoding: "iso-8859-15" } : {}),
            ...(dates ? { dateFormat: { notation: "calendar", order: form.date.order } } : {}),
            ...(numbers ? { decimal: form.number.mark } : {}),
          };
          await withFiles({ "orders.csv": bytes }, async (cwd, names) => {
            const { outcome } = await expectAgreement(names, cuttings, { options, cwd });
            if ("history" in outcome) read += 1;
          });
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(read).toBeGreaterThan(CASES / 3);
  });
});

/** The header once, and the rows a few times over; each time the amounts and ids are the same. */
function repeatedRows(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0x0a) + 1;
  const rows = bytes.subarray(end);
  return Buffer.concat([bytes.subarray(0, end), rows, rows, rows]);
}
