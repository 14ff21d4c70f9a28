/** The schema of loyalty plans says of each plan what the program says, but for what only the program can check. */
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PLAN_EXAMPLES } from "../../../../src/options/companions/loyalty/examples.ts";
import { parsePlanFile } from "../../../../src/options/companions/loyalty/plan-file.ts";

const schema: unknown = JSON.parse(
  readFileSync(new URL("../../../../schemas/loyalty.schema.json", import.meta.url), "utf8"),
);
const validate = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  formats: { date: /^\d{4}-\d\d-\d\d$/ },
}).compile(schema as object);

const POINTS = "name: x\npoints: { per: 1.00, each: 1 }\nrewards: [{ points: 500, value: 5.00 }]\n";
const levels = (text: string): string => `name: x\nlevels: ${text}\n`;
const STEPS = "steps: [{ name: Gold, from: 5 }]";

const GOOD: readonly string[] = [
  ...PLAN_EXAMPLES.map(({ text }) => text),
  `${POINTS}expiry: never\nmargin: 40%\nfixed_cost: 600 per year\nstarts: 2024-02-29\ncurrency: EUR`,
  `${POINTS}expiry: { at: end of next year }\nfixed_cost: 12.5`,
  `${POINTS}expiry: { after: 12m }`,
  levels(`{ by: orders, window: rolling 4q, hold: none, ${STEPS} }`),
  "name: x\nbonus: { each: month, steps: [{ from: 50, share: 1.5% }] }",
];

const BAD: readonly (readonly [what: string, text: string])[] = [
  ["no name", POINTS.replace("name: x\n", "")],
  ["no programme", "name: x\n"],
  ["an unknown key", `${POINTS}colour: red`],
  ["an unknown key in points", POINTS.replace("each: 1", "eech: 1")],
  ["points and stamps", `${POINTS}stamps: { per: order }`],
  ["a negative amount", POINTS.replace("1.00", "-1.00")],
  ["nothing for an amount", POINTS.replace("1.00", "0")],
  ["half a point", POINTS.replace("500", "0.5")],
  ["a reward without a value", POINTS.replace(", value: 5.00", "")],
  ["a reward without a price", POINTS.replace("points: 500, ", "")],
  ["an unknown rounding", POINTS.replace("each: 1", "round: up")],
  ["a margin as a fraction", `${POINTS}margin: 0.4`],
  ["a margin above all", `${POINTS}margin: 140%`],
  ["two terms of expiry", `${POINTS}expiry: { after: 12m, at: end of year }`],
  ["a term that is none", `${POINTS}expiry: { after: a year }`],
  ["an unknown measure", levels(`{ by: visits, ${STEPS} }`)],
  ["an unknown window", levels(`{ by: orders, window: 12m, ${STEPS} }`)],
  ["an unknown holding term", levels(`{ by: orders, hold: always, ${STEPS} }`)],
  ["levels without steps", levels("{ by: orders, steps: [] }")],
  ["a step without a threshold", levels("{ by: orders, steps: [{ name: Gold }] }")],
  ["a role with blanks", levels("{ by: orders, steps: [{ name: Gold, from: 1, role: Gold Member }] }")],
  ["a bonus without steps", "name: x\nbonus: { each: month }"],
];

describe("the schema of loyalty plans", () => {
  it("takes every plan that the program takes", () => {
    for (const text of GOOD) {
      expect(() => parsePlanFile(text, "plan.yaml"), text).not.toThrow();
      expect(validate(parse(text)), `${text}\n${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  it.each(BAD)("refuses %s, as the program does", (_, text) => {
    expect(() => parsePlanFile(text, "plan.yaml")).toThrow();
    expect(validate(parse(text))).toBe(false);
  });
});
