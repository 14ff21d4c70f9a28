/** The table of options: the only place where an option's name stands, and what docs/options.md is made from. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { checkOptions, optionProblems } from "../../src/options/check-options.ts";
import type { AnyOption } from "../../src/options/option.ts";
import { readingOptions } from "../../src/options/reading-options.ts";
import { scoringOptions } from "../../src/options/scoring-options.ts";
import { optionsReference } from "../support/options-reference.ts";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));
const commands = await Promise.all(COMMANDS.map(({ load }) => load()));
const options: readonly AnyOption[] = commands.flatMap(({ consumes }) => consumes);
const names = new Set(options.map(({ name }) => name));

/** Source files below src by their paths, without comments. */
const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => {
    const code = readFileSync(join(SRC, path), "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/^\s*\/\/.*$/gm, "");
    return { path: path.replaceAll("\\", "/"), code };
  });

describe("the table of options", () => {
  it("is where commander gets every option from", () => {
    const elsewhere = sources.filter(({ code }) => /\.(?:option|addOption|requiredOption)\(/.test(code));
    expect(elsewhere.map(({ path }) => path)).toEqual(["options/commander-options.ts"]);
  });

  it("is the only place that gives an option a name, a meaning or a default", () => {
    const longNames = [...names].filter((name) => name.includes("-"));
    const quoted = sources
      .filter(({ path }) => !path.startsWith("options/") && !path.startsWith("render/report/html/"))
      .flatMap(({ path, code }) =>
        longNames.filter((name) => code.includes(`"${name}"`)).map((name) => `${path}: ${name}`),
      );
    // what was understood is written as options by the pinned command, and by what says which of them hold for joined tables
    expect(quoted.filter((found) => !/^cli\/pinned-(?:command|tables)\.ts: /.test(found))).toEqual([]);
  });

  it("knows every option that a message names", () => {
    const own = new Set([...names, "help", "version"]);
    const unknown = sources
      .filter(({ path }) => !/html|css|style|completion\//.test(path))
      .flatMap(({ path, code }) =>
        [...code.matchAll(/(?<![\w-])--(?:no-)?([a-z][a-z-]+[a-z])\b/g)]
          .filter(([, name = ""]) => !own.has(name))
          .map(([flag]) => `${path}: ${flag}`),
      );
    expect(unknown).toEqual([]);
  });

  it("relates options to options that there are", () => {
    const related = options.flatMap(({ excludes, needs }) => [...(excludes?.names ?? []), ...(needs?.names ?? [])]);
    expect(related.filter((name) => !names.has(name))).toEqual([]);
    expect(related).toContain("quantity");
  });

  it("is described in docs/options.md", async () => {
    const file = fileURLToPath(new URL("../../docs/options.md", import.meta.url));
    await expect(optionsReference(commands)).toMatchFileSnapshot(file);
  });
});

describe("options that contradict each other", () => {
  it.each([
    [
      { amount: "a", price: "b" },
      "--price cannot be used with --amount: an amount is a column of its own, or quantity × price",
    ],
    [{ margin: "a", cost: "b" }, "--cost cannot be used with --margin"],
    [{ columns: ["date"], customer: "a", date: "b" }, "--customer and --date cannot be used with --columns"],
    [{ rates: "r.csv" }, "--rates needs --currency"],
  ])("are refused: %j", (values, message) => {
    expect(() => checkOptions(values, { consumes: readingOptions })).toThrow(message);
  });

  it("are all named at once", () => {
    const values = { amount: "a", quantity: "b", rates: "r.csv", windowFor: "fm", model: "m.json", levels: 4 };
    const consumer = { consumes: [...readingOptions, ...scoringOptions] };
    expect(optionProblems(values, consumer)).toHaveLength(4);
    expect(() => checkOptions(values, consumer)).toThrow(/^4 problems with the options:\n {2}--quantity cannot/);
  });

  it("are no more than that: a flag that is off contradicts nothing", () => {
    expect(optionProblems({ amount: "a", linkCustomers: false }, { consumes: readingOptions })).toEqual([]);
  });
});
