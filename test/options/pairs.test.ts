/** Two options together: each has its effect, or they are refused. None is passed over because the other is there. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/commands/index.ts";
import { runRfm } from "../support/in-process.ts";
import { shopFiles } from "./shop.ts";
import { OTHER_TRIALS, TRIALS } from "./trials.ts";

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
  explain: ["--id", "c5"],
  compare: ["--from", "-2m"],
  forecast: ["--horizon", "40d"],
  lists: ["--out", "lists"],
};

/** Options that say nothing of the result, or write a file beside it. */
const NOT_TRIED = new Set(["threads", "color", "quiet", "output", "save-model", "save-parameters", "rejects", "moves"]);

/** Pairs of which one has nothing left to change in this shop, and why. */
const SPENT: Readonly<Record<string, string>> = {
  "order frequency": "a parcel never has two orders of one day",
  "exclude-status frequency": "no two orders of one day are left",
  "where frequency": "no two orders of one day are left",
  "lang locale": "German and Finnish dates and small amounts look the same",
  "per-segment period": "no quarter is complete, and neither table has a rate",
  "time-zone to": "the order that moves is after the later day",
  "explain cost-per": "c5 bought one line each time",
  "explain method": "c5 stays in the segment",
  "explain model": "c5 stays in the segment",
  "explain frequency": "c5 stays in the segment",
  "where interval": "too few customers are left for an interval",
  "as-of origins": "the history until then has room for one day",
  "period covers": "the quarters are the same with it",
  "amount-per measure": "the parcels' amounts are not split",
  "amount-per wide": "a rate is of customers, whatever they spent",
  "segment min-size": "the segment has more customers",
};

/** Pairs where the later value of one option stands in for the other's: both are written with the same option. */
const WRITTEN_TWICE = [
  ["format", "width"],
  ["format", "spreadsheet"],
  ["wide", "width"],
  ["interval", "width"],
  ["window", "window-for"],
  ["customer", "show-customers"],
  ["parameters", "seed"],
  ["exclude", "width"],
  ["holdout", "salt"],
];

let folder = "";
let inputs: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-pairs-"));
  for (const [name, text] of Object.entries(shopFiles())) await writeFile(join(folder, name), text);
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
    const trial = OTHER_TRIALS[`${name} ${option.name}`] ?? TRIALS[option.name] ?? {};
    if (NOT_TRIED.has(option.name) || base.includes(`--${option.name}`)) continue;
    if (trial.on !== undefined && trial.on !== "shop.csv") continue;
    const flag = trial.negated === true ? `--no-${option.name}` : `--${option.name}`;
    const own = trial.values === undefined ? [flag] : trial.values.map((value) => `${flag}=${value}`);
    const argv = [...(trial.with ?? []), ...own];
    const outcome = await outcomeOf([...base, ...argv]);
    if (outcome.status === 0 && outcome.text !== bare.text) tried.set(option.name, { argv, outcome });
  }
  return tried;
}

function isKnown(a: string, b: string): boolean {
  if (SPENT[`${a} ${b}`] !== undefined || SPENT[`${b} ${a}`] !== undefined) return true;
  return WRITTEN_TWICE.some((pair) => pair.includes(a) && pair.includes(b));
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
      let together = 0;
      for (const [[a, first], [b, second]] of pairs.filter((_, at) => at % EVERY === 0)) {
        const { status, text } = await outcomeOf([...base, ...first.argv, ...second.argv]);
        expect(status, `--${a} --${b}: ${text}`).not.toBe(1);
        if (status !== 0) continue;
        together += 1;
        const isSilent = text === first.outcome.text || text === second.outcome.text;
        if (isSilent && !isKnown(a, b)) silent.push(`--${a} and --${b}: ${[...first.argv, ...second.argv].join(" ")}`);
      }
      expect(silent).toEqual([]);
      expect(together).toBeGreaterThan(10);
    },
  );
});
