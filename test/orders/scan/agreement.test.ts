import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { platformFixtures } from "../../platforms/fixtures.ts";
import { type Cutting, expectAgreement } from "../../support/both-readers.ts";
import { ONLINE_RETAIL } from "../../support/in-process.ts";

/** Stretches of a few lines, of half a line, and of a third of the file. */
function cuttingsOf(bytes: number): readonly Cutting[] {
  const pick = (job: number): number => job * 5 + Math.floor(job / 3);
  return [
    { threads: 2, stretchBytes: 701, pick },
    { threads: 7, stretchBytes: Math.max(97, Math.ceil(bytes / 150)), pick },
    { threads: 3, stretchBytes: Math.ceil(bytes / 3), pick },
  ];
}

describe("both readers, and any number of threads", () => {
  for (const { name, inputs, expected } of platformFixtures()) {
    it(`agree on ${name}`, async () => {
      const bytes = inputs.reduce((sum, input) => sum + readFileSync(input).length, 0);
      await expectAgreement(inputs, cuttingsOf(bytes), { options: expected.options ?? {} });
    });
  }

  it("agree on six months of real orders", async () => {
    const { shown } = await expectAgreement(
      [ONLINE_RETAIL],
      [{ threads: 3, stretchBytes: 300_000, pick: (job) => job }],
    );
    expect(shown["rows"]).toBeGreaterThan(100_000);
  });
});
