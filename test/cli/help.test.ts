import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { giftShop } from "../commands/profile/gift-shop.ts";
import { type Folder, makeFolder, type RunResult, runInProcess, runLine } from "../support/run-rfm.ts";

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

/** Orders to the middle of 2011, the year of the dates that the examples name, and long enough for a horizon of a year. */
const ORDERS = `order_id,customer,date,amount,Country
9,e,2008-05-31,12.00,Norway
10,e,2009-03-02,18.00,Norway
11,d,2010-02-14,22.00,Norway
1,17850,2011-01-01,10.00,Finland
2,anna@example.com,2011-01-20,20.00,Sweden
3,17850,2011-02-11,30.00,Finland
4,c,2011-03-05,15.00,Finland
5,anna@example.com,2011-03-31,25.00,Sweden
6,d,2011-04-30,40.00,Norway
7,17850,2011-05-31,35.00,Finland
8,c,2011-06-15,45.00,Finland
`;

/** The examples in a help text: the indented lines below `Examples:`, without what explains them. */
function examplesIn(text: string): readonly string[] {
  const below = text.slice(text.indexOf("\nExamples:\n") + "\nExamples:\n".length);
  return below
    .split("\n")
    .filter((line) => line.startsWith("  rfm "))
    .map((line) => line.trim().replace(/ {2,}.*$/, ""));
}

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

async function prepare(folder: Folder): Promise<void> {
  const [header = "", ...rows] = ORDERS.trimEnd().split("\n");
  const file = (part: readonly string[]): string => `${[header, ...part].join("\n")}\n`;
  await folder.write({
    "orders.csv": ORDERS,
    "exports/winter.csv": file(rows.slice(0, 4)),
    "exports/spring.csv": file(rows.slice(4)),
  });
  await folder.rfm("score orders.csv --as-of 2011-04-30 -o april.csv");
  await folder.rfm("score orders.csv --as-of 2011-05-31 -o may.csv --save-model may.json");
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

  it("has examples that run", async () => {
    const { stdout } = await help("--help");
    await expectToRun(examplesIn(stdout), { least: 3 });
  });

  it("has a version beside it", async () => {
    expect((await runInProcess("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

/** Runs examples one after the other in one folder, as a reader would try them; later ones may use what earlier ones wrote. */
/** One folder for all examples: none reads what another writes, but for the files that `prepare` made. */
let shared: Awaited<ReturnType<typeof makeFolder>>;
/** Orders with products and enough customers to compare. */
let gifts: Awaited<ReturnType<typeof makeFolder>>;

beforeAll(async () => {
  shared = await makeFolder();
  await prepare(shared);
  gifts = await makeFolder();
  await gifts.write({ "exports/orders.csv": giftShop() });
});

afterAll(async () => {
  await shared.remove();
  await gifts.remove();
});

async function expectToRun(
  examples: readonly string[],
  { least, folder = shared }: { least: number; folder?: Pick<Folder, "path"> },
): Promise<void> {
  expect(examples.length).toBeGreaterThanOrEqual(least);
  for (const example of examples) {
    const { status, stderr } = await runLine(example, { cwd: folder.path });
    expect(`${example}: ${status}\n${stderr}`).toMatch(`${example}: 0\n`);
    expect(stderr).not.toMatch(/^rfm: |^error: /m);
  }
}

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

describe.concurrent("rfm schemes --help", () => {
  it("has examples that run", async () => {
    await expectToRun(examplesIn((await help("schemes --help")).stdout), { least: 2 });
  });
});

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

  it("has two to four examples, and they run", async () => {
    const { stdout } = await help(`${command} --help`);
    const examples = examplesIn(stdout);
    expect(examples.length).toBeLessThanOrEqual(4);
    expect(examples.some((example) => example.includes(`rfm ${command} `))).toBe(true);
    await expectToRun(examples, { least: 2, folder: command === "profile" ? gifts : shared });
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
