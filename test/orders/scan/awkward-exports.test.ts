import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someAwkwardExports } from "../../support/awkward-rows.ts";
import { type Cutting, expectAgreement, withFiles } from "../../support/both-readers.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 1200 : 80;
const BATCH = Math.min(CASES, 80);
const SEED = 4_000;

/** Two, three or seven threads that take their segments in any order, each a share of the file; there are `most` at the most. */
const someCutting = fc.record({
  threads: fc.constantFrom(2, 3, 7),
  most: fc.constantFrom(10, 20, 20, 40, 400),
  share: fc.oneof(fc.double({ min: 0, max: 0.1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  picks: fc.array(fc.nat(6), { minLength: 1, maxLength: 12 }),
});

describe("an awkward export", () => {
  const seeds = Array.from({ length: Math.ceil(CASES / BATCH) }, (_, batch) => SEED + batch);
  it.each(seeds)(
    "is the same table, or refused in the same words, whichever reader and however many threads read it (seed %i)",
    async (seed) => {
      const counts = { read: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(
          someAwkwardExports,
          fc.array(someCutting, { minLength: 2, maxLength: 2 }),
          async ({ files, options }, cuttings) => {
            const largest = Math.max(...Object.values(files).map((bytes) => bytes.length));
            const cut = cuttings.map(({ threads, share, most, picks }): Cutting => {
              const segmentBytes = Math.max(Math.ceil(share * largest), Math.ceil(largest / most));
              return { threads, segmentBytes, pick: (job) => picks[job % picks.length] ?? 0 };
            });
            await withFiles(files, async (cwd, names) => {
              const { outcome } = await expectAgreement(names, cut, { options, cwd, note: shown(files) });
              counts["history" in outcome ? "read" : "refused"] += 1;
            });
          },
        ),
        { numRuns: BATCH, seed },
      );
      expect(counts.read, "exports that were read, not refused").toBeGreaterThan(BATCH / 3);
    },
    600_000,
  );
});

/** The files so that they can be put into a test. */
function shown(files: Readonly<Record<string, Buffer>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, String(bytes)])));
}
