import { Writable } from "node:stream";
import { Chalk } from "chalk";
import { describe, expect, it } from "vitest";
import { errorLines, fittedLines } from "../../src/cli/error-lines.ts";
import { hintOfConfig } from "../../src/commands/run/hint-of-config.ts";
import { styleWith } from "../../src/render/terminal/style.ts";

const style = styleWith(new Chalk({ level: 0 }));
const streamOf = (isTTY: boolean, columns: number): Writable & { isTTY: boolean; columns: number } =>
  Object.assign(new Writable(), { isTTY, columns });

const LONG = {
  message:
    "bad.csv: 2 things are not clear about its columns (found: one, two, three, four, five):\n  - no column for the customer was recognised",
  hint: "name the customer with --customer NAME; name the date with --date NAME; or leave bad.csv out",
};

describe("an error", () => {
  it("is wrapped where it is read in a terminal, an option with its value on one line", () => {
    const lines = errorLines(LONG, { stream: streamOf(true, 50), style })
      .trimEnd()
      .split("\n");
    expect(lines.every((line) => line.length <= 50)).toBe(true);
    expect(lines.filter((line) => /^rfm:|^hint:| {2}- /.test(line))).toHaveLength(3);
    expect(lines.some((line) => line.includes("--date NAME"))).toBe(true);
    expect(lines.join(" ").replace(/ +/g, " ")).toBe(`rfm: ${LONG.message} hint: ${LONG.hint}`.replace(/\s+/g, " "));
  });

  it("stays on its lines in a pipe", () => {
    expect(errorLines(LONG, { stream: streamOf(false, 50), style })).toBe(`rfm: ${LONG.message}\nhint: ${LONG.hint}\n`);
    expect(errorLines({ message: "x", hint: undefined }, { stream: streamOf(false, 50), style })).toBe("rfm: x\n");
    expect(fittedLines("a ".repeat(200), streamOf(false, 20))).toBe("a ".repeat(200));
  });
});

describe("a hint of a run", () => {
  it.each([
    [
      "pass --date-format d/m/y or --date-format m/d/y",
      "write reading.date-format: d/m/y or reading.date-format: m/d/y",
    ],
    ["name it with --customer NAME; or leave bad.csv out", "name it with reading.customer: NAME; or leave bad.csv out"],
    ["see --order and --frequency days", "see reading.order and scoring.frequency: days"],
    [
      "pass --link-customers, or --no-link-customers",
      "write reading.link-customers: true, or reading.link-customers: false",
    ],
    ["--overwrite replaces it", "--overwrite replaces it"],
  ])("names keys of the config: %s", (hint, expected) => {
    expect(hintOfConfig(hint)).toBe(expected);
  });
});
