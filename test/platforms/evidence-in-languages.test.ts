import { describe, expect, it } from "vitest";
import { PRESETS } from "../../src/exports/platforms/index.ts";
import { readOrders } from "../../src/orders/read-orders.ts";
import type { Understanding } from "../../src/orders/understanding.ts";
import type { Language } from "../../src/render/language/language.ts";
import { understandingTable } from "../../src/render/tables/understanding/understanding-table.ts";
import { ENGLISH, OTHER_LANGUAGES } from "../support/languages.ts";
import { isRefusal, platformFixtures } from "./fixtures.ts";

/** What `rfm inspect` gives as evidence, one text an answer. */
function evidenceIn(understanding: Understanding, language: Language): readonly string[] {
  const table = understandingTable(understanding, language);
  const column = table.columns.find(({ name }) => name === "evidence");
  return Array.from({ length: table.length }, (_, row) => String(column?.at(row) ?? ""));
}

/** Evidence that is the file's own words and none of ours: `"Quantity" × "Price"`. */
function isQuotation(text: string): boolean {
  return !/\p{L}/u.test(text.replace(/"[^"]*"/g, ""));
}

describe("what the reading of exports says in English", () => {
  it("has other words for every evidence of every platform's fixtures, in every other language", async () => {
    const untranslated = new Set<string>();
    let seen = 0;
    for (const { inputs, expected } of platformFixtures()) {
      if (isRefusal(expected)) continue;
      const { understanding } = await readOrders(inputs, expected.options);
      const evidence = evidenceIn(understanding, ENGLISH);
      seen += evidence.length;
      for (const language of OTHER_LANGUAGES) {
        const said = evidenceIn(understanding, language);
        const same = evidence.filter((english, index) => said[index] === english && !isQuotation(english));
        for (const english of same) untranslated.add(`${language.code}: ${english}`);
      }
    }
    expect(seen).toBeGreaterThan(500);
    expect([...untranslated]).toEqual([]);
  });

  it.each(OTHER_LANGUAGES)("has $code words for how each preset's rows are read, and for its rules", ({ words }) => {
    const { phrases, rule } = words.inspect;
    for (const preset of PRESETS) {
      const english = `as ${preset.title} has it: ${preset.rowModel}`;
      const said = phrases.map(([pattern, other]) => {
        const match = pattern.exec(english);
        return match === null ? "" : other(...match.slice(1));
      });
      expect(said.join(""), preset.name).not.toContain(preset.rowModel);
      for (const { word } of preset.rules ?? []) {
        expect(rule(word, "Column"), preset.name).not.toContain(word);
      }
    }
  });
});
