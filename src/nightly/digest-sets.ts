import { join } from "node:path";
import type { EarlierSet } from "../analysis/digest/since.ts";
import { parseDay } from "../basics/calendar/days.ts";
import type { Disk } from "../files/disk.ts";
import { SHARED_OPTIONS } from "../options/index.ts";
import { asOfOption } from "../options/scoring-options.ts";
import { timeoutOption } from "../options/warehouse-options.ts";
import { latestSet } from "./latest-set.ts";
import { type EarlierRun, parseManifest } from "./manifest.ts";
import { setsInOrder } from "./older-sets.ts";
import { DIGEST_NAMES, MANIFEST_NAME } from "./set-names.ts";
import type { SetFile } from "./staged-set.ts";

/** What the sets in an output folder are to the digest of a new one. */
export interface DigestSets {
  readonly last: EarlierSet | "none" | "unreadable";
  readonly changedOptions: readonly string[];
  readonly kept: readonly EarlierSet[];
}

type Options = EarlierRun["options"];

/** Reads the manifests of the sets that are kept. */
export async function digestSets(folder: string, options: Options, disk: Disk): Promise<DigestSets> {
  const latest = await latestSet(folder, disk);
  if (latest === null) return { last: "none", changedOptions: [], kept: [] };
  const runs: (EarlierRun | null)[] = [];
  for (const name of await setsInOrder(folder, latest, disk)) {
    runs.push(parseManifest((await readText(join(folder, name, MANIFEST_NAME), disk)) ?? ""));
  }
  const last = runs.at(-1) ?? null;
  const alike = runs.filter((run) => run !== null && changedOptions(run.options, options).length === 0);
  return {
    last: (last === null ? null : earlierSet(last)) ?? "unreadable",
    changedOptions: last === null ? [] : changedOptions(last.options, options),
    kept: alike.flatMap((run) => (run === null ? [] : (earlierSet(run) ?? []))),
  };
}

function earlierSet({ asOf, revenue, segments }: EarlierRun): EarlierSet | null {
  const day = parseDay(asOf);
  const customers = [...segments.values()].reduce((sum, count) => sum + count, 0);
  return day === null ? null : { asOf: day, customers, revenue, segments };
}

/** The parts of a config that change the figures; its outputs and their look do not. */
const SECTIONS = ["reading", "scoring", "retention"] as const;

/** The options that differ between two runs, as written; the day to which they count may differ from run to run. */
export function changedOptions(before: Options, now: Options): readonly string[] {
  const [then, present] = [effective(before), effective(now)];
  const names = new Set([...then.keys(), ...present.keys()]);
  return [...names].filter((name) => name !== asOfOption.name && then.get(name) !== present.get(name)).sort();
}

/** The options of those parts: the command line has others as well. */
const DECISIVE = new Set<string>(
  SECTIONS.flatMap((section) => SHARED_OPTIONS[section].map(({ name }) => name)).filter(
    (name) => name !== timeoutOption.name,
  ),
);

/** Each option by its name, that of the command line before that of the config; values of either are the same as text. */
function effective(options: Options): ReadonlyMap<string, string> {
  const parts = [...SECTIONS.map((section) => options[section]), options["command_line"]];
  const entries = parts.flatMap((part) => (typeof part === "object" && part !== null ? Object.entries(part) : []));
  const own = entries.map(([name, value]): readonly [string, string] => [name, textOf(value)]);
  return new Map([
    ["exports", textOf(options["exports"])],
    ["input", textOf(options["input"])],
    ...own.filter(([name]) => DECISIVE.has(name.replace(/^no-/, ""))),
  ]);
}

function textOf(value: unknown): string {
  return [value].flat().map(String).join("\n");
}

/**
 * The digest's files of the last set, where that set was made of the same: the same manifest but for them. A run that changes
 * nothing is no news, so what the last set said stays.
 *
 * @param manifest of the new set, without a digest
 * @returns `null` where the sets differ, or the last one has no digest that is whole
 */
export async function digestOfSame(folder: string, manifest: string, disk: Disk): Promise<readonly SetFile[] | null> {
  const latest = await latestSet(folder, disk);
  const text = latest === null ? null : await readText(join(folder, latest, MANIFEST_NAME), disk);
  if (latest === null || text === null || withoutDigest(text) !== manifest) return null;
  const files: SetFile[] = [];
  for (const name of DIGEST_NAMES) {
    const content = await readText(join(folder, latest, name), disk);
    if (content === null) return null;
    files.push({ name, chunks: [content], rows: null });
  }
  return files;
}

/** A manifest's text as it would be without the digest; `null` where it is none. */
function withoutDigest(text: string): string | null {
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== "object" || manifest === null || !("outputs" in manifest)) return null;
    const { outputs } = manifest;
    const own: readonly string[] = DIGEST_NAMES;
    if (!Array.isArray(outputs)) return null;
    const others = outputs.filter(
      (output: unknown) =>
        !(typeof output === "object" && output !== null && "file" in output && own.includes(String(output.file))),
    );
    return `${JSON.stringify({ ...manifest, outputs: others }, null, 2)}\n`;
  } catch {
    return null;
  }
}

async function readText(path: string, disk: Disk): Promise<string | null> {
  if ((await disk.look(path))?.kind !== "file") return null;
  return Buffer.from(await disk.read(path)).toString();
}
