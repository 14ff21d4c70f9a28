/**
 * For every command and every option that it consumes: an unusual value changes the result, or is refused. How exports are
 * read is the same code for every command made by `resultCommand`, so most reading options are tried on some commands only.
 */
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CommandDefinition } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { type AnyOption, flagOf } from "../../src/options/option.ts";
import { plainReadingOptions } from "../../src/options/reading-options.ts";
import { runRfm } from "../support/in-process.ts";
import { shopFiles } from "./shop.ts";
import { OTHER_TRIALS, TRIALS, type Trial } from "./trials.ts";

/** A config for every kind of result that options can change. */
const CONFIG = `version: 1
exports: EXPORT
reading: { max-rejects: 0 }
outputs:
  - { command: score, file: scores.csv }
  - { command: segments, file: segments.txt }
  - { command: retention, file: retention.csv }
  - { command: inspect, file: inspect.txt }
`;

/** Commands whose result tells which options they were given. */
const WRITES_OPTIONS = ["inspect", "init", "run"];

/** Result commands on which every option of the reading is tried: short results that show all that was read. */
const SHOW_READING = ["inspect", "orders", "score"];

/** Options of the reading that are tried on every command, to see that what it is given gets to the reading. */
const TRIED_EVERYWHERE = ["customer", "where", "since", "until", "rejects"];

const commands: CommandDefinition[] = [];
let folder = "";
let inputs: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rfm-options-"));
  for (const [name, text] of Object.entries(shopFiles())) await writeFile(join(folder, name), text);
  await runRfm(["score", "shop.csv", "--levels", "3", "--save-model", "model.json", "-o", "scores.csv"], folder);
  await rm(join(folder, "scores.csv"));
  inputs = [...(await readdir(folder)), "config.yaml"];
  for (const { load } of COMMANDS) commands.push(await load());
});

afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly status: number;
  readonly text: string;
}

/** Everything that a call left behind, and how it ended; what it wrote is taken away again. */
async function outcomeOf(argv: readonly string[]): Promise<Outcome> {
  const { status, stdout, stderr } = await runRfm(argv, folder, {
    env: { FORCE_COLOR: "1" },
    clock: () => new Date("2024-07-01T12:00:00Z"),
  });
  const files: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    if (!inputs.includes(name)) files.push(...(await filesBelow(name)));
  }
  return { status, text: [stdout, stderr.replace(/\d{4}-\d\d-\d\d-[0-9a-f]{12}/g, "SET"), ...files].join("\n") };
}

/** The names and texts of what a call wrote; of a run's set without its manifest, in which the command line stands. */
async function filesBelow(name: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true }).catch(() => null);
  const paths =
    entries === null
      ? [join(folder, name)]
      : entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const kept = paths.filter((path) => !/manifest\.json$|\/\.rfm/.test(path)).sort();
  const texts = await Promise.all(
    kept.map(async (path) => `${path.replace(/\d{4}-\d\d-\d\d-[0-9a-f]{12}/, "SET")}\n${await readFile(path, "utf8")}`),
  );
  await rm(join(folder, name), { recursive: true });
  return texts;
}

/** What a command needs beside its exports. */
function needs(command: string, option: AnyOption, extra: readonly string[]): readonly string[] {
  const add = (flag: string, value: string): readonly string[] =>
    flagOf(option) === flag || extra.includes(flag) ? [] : [flag, value];
  if (command === "explain") return add("--id", "c5");
  if (command === "compare") return add("--from", "-2m");
  if (command === "lists") return add("--out", "lists");
  if (command === "forecast") return add("--horizon", "40d");
  if (command === "loyalty") return add("--plan", "plan.yaml");
  if (command === "effect") {
    return [...add("--treated", "treated.csv"), ...add("--control", "control.csv"), ...add("--since", "2024-06-01")];
  }
  if (command === "sql") {
    const table = [...add("--dialect", "postgres"), ...add("--table", "orders"), ...add("--as-of", "2024-06-30")];
    return [...table, ...add("--customer", "customer"), ...add("--date", "day"), ...add("--amount", "total")];
  }
  if (command === "profile") return needsOfProfile(option, add);
  const isScoring =
    (option.section === "scoring" && option.name !== "as-of") || ["margin", "cost", "cost-per"].includes(option.name);
  return command === "retention" && isScoring ? ["--per-segment"] : [];
}

/** What makes the scoring and the money of customers matter to a profile. */
function needsOfProfile(
  { name }: AnyOption,
  add: (flag: string, value: string) => readonly string[],
): readonly string[] {
  if (["levels", "method", "cut-points", "scheme", "model", "frequency"].includes(name)) {
    return add("--best", "Champions,Loyal,Potential Loyalist");
  }
  const ofMoney = ["window", "window-for", "monetary", "margin", "cost", "cost-per"];
  return ofMoney.includes(name) ? add("--best-by", "spend") : [];
}

/** A profile compares values that 20 customers share. */
const NEEDS_MANY = ["profile"];

function operandOf(command: string, { name }: AnyOption, on: string): readonly string[] {
  if (NEEDS_MANY.includes(command) && on === "shop.csv") return ["large-shop.csv"];
  if (command === "run") return ["config.yaml"];
  if (command === "sql") return [];
  if (command === "schemes") return name === "quiet" ? [] : ["standard"];
  return [on];
}

/** A config for every kind of result; one whose guard fails for the option that passes over guards. */
function configFor({ name }: AnyOption, on: string): string {
  const config = CONFIG.replace("EXPORT", on);
  return name === "ignore-guards" ? `${config}guards: { newest-order-days: 0 }\n` : config;
}

