import { describe, expect, it } from "vitest";
import { type RunResult, runInProcess } from "../support/run-rfm.ts";

const COMMANDS = [
  "report",
  "inspect",
  "orders",
  "score",
  "segments",
  "retention",
  "cohorts",
  "repeat",
  "compare",
  "backtest",
  "forecast",
  "effect",
  "profile",
  "loyalty",
  "explain",
  "lists",
] as const;

/** Commands that read no exports. */
const OTHER_COMMANDS = ["schemes", "sql", "run", "init", "completion"] as const;

/** The lines of the options in a help text, each with the lines that continue it. */
function optionsIn(text: string): readonly string[] {
  return [...text.matchAll(/^ {2}(-.+(?:\n {6,}\S.*)*)/gm)].map(([, option = ""]) => option.replace(/\s+/g, " "));
}

const helpTexts = new Map<string, Promise<RunResult>>();

/** What `rfm` prints for these words; each text is asked for once. */
function help(words: string): Promise<RunResult> {
  const known = helpTexts.get(words) ?? runInProcess(words);
  helpTexts.set(words, known);
  return known;
}

describe.concurrent("rfm --help", () => {
  it("lists every command with what it is for", async () => {
    const { status, stdout, stderr } = await help("--help");
    for (const command of [...COMMANDS, ...OTHER_COMMANDS])
      expect(stdout).toMatch(new RegExp(`^ {2}${command} {2,}\\w`, "m"));
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("knows no command that is not tested here", async () => {
    const { stdout } = await help("--help");
    const listed = [...stdout.matchAll(/^ {2}([a-z]+)(?: \[command\])? {2,}\w/gm)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual([...COMMANDS, ...OTHER_COMMANDS, "help"].toSorted());
  });

  it("explains the exit codes", async () => {
    const { stdout } = await help("--help");
    for (const code of [0, 1, 2, 3, 4, 5, 6, 130, 143]) expect(stdout).toMatch(new RegExp(`\\b${code} [a-z]`));
  });

  it("is what rfm help and rfm -h print, too", async () => {
    const expected = await help("--help");
    expect(await runInProcess("help")).toEqual(expected);
    expect(await runInProcess("-h")).toEqual(expected);
    expect(await runInProcess("help help")).toEqual(expected);
  });

  it("is printed to standard error where no command is given", async () => {
    const { stdout } = await help("--help");
    expect(await runInProcess([])).toEqual({ status: 2, stdout: "", stderr: stdout });
  });

  it("has a version beside it", async () => {
    expect((await runInProcess("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

/** Options whose default a reader needs to know, wherever they occur. */
const WITH_DEFAULT = [
  "--customer",
  "--order",
  "--date",
  "--amount",
  "--status",
  "--currency-column",
  "--refunded",
  "--refunds",
  "--max-rejects",
  "--as-of",
  "--window",
  "--window-for",
  "--levels",
  "--frequency",
  "--monetary",
  "--period",
  "--covers",
  "--sort",
  "--width",
];

/** Options that settle a question; without them the data settles it, or the run stops. */
const SETTLING = [
  "--amount-per",
  "--date-format",
  "--decimal",
  "--delimiter",
  "--encoding",
  "--unknown-status",
  "--format",
];

describe.concurrent.each(COMMANDS)("rfm %s --help", (command) => {
  it("says in a sentence what the command does, and how it is called", async () => {
    const { status, stdout, stderr } = await help(`${command} --help`);
    const operands = command === "loyalty" ? "\\[exports\\.\\.\\.\\]" : "<exports\\.\\.\\.>"; // its examples need none
    expect(stdout).toMatch(new RegExp(`^Usage: rfm ${command} \\[options\\] ${operands}\\n\\n[A-Z][^]+?\\.\\n`));
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("is what rfm help prints, too", async () => {
    expect(await runInProcess(`help ${command}`)).toEqual(await help(`${command} --help`));
  });

  it("says what holds without each option that has a default", async () => {
    const options = optionsIn((await help(`${command} --help`)).stdout);
    const silent = options.filter((option) => {
      const name = /--[a-z-]+/.exec(option)?.[0] ?? "";
      return WITH_DEFAULT.includes(name) && !/\(default: [^)]+\)|or 80\)/.test(option);
    });
    expect(silent).toEqual([]);
    const day = command === "compare" ? "--from" : "--as-of";
    for (const name of ["--max-rejects", day, "--unknown-status", "--output", "--quiet"]) {
      expect(options.filter((option) => new RegExp(`(^|, )${name}\\b`).test(option))).toHaveLength(1);
    }
  });

  it("says what happens without each option that settles a question", async () => {
    const options = optionsIn((await help(`${command} --help`)).stdout);
    const settling = options.filter((option) => SETTLING.includes(/--[a-z-]+/.exec(option)?.[0] ?? ""));
    expect(settling).toHaveLength(SETTLING.length);
    expect(settling.filter((option) => !option.includes("(default: "))).toEqual([]);
  });

  it("fits a narrow terminal: no line over 100 characters", async () => {
    const { stdout } = await help(`${command} --help`);
    expect(stdout.split("\n").filter((line) => [...line].length > 100)).toEqual([]);
  });
});
