import { domainToASCII } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciiLabel } from "../../../src/basics/addresses/punycode.ts";

/** Letters that no step before changes: lower case, composed, of several scripts. */
const LETTERS = [..."abcxyz0189äöüåéñçøßğжяλωאבشع日本語한글"];

describe("asciiLabel", () => {
  it.each([
    ["bücher", "xn--bcher-kva"],
    ["münchen", "xn--mnchen-3ya"],
    ["例え", "xn--r8jz45g"],
    ["example", "example"],
    ["xn--bcher-kva", "xn--bcher-kva"],
  ])("writes %s as %s", (label, expected) => {
    expect(asciiLabel(label)).toBe(expected);
  });

  it("agrees with the URL standard on every label that it takes", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 20 }), (letters) => {
        const label = letters.join("");
        const standard = domainToASCII(`${label}.example`);
        fc.pre(standard !== ""); // it refuses a mix of directions
        expect(`${asciiLabel(label)}.example`).toBe(standard);
      }),
      { numRuns: 500 },
    );
  });
});
