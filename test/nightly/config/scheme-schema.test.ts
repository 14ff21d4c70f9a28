import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { BUILT_IN_SCHEMES } from "../../../src/analysis/segments/built-in/index.ts";
import { writtenScheme } from "../../../src/analysis/segments/written-scheme.ts";
import { parseSchemeFile } from "../../../src/options/companions/scheme-file.ts";

const schema: unknown = JSON.parse(
  readFileSync(new URL("../../../schemas/scheme.schema.json", import.meta.url), "utf8"),
);
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(schema as object);

const GOOD = `
name: my-shop
levels: 5
segments:
  - { name: Champions, r: 4-5, f: 4-5, m: 4-5, meaning: "The best", action: "Thank them", new: false }
  - { name: Big but quiet, r: 1-2, fm: 3.5-5 }
  - { name: Odd ones, cells: [155, "154", 144] }
  - { name: Everyone else, otherwise: true }
`;

const segment = (text: string): string =>
  `name: x\nsegments:\n  - ${text}\n  - { name: Everyone else, otherwise: true }\n`;

const BAD: readonly (readonly [what: string, text: string])[] = [
  ["no name", "segments:\n  - { name: A, otherwise: true }\n"],
  ["no segments", "name: x\n"],
  ["an empty list of segments", "name: x\nsegments: []\n"],
  ["an unknown key at the top", `colour: red\n${GOOD.trimStart()}`],
  ["levels that are no number", "name: x\nlevels: five\nsegments:\n  - { name: A, otherwise: true }\n"],
  ["too many levels", "name: x\nlevels: 11\nsegments:\n  - { name: A, otherwise: true }\n"],
  ["a segment that is text", "name: x\nsegments: [Champions]\n"],
  ["an unknown key in a segment", segment("{ name: A, r: 5, colour: red }")],
  ["a segment without a name", segment("{ r: 5 }")],
  ["a name that is a number", segment("{ name: 5, r: 5 }")],
  ["a range that is no range", segment("{ name: A, r: high }")],
  ["half a recency score", segment("{ name: A, r: 3.5-5 }")],
  ["a third of fm", segment("{ name: A, fm: 3.3-5 }")],
  ["a score of 0", segment("{ name: A, f: 0-2 }")],
  ["a segment without a rule", segment("{ name: A, meaning: nobody }")],
  ["two kinds of rule", segment("{ name: A, r: 5, cells: [155] }")],
  ["cells and otherwise", segment("{ name: A, cells: [155], otherwise: true }")],
  ["cells that are no list", segment("{ name: A, cells: 155 }")],
  ["a cell of two scores", segment("{ name: A, cells: [55] }")],
  ["otherwise: false", segment("{ name: A, otherwise: false }")],
  ["a meaning that is a list", segment("{ name: A, r: 5, meaning: [a] }")],
];

describe("the published JSON Schema of scheme files", () => {
  it.each(BUILT_IN_SCHEMES.map((scheme) => [scheme.name, scheme] as const))(
    "accepts %s as written",
    (_name, scheme) => {
      validate(writtenScheme(scheme));
      expect(validate.errors).toBeNull();
    },
  );

  it("accepts the example of the documentation, and so does the program", () => {
    validate(parse(GOOD));
    expect(validate.errors).toBeNull();
    expect(parseSchemeFile(GOOD, "good.yaml").segments).toHaveLength(4);
  });

  it.each(BAD)("refuses %s, and so does the program", (_what, text) => {
    expect(validate(parse(text))).toBe(false);
    expect(() => parseSchemeFile(text, "bad.yaml")).toThrow(/bad\.yaml/);
  });
});
