import type { ConfigNode } from "../../basics/yaml/config-node.ts";
import type { AnyOption, OptionValues } from "../../options/option.ts";
import { readKnownOptions, type WrittenOptions } from "./option-reader.ts";
import { fileNameProblem } from "./output-names.ts";

/** What an output of a run may have beside its command and its place. */
export interface OutputKeys {
  readonly keys: readonly AnyOption[];
  /** Whether the command writes one file, files of its own naming into a folder, or a table in the database that is read. */
  readonly target: Target;
}

const TARGETS = ["file", "folder", "table"] as const;
type Target = (typeof TARGETS)[number];

/** One output that a config asks for. */
export interface ConfigOutput {
  readonly command: string;
  /** Its file, or its folder, in the set, with `/`; or its table. */
  readonly place: string;
  readonly line: number;
  readonly options: OptionValues;
}

type WrittenOutput = WrittenOptions & { readonly command: string };

/** The outputs of a config; wrong ones are problems and left out. */
export function readOutputs(
  node: ConfigNode | undefined,
  root: ConfigNode,
  known: Readonly<Record<string, OutputKeys>>,
): { readonly outputs: readonly ConfigOutput[]; readonly written: readonly WrittenOutput[] } {
  const example = "- { command: score, file: scores.csv }";
  if (node === undefined) root.complain(`no outputs: list what to write, for instance ${example}`);
  else if (!node.isList) node.complain(`outputs must be a list, such as ${example}`);
  const items = node?.isList === true ? node.items() : [];
  if (node?.isList === true && items.length === 0) node.complain(`outputs is an empty list; for instance ${example}`);
  const read = items.flatMap((item) => readOutput(item, known) ?? []);
  const isTable = ({ output: { command } }: ReadOutput): boolean => known[command]?.target === "table";
  refuseSamePlaces(read.filter((one) => !isTable(one)));
  refuseSamePlaces(read.filter(isTable));
  return { outputs: read.map(({ output }) => output), written: read.map(({ written }) => written) };
}

interface ReadOutput {
  readonly output: ConfigOutput;
  readonly written: WrittenOutput;
  readonly node: ConfigNode;
}

function readOutput(item: ConfigNode, known: Readonly<Record<string, OutputKeys>>): ReadOutput | null {
  const all = new Set(Object.values(known).flatMap(({ keys, target }) => [target, ...keys.map(({ name }) => name)]));
  const found = item.map(["command", ...all], "command, file and options of the command");
  const command = found.get("command")?.text() ?? null;
  if (command === null) {
    item.complain(`an output has no command (known: ${Object.keys(known).join(", ")})`);
    return null;
  }
  const kind = Object.hasOwn(known, command) ? known[command] : undefined;
  if (kind === undefined) {
    found.get("command")?.complain(`"${command}" makes no output (known: ${Object.keys(known).join(", ")})`);
    return null;
  }
  for (const [key, node] of found) {
    const fits = key === "command" || key === kind.target || kind.keys.some(({ name }) => name === key);
    if (!fits) node.complain(misplaced(key, command, kind));
  }
  const place = readPlace(item, found.get(kind.target), kind.target);
  const { values, written } = readKnownOptions(found, kind.keys);
  if (place === null) return null;
  return {
    output: { command, place, line: item.line, options: values },
    written: { command, [kind.target]: place, ...written },
    node: found.get(kind.target) ?? item,
  };
}

function misplaced(key: string, command: string, { target }: OutputKeys): string {
  const isTarget = TARGETS.some((known) => known === key);
  if (isTarget) return `${command} writes a ${target}: use ${target}, not ${key}`;
  return `${command} has no option ${key} here; options shared by outputs go under reading, scoring, retention or look`;
}

function readPlace(item: ConfigNode, node: ConfigNode | undefined, target: Target): string | null {
  if (node === undefined) {
    item.complain(`an output has no ${target}`);
    return null;
  }
  const place = node.text()?.trim() ?? null;
  const problem = place === null ? null : target === "table" ? tableNameProblem(place) : fileNameProblem(place);
  if (problem !== null) node.complain(`${node.name}: ${problem}`);
  return problem === null ? place : null;
}

function tableNameProblem(name: string): string | null {
  return name === "" ? "the name of the table is empty" : null;
}

/** Two outputs in one place, or one in a folder that another is the name of; without regard to case, as Windows has it. */
function refuseSamePlaces(read: readonly { readonly output: ConfigOutput; readonly node: ConfigNode }[]): void {
  const taken: string[] = [];
  for (const { output, node } of read) {
    const place = output.place.toLowerCase();
    const other = taken.find((one) => one === place || one.startsWith(`${place}/`) || place.startsWith(`${one}/`));
    if (other !== undefined) node.complain(`two outputs have one path: ${output.place}`);
    taken.push(place);
  }
}
