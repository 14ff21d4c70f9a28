import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPARISONS, type ColumnCondition, conditionText } from "../../src/exports/conditions/condition.ts";
import { collectConditions } from "../../src/options/condition-values.ts";

const one = (text: string): ColumnCondition | undefined => collectConditions(text, undefined)[0];

describe("a condition of --where", () => {
  it.each([
    ["Country=Finland,Sweden", "Country", "=", ["Finland", "Sweden"]],
    ["Country!=Finland", "Country", "!=", ["Finland"]],
    ["Coupon=", "Coupon", "=", [""]],
    ["Coupon!=", "Coupon", "!=", [""]],
    ["Total >= 12,50", "Total", ">=", ["12,50"]],
    ["Total<1.000,00", "Total", "<", ["1.000,00"]],
    ["Wow! it=yes", "Wow! it", "=", ["yes"]],
    ['"a=b"=c', "a=b", "=", ["c"]],
    ['"Price <EUR>" > 10', "Price <EUR>", ">", ["10"]],
    ['"say ""hi"""!=x', 'say "hi"', "!=", ["x"]],
    ['City="Paris, TX",Rome', "City", "=", ["Paris, TX", "Rome"]],
    ['Size=5" pipe', "Size", "=", ['5" pipe']],
    ["URL=a=b", "URL", "=", ["a=b"]],
  ] as const)("%s", (text, column, comparison, values) => {
    expect(one(text)).toEqual({ column, comparison, values });
  });

  it.each([
    ["Country", /Write COLUMN=VALUE/],
    ["=Finland", /Write COLUMN=VALUE/],
    ["Country==Finland", /Write = instead of ==/],
    ["Total=>5", /Write >= instead of =>/],
    ["Total<>5", /Write != instead of <>/],
    ["Total>", /> compares numbers and days/],
    ["Total<=many", /<= compares numbers and days/],
    ['"Country=Finland', /double quote is not closed/],
    ['City="Paris" TX', /"TX" follows a closed quote/],
  ])("%s is refused", (text, says) => {
    expect(() => one(text)).toThrow(says);
  });

  it("is written as it is read, whatever column and values have in them", () => {
    const name = fc
      .string({ unit: fc.constantFrom("a", "B", " ", "=", "<", ">", "!", '"', ",", "#", "ä") })
      .map((text) => text.trim())
      .filter((text) => text !== "" && !/[!]$/.test(text));
    const list = fc.record({
      column: name,
      comparison: fc.constantFrom("=" as const, "!=" as const),
      values: fc.array(fc.string({ unit: fc.constantFrom("a", "1", '"', ",", "é") }), { minLength: 1, maxLength: 3 }),
    });
    const bound = fc.record({
      column: name,
      comparison: fc.constantFrom(
        ...COMPARISONS.filter((sign) => sign === "<" || (sign.length === 2 && sign !== "!=")),
      ),
      values: fc.constantFrom(["12,50"], ["1.5"], ["2026-03-01"]),
    });
    fc.assert(
      fc.property(fc.oneof(list, bound), (condition) => {
        expect(one(conditionText(condition))).toEqual(condition);
      }),
      { seed: 15, numRuns: 500 },
    );
  });
});