async function argvOf(
  command: string,
  option: AnyOption,
  { values, with: extra = [], on = "shop.csv", negated = false }: Trial,
): Promise<{ readonly without: readonly string[]; readonly given: readonly string[] }> {
  const operand = operandOf(command, option, on);
  if (command === "run") await writeFile(join(folder, "config.yaml"), configFor(option, on));
  const without = [command, ...operand, ...needs(command, option, extra), ...extra];
  const written = negated ? `--no-${option.name}` : flagOf(option);
  const own = values === undefined ? [written] : values.flatMap((one) => [`${written}=${one}`]);
  return { without, given: [...without, ...own] };
}

/** Whether a command is run as `resultCommand` runs all: it reads as the options say, and does nothing else of its own. */
function isRunAsAll({ run }: CommandDefinition): boolean {
  return run.toString() === commands.find(({ name }) => name === "score")?.run.toString();
}

/** With these values its config reads as `rfm score` does, to the byte: pinned.test.ts. */
const PINS_READING = ["init"];

/** Whether an option is a matter of the reading alone, which this command leaves to what all result commands share. */
function isLeftToReading(definition: CommandDefinition, option: AnyOption): boolean {
  const isLeft = isRunAsAll(definition) || PINS_READING.includes(definition.name);
  if (!isLeft || SHOW_READING.includes(definition.name)) return false;
  return !TRIED_EVERYWHERE.includes(option.name) && plainReadingOptions.some((one) => one === option);
}

const IS_LONG = process.env["RFM_LONG_TESTS"] === "1";
const COMMAND_FILES = fileURLToPath(new URL("../../src/commands/", import.meta.url));

/** Commands whose options are taken by other code than those of the others: a statement of SQL, a config. */
const ALL_THEIR_OWN = ["sql", "init"];

/** What a command's own files say, in the folder of its name too. */
function ownText(command: string): string {
  const files = readdirSync(COMMAND_FILES, { recursive: true, encoding: "utf8" });
  const own = files.filter((file) => file === `${command}.ts` || file.split(sep)[0] === command);
  return own.map((file) => (file.endsWith(".ts") ? readFileSync(join(COMMAND_FILES, file), "utf8") : "")).join("\n");
}

/** Whether a command's own files name an option, and so may forget or confuse it; what they do not name, code of all commands takes. */
function isNamedBy({ name }: CommandDefinition, option: AnyOption): boolean {
  const key = option.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return ALL_THEIR_OWN.includes(name) || new RegExp(`\\b${key}\\b`).test(ownText(name));
}

/** So many commands share an option that is tried on every third one of them, where they do not name it; on all in the long run. */
const SHARED = 6;

/** Whether an option is tried on a command in this run. */
function isTried(command: CommandDefinition, option: AnyOption): boolean {
  const sharing = commands.filter(({ consumes }) => consumes.includes(option));
  if (IS_LONG || sharing.length < SHARED || isNamedBy(command, option)) return true;
  const names = [...new Set(commands.flatMap(({ consumes }) => consumes.map(({ name }) => name)))];
  return (sharing.indexOf(command) + names.indexOf(option.name)) % 3 === 0;
}

describe("every option of every command", () => {
  it("has a trial", () => {
    const names = new Set(commands.flatMap(({ consumes }) => consumes.map(({ name }) => name)));
    expect([...names].filter((name) => !(name in TRIALS))).toEqual([]);
    expect(Object.keys(TRIALS).filter((name) => !names.has(name))).toEqual([]);
  });

  it("of the reading is tried on commands that are run as the others are", () => {
    for (const shows of SHOW_READING) {
      const definition = commands.find(({ name }) => name === shows);
      expect(definition?.consumes).toEqual(expect.arrayContaining([...plainReadingOptions]));
      expect(definition !== undefined && isRunAsAll(definition), shows).toBe(true);
    }
    const others = commands.filter((one) => !isRunAsAll(one)).map(({ name }) => name);
    expect(others).toEqual(expect.arrayContaining(["compare", "lists", "init", "run", "schemes"]));
  });

  it.each(COMMANDS.map(({ name }) => name))(
    "changes what rfm %s does, or is refused",
    { timeout: 60_000 },
    async (name) => {
      const definition = commands.find((one) => one.name === name) as CommandDefinition;
      const baselines = new Map<string, Outcome>();
      const silent: string[] = [];
      const tried = definition.consumes.filter((one) => !isLeftToReading(definition, one) && isTried(definition, one));
      for (const option of tried) {
        const trial = OTHER_TRIALS[`${name} ${option.name}`] ?? TRIALS[option.name] ?? {};
        const { without, given } = await argvOf(name, option, trial);
        const key = without.join(" ");
        const before = baselines.get(key) ?? (await outcomeOf(without));
        baselines.set(key, before);
        const { status, text } = await outcomeOf(given);
        expect(status, `${given.join(" ")}: ${text}`).not.toBe(1);
        const isRead = trial.on === undefined && !before.text.includes(`${flagOf(option)} is missing`);
        if (isRead && option.name !== "ignore-guards") expect(before.status, `${key}: ${before.text}`).toBe(0);
        if (trial.sameResult === true && WRITES_OPTIONS.includes(name)) continue;
        if ((text === before.text) !== (trial.sameResult === true)) silent.push(`${given.join(" ")} (${status})`);
      }
      expect(silent).toEqual([]);
    },
  );
});
