import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/errors.ts";
import { DIALECT_NAMES } from "../../src/warehouse/dialects/dialect.ts";
import { DIALECTS } from "../../src/warehouse/dialects/index.ts";
import { quoteName, quoteTable, quoteText } from "../../src/warehouse/dialects/quote.ts";
import { hostileNames, safeNames } from "./hostile-names.ts";
import { PLACES, scriptsWith } from "./script-with.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** So many hostile names are put into every place in turn. */
const NAMES = process.env["RFM_LONG_TESTS"] === "1" ? 1000 : 250;

describe.each(DIALECT_NAMES)("the SQL of %s", (name) => {
  const dialect = DIALECTS[name];
  const plain = Array.from({ length: PLACES }, (_, index) => `plain${index}`);
  const expected = tokensOf(name, scriptsWith(dialect, plain));
  // a text with other letters than those of ASCII stands there in several spellings
  const spelled = tokensOf(name, scriptsWith(dialect, plain.with(8, "plain8é")));

  it(`keeps ${NAMES} hostile names between their quotes, an eleventh of them in every place`, () => {
    const hostile = safeNames(dialect, hostileNames(name === "spark" ? 4 * NAMES : NAMES + 1));
    for (let at = 0; at + PLACES <= hostile.length; at += PLACES) {
      const names = hostile.slice(at, at + PLACES);
      const found = tokensOf(name, scriptsWith(dialect, names));
      const wanted = /[\u0080-\uffff]/.test(names[8] ?? "") ? spelled : expected;
      const value = foldedValue(names);
      expect(found.map((token) => asFolded(codeOf(token), value))).toEqual(
        wanted.map((token) => ({ ...codeOf(token), value: renamed(codeOf(token).value, names) })),
      );
    }
  });

  it("reads a hostile text as it was", () => {
    for (const text of hostileNames(NAMES)) {
      expect(tokensOf(name, quoteText(dialect, text))).toEqual([{ kind: "text", value: text }]);
      if (safeNames(dialect, [text]).length === 0) expect(() => quoteName(dialect, text)).toThrow(/cannot be a name/);
      else expect(tokensOf(name, quoteName(dialect, text))).toEqual([{ kind: "name", value: text }]);
    }
  });

  it("refuses what no engine can store", () => {
    for (const wrong of ["a\u0000b", "half \ud83d"]) {
      expect(() => quoteText(dialect, wrong)).toThrow(UsageError);
      expect(() => quoteName(dialect, wrong)).toThrow(UsageError);
    }
    expect(() => quoteName(dialect, "")).toThrow(/empty/);
    expect(() => quoteTable(dialect, "shop.")).toThrow(/empty/);
    expect(() => quoteTable(dialect, "")).toThrow(/empty/);
  });
});

/** A token as the engine takes it: what a comment says does not matter to it. */
function codeOf({ kind, value }: Token): Token {
  return { kind, value: kind === "comment" ? "" : value };
}

/** What the where-value comes to without capitals and outer blanks. */
function foldedValue(names: readonly string[]): string {
  return `v${names[8] ?? ""}`.trim().toLowerCase();
}

/** A text that is the where-value in any spelling, as it is compared. */
function asFolded(token: Token, value: string): Token {
  return token.kind === "text" && token.value.trim().toLowerCase() === value ? { ...token, value } : token;
}

/** A value of the plain script with the names in it replaced; where-values are compared without capitals and outer blanks. */
function renamed(value: string, names: readonly string[]): string {
  const found = /^(v?)plain(\d+)é?(.*)$/i.exec(value);
  if (found === null) return value;
  const [, before = "", place = "", rest = ""] = found;
  const name = `${before}${names[Number(place)] ?? ""}${rest}`;
  return place === "8" ? foldedValue(names) : name;
}

describe("a table's name", () => {
  it.each([
    ["postgres", "shop.orders", '"shop"."orders"'],
    ["postgres", 'shop."2024.orders"', '"shop"."2024.orders"'],
    ["postgres", '"a""b".c', '"a""b"."c"'],
    ["bigquery", "project.shop.orders", "`project`.`shop`.`orders`"],
    ["spark", "parquet./data/2024.11/orders", "`parquet`.`/data/2024.11/orders`"],
    ["spark", "parquet.`/data/orders`", "`parquet`.`/data/orders`"],
    ["duckdb", "parquet.orders", '"parquet"."orders"'],
  ] as const)("in %s: %s is %s", (name, written, quoted) => {
    expect(quoteTable(DIALECTS[name], written)).toBe(quoted);
  });

  it("is refused where the engine would cut it off", () => {
    expect(() => quoteTable(DIALECTS.postgres, "ä".repeat(32))).toThrow(
      /64 bytes long: PostgreSQL cuts names off after 63/,
    );
    expect(quoteTable(DIALECTS.duckdb, "ä".repeat(32))).toBe(`"${"ä".repeat(32)}"`);
  });
});
