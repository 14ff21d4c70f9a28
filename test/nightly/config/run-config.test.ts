import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { OUTPUT_KINDS } from "../../../src/commands/run-outputs.ts";
import { parseRunConfig, type RunConfig } from "../../../src/nightly/config/run-config.ts";
import { SHARED_OPTIONS } from "../../../src/options/index.ts";
import { configSchema } from "../../support/config-schema.ts";

const keys = { shared: SHARED_OPTIONS, outputs: OUTPUT_KINDS };
const schema = configSchema(keys);
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

const GOOD = `version: 1
exports: [exports/*.csv, old/]
reading:
  date-format: d/m/y
  include-status: [paid, shipped]
  where: "Country=Finland,Sweden"
  link-customers: false
scoring: { window: 12m, levels: 4 }
outputs:
  - { command: score, file: scores.csv, keep: [Country] }
  - command: report
    file: people/report.md
output: { folder: out, mode: 0640, keep: 3 }
guards: { newest-order-days: 2, rejects-percent: 0.5 }
`;

function read(text: string, env: Readonly<Record<string, string>> = {}): RunConfig {
  const { config, problems } = parseRunConfig(text, { name: "c.yaml", keys, env });
  problems.throwAny("c.yaml");
  return config;
}

/** The message of the error that a config gives. */
function problemsOf(text: string, env: Readonly<Record<string, string>> = {}): string {
  try {
    read(text, env);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "no problem";
}

/** A variable as a config has it. */
const variable = (name: string): string => `$\{${name}}`;

const minimal = (more: string): string =>
  `version: 1\nexports: a.csv\noutputs:\n  - { command: score, file: scores.csv }\n${more}`;

describe("a config", () => {
  it("gives every option the value that the command line would", () => {
    const config = read(GOOD);
    expect(config.exports).toEqual(["exports/*.csv", "old/"]);
    expect(config.shared.reading).toEqual({
      dateFormat: { notation: "calendar", order: "dmy" },
      includeStatus: ["paid", "shipped"],
      where: [{ column: "Country", comparison: "=", values: ["Finland", "Sweden"] }],
      linkCustomers: false,
    });
    expect(config.shared.scoring).toEqual({ window: { count: 12, unit: "months" }, levels: 4 });
    expect(config.outputs).toEqual([
      { command: "score", place: "scores.csv", line: 10, options: { keep: ["Country"] } },
      { command: "report", place: "people/report.md", line: 11, options: {} },
    ]);
    expect(config.output).toEqual({ folder: "out", mode: 0o640, keep: 3, digest: true });
    expect(config.guards).toMatchObject({
      newestOrderDays: 2,
      rowsPercent: null,
      rejectsPercent: 0.5,
      stopAtNew: null,
    });
  });

  it("has guards of words beside those of numbers, one word or several", () => {
    const lists = "  - { command: lists, folder: lists, consent: Newsletter=yes }\n";
    const guards = "guards: { stop-at-new: [currencies, statuses], empty-lists: new, consent-percent: 40 }\n";
    expect(read(minimal(`${lists}${guards}`)).guards).toMatchObject({
      stopAtNew: ["statuses", "currencies"],
      emptyLists: "new",
      consentPercent: 40,
    });
    validate(parse(minimal(`${lists}${guards}`)));
    expect(validate.errors).toBeNull();
    expect(read(minimal("guards: { stop-at-new: columns }\n")).guards.stopAtNew).toEqual(["columns"]);
  });

  it("lets an output have an option of its own whose name is also one of the reading", () => {
    const effect = "  - { command: effect, file: e.json, treated: a.csv, control: b.csv, since: 2024-03-01 }\n";
    expect(read(minimal(effect)).outputs[1]?.options).toMatchObject({ since: 19783 });
  });

  it("may be JSON, with the schema's name in it", () => {
    const text = JSON.stringify({
      $schema: "x",
      version: 1,
      exports: "a",
      outputs: [{ command: "score", file: "s.csv" }],
    });
    expect(read(text)).toMatchObject({ exports: ["a"], output: { folder: "rfm-out", mode: 0o600, keep: 7 } });
  });

  it("is accepted by the published schema", () => {
    validate(parse(GOOD));
    expect(validate.errors).toBeNull();
  });

  it("names every problem at once, with its line", () => {
    const text = `version: 1
exports: a.csv
redaing: { levels: 5 }
reading:
  date-format: dd.mm
  preset:
scoring:
  levels: 99
  windw: 12m
outputs:
  - { command: scores, file: a.csv }
  - { command: score, file: ../a.csv }
  - { command: score, file: b.csv, delimiter: ";" }
  - { command: score }
  - { command: segments, file: c.csv, scheme: [a, b] }
  - { command: cohorts, file: C.CSV }
output: { mode: 999, keep: -1 }
guards: { rows-percent: 120 }
`;
    const lines = problemsOf(text).split("\n").slice(1);
    const at = (line: number): string => lines.find((one) => one.includes(`line ${line}:`)) ?? "";
    expect(at(3)).toContain('unknown key "redaing" (did you mean reading?)');
    expect(at(5)).toContain('reading.date-format: "dd.mm" is not valid. Write d/m/y, m/d/y');
    expect(at(6)).toContain("reading.preset has no value");
    expect(at(8)).toContain('scoring.levels: "99" is not valid.');
    expect(at(9)).toContain('unknown key "windw" (did you mean window?)');
    expect(at(11)).toContain('"scores" makes no output (known: report, score,');
    expect(at(12)).toContain('"../a.csv" is outside the run\'s folder');
    expect(at(13)).toContain('unknown key "delimiter"');
    expect(at(14)).toContain("an output has no file");
    expect(at(15)).toContain("outputs[5].scheme must be one value, not a list");
    expect(at(16)).toContain("two outputs have one path: C.CSV");
    expect(at(17)).toContain("output.mode must be owner, group, or permission bits");
    expect(at(18)).toContain("guards.rows-percent must be a number from 0 to 100");
    expect(lines.filter((line) => line.includes("line 17:"))).toHaveLength(2);
  });

  it.each([
    ["version: 2\nexports: a\n", /line 1: the config's version is 2, and this program reads version 1/],
    ["exports: a\n", /line 1: no version: add version: 1/],
    ["version: new\nnonsense: 1\n", /^c\.yaml: line 1: the config's version is new, .*$/],
  ])("of another version has that one problem: %j", (text, message) => {
    expect(problemsOf(text)).toMatch(message);
  });

  it.each([
    ["version: 1\noutputs: []\n", "no exports"],
    ["version: 1\nexports: []\noutputs:\n  - { command: score, file: a.csv }\n", "exports is an empty list"],
    ["version: 1\nexports: '-'\noutputs:\n  - { command: score, file: a.csv }\n", "cannot read standard input"],
    ["version: 1\nexports: a\n", "no outputs"],
    ["version: 1\nexports: a\noutputs: score\n", "outputs must be a list"],
    ["version: 1\nexports: a\noutputs: []\n", "outputs is an empty list"],
    [minimal("  - { command: orders, file: scores.csv/x.csv }\n"), "two outputs have one path"],
    [minimal("  - { command: orders, file: manifest.json }\n"), "is reserved for a file that every run writes"],
    [minimal("  - { command: report, file: Digest.md }\n"), "is reserved for a file that every run writes"],
    [minimal("  - { command: orders, file: /etc/passwd }\n"), "is an absolute path"],
    [minimal("  - { command: orders, file: .hidden }\n"), "begins or ends with a dot"],
    [minimal('  - { command: orders, file: "a:b" }\n'), "a character that file names cannot have"],
    [minimal("reading: [a]\n"), "reading must be a map"],
    [minimal("reading: { link-customers: often }\n"), "reading.link-customers must be true or false"],
    [minimal("look: { lang: xx }\n"), 'look.lang: "xx" is not valid.'],
    [minimal("guards: { stop-at-new: [colums] }\n"), 'guards.stop-at-new[1]: "colums" is not valid (known: statuses,'],
    [minimal("guards: { stop-at-new: [] }\n"), "guards.stop-at-new is an empty list"],
    [minimal("guards: { empty-lists: any }\n"), "line 5: guards.empty-lists: no output makes lists"],
    [minimal("guards: { consent-percent: 5 }\n"), "guards.consent-percent: no output of lists asks for consent"],
    [minimal("  - { command: lists, folder: lists }\nguards: { consent-percent: 5 }\n"), "asks for consent"],
    [minimal("version: 1\n"), "not valid YAML"],
    ["version: 1\nexports: {a: b\n", "not valid YAML"],
  ])("is refused in words: %j", (text, message) => {
    expect(problemsOf(text)).toContain(message);
  });

  it("fills in variables, and names those that are not set", () => {
    const text = minimal(
      `reading: { preset: '${variable("SHOP")}', currency: '$${variable("A")}' }\noutput: { folder: '/data/${variable("SHOP")}/${variable("NIGHT")}' }\n`,
    );
    const config = read(text, { SHOP: "shopify", NIGHT: "one" });
    expect(config.shared.reading).toEqual({ preset: "shopify", currency: variable("A") });
    expect(config.output.folder).toBe("/data/shopify/one");
    expect(problemsOf(text, { SHOP: "x" })).toContain(
      `line 6: ${variable("NIGHT")}: the environment variable NIGHT is not set`,
    );
  });

  it("writes variables into the manifest as they stand, so that no secret gets there", () => {
    const text = minimal(`reading: { customer: '${variable("SECRET")}' }\n`);
    expect(JSON.stringify(read(text, { SECRET: "hush" }).written)).toContain(variable("SECRET"));
    expect(JSON.stringify(read(text, { SECRET: "hush" }).written)).not.toContain("hush");
  });

  it("keeps numbers as they are written: 0640 and 640 are the same permissions", () => {
    for (const mode of ["0640", "640", '"640"', "0o640", "group"]) {
      expect(read(minimal(`output: { mode: ${mode} }\n`)).output.mode).toBe(0o640);
    }
  });
});

describe("the published JSON Schema of config files", () => {
  it("is made from the options of the commands", async () => {
    const file = new URL("../../../schemas/config.schema.json", import.meta.url).pathname;
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it.each([
    ["an unknown key", "redaing: {}\n"],
    ["an unknown option", "reading: { windw: 12m }\n"],
    ["an option that another command has", "  - { command: segments, file: b.csv, keep: a }\n"],
    ["a flag that is a text", "reading: { link-customers: often }\n"],
    ["a choice that there is not", "look: { lang: xx }\n"],
    ["a guard out of its range", "guards: { rows-percent: 120 }\n"],
    ["a guard with an unknown word", "guards: { stop-at-new: colums }\n"],
  ])("refuses %s, and so does the program", (_what, more) => {
    expect(validate(parse(minimal(more)))).toBe(false);
    expect(problemsOf(minimal(more))).not.toBe("no problem");
  });
});
