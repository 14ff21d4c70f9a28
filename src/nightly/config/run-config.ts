/*
 * The config of rfm run: run-config.ts reads it whole, each part by a file of its own.
 */
import { ConfigNode } from "../../basics/yaml/config-node.ts";
import { ConfigProblems } from "../../basics/yaml/config-problems.ts";
import { readDocument } from "../../basics/yaml/yaml-nodes.ts";
import type { ConfigSection } from "../../options/index.ts";
import type { AnyOption, OptionValues } from "../../options/option.ts";
import { readInput } from "./config-input.ts";
import { type ConfigOutput, type OutputKeys, readOutputs } from "./config-outputs.ts";
import { type Guards, readGuards } from "./guard-config.ts";
import { readOptions, type WrittenOptions } from "./option-reader.ts";

/** The version of the config file's form. */
export const CONFIG_VERSION = 1;

/** The parts of a config that hold options which many commands share. */
export const SECTIONS = ["reading", "scoring", "retention", "look"] as const satisfies readonly ConfigSection[];

export const TOP_KEYS = ["$schema", "version", "exports", "input", ...SECTIONS, "outputs", "output", "guards"] as const;

/** Where the sets go, who may read them, and how many older ones stay. */
export interface OutputFolderConfig {
  /** Relative to the config file. */
  readonly folder: string;
  /** Permission bits of the files. */
  readonly mode: number;
  readonly keep: number;
  /** Whether each set has a digest of what changed. */
  readonly digest: boolean;
}

/** What a config file asks for; every option parsed by the command line's own parser. */
export interface RunConfig {
  /** Files, folders and globs, relative to the config file; or the URL of one database, which may hold a password. */
  readonly exports: readonly string[];
  /** The line of each of them. */
  readonly exportLines: readonly number[];
  readonly shared: Readonly<Record<ConfigSection, OptionValues>>;
  readonly sectionLines: Readonly<Record<ConfigSection, number>>;
  /** The shared options as they are written, variables not filled in. */
  readonly writtenSections: Readonly<Record<ConfigSection, WrittenOptions>>;
  readonly outputs: readonly ConfigOutput[];
  readonly output: OutputFolderConfig;
  /** The line of the output folder, or of the config where it names none. */
  readonly outputLine: number;
  readonly guards: Guards;
  /** What decides the outputs, as it is written: variables are not filled in, so that no secret gets into a manifest. */
  readonly written: WrittenConfig;
}

export type WrittenConfig = Readonly<Record<string, unknown>>;

/** What a config may hold beyond its own keys: the options of the commands. */
export interface ConfigKeys {
  readonly shared: Readonly<Record<ConfigSection, readonly AnyOption[]>>;
  readonly outputs: Readonly<Record<string, OutputKeys>>;
}

/**
 * A config from the text of its YAML or JSON file.
 *
 * @param name the file's name, for messages
 * @throws UsageError that names every problem with its line: unknown keys, wrong types, values that an option refuses,
 * variables that are not set, two outputs with one name; a config of another version has that one problem only
 */
export function parseRunConfig(
  text: string,
  { name, keys, env }: { name: string; keys: ConfigKeys; env: Readonly<Record<string, string | undefined>> },
): { readonly config: RunConfig; readonly problems: ConfigProblems } {
  const document = readDocument(text);
  const problems = new ConfigProblems();
  for (const { line, text: problem } of document.problems) problems.add(line, problem);
  problems.throwAny(name);
  const root = new ConfigNode({ document, env, problems }, document.root, { name: "the config" });
  const values = root.map(TOP_KEYS, "version, exports (or input), outputs");
  refuseOtherVersion(values.get("version"), root, { name });
  const input = readInput(values.get("exports"), values.get("input"), root);
  const sections = SECTIONS.map(
    (section) => [section, readOptions(values.get(section), keys.shared[section])] as const,
  );
  const outputs = readOutputs(values.get("outputs"), root, keys.outputs);
  const config: RunConfig = {
    exports: input.names,
    exportLines: input.lines,
    shared: sectionRecord(sections, ({ values: own }) => own),
    writtenSections: sectionRecord(sections, ({ written }) => written),
    sectionLines: sectionRecord(sections, (_, section) => values.get(section)?.line ?? root.line),
    outputs: outputs.outputs,
    output: readOutputFolder(values.get("output")),
    outputLine: values.get("output")?.line ?? root.line,
    guards: readGuards(values.get("guards"), { outputs: outputs.outputs, known: keys.outputs }),
    written: {
      ...input.written,
      ...Object.fromEntries(
        sections
          .filter(([, { written }]) => Object.keys(written).length > 0)
          .map(([name, { written }]) => [name, written]),
      ),
      outputs: outputs.written,
    },
  };
  return { config, problems };
}

type ReadSection = { readonly values: OptionValues; readonly written: WrittenOptions };

function sectionRecord<T>(
  sections: readonly (readonly [ConfigSection, ReadSection])[],
  pick: (section: ReadSection, name: ConfigSection) => T,
): Readonly<Record<ConfigSection, T>> {
  return Object.fromEntries(sections.map(([name, section]) => [name, pick(section, name)])) as Record<ConfigSection, T>;
}

/** A config of another version is refused before anything else is said about it. */
function refuseOtherVersion(version: ConfigNode | undefined, root: ConfigNode, { name }: { name: string }): void {
  const written = version?.written() ?? null;
  if (written === String(CONFIG_VERSION)) return;
  const problems = new ConfigProblems();
  problems.add(
    version?.line ?? root.line,
    version === undefined
      ? `no version: add version: ${CONFIG_VERSION}`
      : `the config's version is ${written ?? "not a number"}, and this program reads version ${CONFIG_VERSION}; use the rfm that it was written for, or make a new config with rfm init`,
  );
  problems.throwAny(name);
}

const OUTPUT_KEYS = ["folder", "mode", "keep", "digest"] as const;
const DEFAULT_FOLDER = "rfm-out";
const OWNER_ONLY = 0o600;
const DEFAULT_KEEP = 7;
const MODES: Readonly<Record<string, number>> = { owner: OWNER_ONLY, group: 0o640 };

function readOutputFolder(node: ConfigNode | undefined): OutputFolderConfig {
  const values = node?.map(OUTPUT_KEYS, OUTPUT_KEYS.join(", "));
  const mode = values?.get("mode");
  return {
    folder: values?.get("folder")?.text() ?? DEFAULT_FOLDER,
    mode: mode === undefined ? OWNER_ONLY : readMode(mode),
    keep: values?.get("keep")?.number({ least: 0, most: 1000, whole: true }) ?? DEFAULT_KEEP,
    digest: values?.get("digest")?.flag() ?? true,
  };
}

/** `owner`, `group`, or permission bits in octal: reading and writing only, and for the owner both. */
function readMode(node: ConfigNode): number {
  const text = node.text() ?? "";
  const bits = /^(?:0o?)?(6[046][046])$/.exec(text);
  const mode = MODES[text] ?? (bits === null ? null : Number.parseInt(bits[1] ?? "", 8));
  if (mode === null) node.complain("output.mode must be owner, group, or permission bits such as 600, 640 or 644");
  return mode ?? OWNER_ONLY;
}
