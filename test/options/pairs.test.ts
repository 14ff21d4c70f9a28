/** Two options together: each has its effect, or they are refused. None is passed over because the other is there. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { runRfm } from "../support/in-process.ts";
import { FOR_ALL_PAIRS, shopFiles } from "./shop.ts";
import { OTHER_TRIALS, TRIALS, type Trial } from "./trials.ts";

const IS_LONG = process.env["RFM_LONG_TESTS"] === "1";

/** The short form tries one pair in so many, and one command. */
const EVERY = IS_LONG ? 1 : 20;
const SHORT = ["score"];

/** What each command needs beside its exports. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  score: [],
  orders: [],
  segments: [],
  report: [],
  retention: [],
  repeat: [],
  cohorts: [],
  backtest: [],
  explain: ["--id", "c14"],
  compare: ["--from", "-2m"],
  forecast: ["--horizon", "40d"],
  lists: ["--out", "lists"],
};

/** Options that say nothing of the result, or write a file beside it. */
const NOT_TRIED = new Set(["color", "quiet", "output", "save-model", "save-parameters", "rejects", "moves"]);

/** Where a pair needs another value than the option alone: c14 changes segment with every option that can change one. */
const PAIR_TRIALS: Readonly<Record<string, Trial>> = {
  "forecast explain": { values: [IS_LONG ? "c14" : "c5"] },
  "forecast interval": { values: ["50"], with: ["--format", "csv"] },
};

/** Pairs of which one has nothing left to change in this shop, by command, and why; each must be needed. */
const SPENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  forecast: {
    "origins explain": "origins decide whether the model or a rule is used, which is the same from one as from more",
  },
  cohorts: {
    "amount-unit include-status":
      "shares of customers show no money but that of rows that are set aside, and then none are",
  },
  lists: Object.fromEntries(
    ["cost-per", "method", "cut-points"].map((option) => [
      `${option} ordered-once`,
      "the two customers of this list keep their scores",
    ]),
  ),
};

let folder = "";
let inputs: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-pairs-"));
  const files = IS_LONG ? shopFiles(FOR_ALL_PAIRS) : shopFiles();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await runRfm(["score", "shop.csv", "--levels", "3", "--save-model", "model.json", "-o", "scores.csv"], folder);
  await rm(join(folder, "scores.csv"));
  inputs = await readdir(folder);
});

afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly status: number;
  readonly text: string;
}

/** How a call ended, and all that it said and wrote, which is taken away again. */
async function outcomeOf(argv: readonly string[]): Promise<Outcome> {
  const { status, stdout, stderr } = await runRfm(argv, folder, { env: { FORCE_COLOR: "1" } });
  const written: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    if (inputs.includes(name)) continue;
    const path = join(folder, name);
    const isFolder = (await stat(path)).isDirectory();
    const files = isFolder ? (await readdir(path)).map((one) => join(path, one)) : [path];
    for (const file of files.sort()) {
      if ((await stat(file)).isFile()) written.push(file, await readFile(file, "utf8"));
    }
    await rm(path, { recursive: true });
  }
  return { status, text: [stdout, stderr, ...written].join("\n") };
}

interface Tried {
  readonly argv: readonly string[];
  readonly outcome: Outcome;
}

/** The options that change the result of a command on the shop's export, as they are written. */
async function optionsOf(name: string, base: readonly string[]): Promise<ReadonlyMap<string, Tried>> {
  const definition = await COMMANDS.find((one) => one.name === name)?.load();
  const bare = await outcomeOf(base);
  const tried = new Map<string, Tried>();
  for (const option of definition?.consumes ?? []) {
    const key = `${name} ${option.name}`;
    const trial = PAIR_TRIALS[key] ?? OTHER_TRIALS[key] ?? TRIALS[option.name] ?? {};
    if (NOT_TRIED.has(option.name) || base.includes(`--${option.name}`)) continue;
    if (trial.sameResult === true) continue;
    if (trial.on !== undefined && trial.on !== "shop.csv") continue;
    const flag = trial.negated === true ? `--no-${option.name}` : `--${option.name}`;
    const own = trial.values === undefined ? [flag] : trial.values.map((value) => `${flag}=${value}`);
    const argv = [...(trial.with ?? []), ...own];
    const outcome = await outcomeOf([...base, ...argv]);
    if (outcome.status === 0 && outcome.text !== bare.text) tried.set(option.name, { argv, outcome });
  }
  return tried;
}

/** Both write the same option, as a trial that needs `--format csv` and that of `--format`: the later value would stand in. */
function writeTheSame(first: Tried, second: Tried): boolean {
  const names = new Set(namesIn(first.argv));
  return namesIn(second.argv).some((name) => names.has(name));
}

function namesIn(argv: readonly string[]): readonly string[] {
  return argv.flatMap((word) => /^--(?:no-)?([^=]+)/.exec(word)?.[1] ?? []);
}

describe("two options together", () => {
  it.each(IS_LONG ? Object.keys(NEEDED) : SHORT)(
    "each have their effect on rfm %s, or are refused",
    { timeout: 600_000 },
    async (name) => {
      const base = [name, "shop.csv", ...(NEEDED[name] ?? [])];
      const tried = [...(await optionsOf(name, base))];
      const pairs = tried.flatMap((first, at) => tried.slice(at + 1).map((second) => [first, second] as const));
      const silent: string[] = [];
      const spent = new Set(Object.keys(SPENT[name] ?? {}));
      let together = 0;
      for (const [[a, first], [b, second]] of pairs.filter((_, at) => at % EVERY === 0)) {
        if (writeTheSame(first, second)) continue;
        const { status, text } = await outcomeOf([...base, ...first.argv, ...second.argv]);
        expect(status, `--${a} --${b}: ${text}`).not.toBe(1);
        if (status !== 0) continue;
        together += 1;
        const isSilent = text === first.outcome.text || text === second.outcome.text;
        if (!isSilent) continue;
        const reason = [`${a} ${b}`, `${b} ${a}`].find((pair) => spent.delete(pair));
        if (reason === undefined) silent.push(`--${a} and --${b}: ${[...first.argv, ...second.argv].join(" ")}`);
      }
      expect(silent).toEqual([]);
      if (IS_LONG) expect([...spent], "no longer needed").toEqual([]);
      expect(together).toBeGreaterThan(10);
    },
  );
});
