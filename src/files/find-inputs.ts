import type { Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, isAbsolute, join, resolve } from "node:path";
import { compareCodeUnits } from "../basics/text/compare-code-units.ts";
import { isEngineUrl, shownEngineUrl } from "../basics/text/engine-url.ts";
import { plural } from "../basics/text/words.ts";
import { InputError, UsageError } from "../errors.ts";
import { type ByteSource, fileSource, memorySource } from "./byte-source.ts";
import { firstCopies } from "./first-copies.ts";
import { matchingPaths } from "./matching-paths.ts";
import { descriptorBytes, descriptorOf, refuseIrregular, unreadable } from "./regular-file.ts";
import { isMissing } from "./system-error.ts";

/** One export to read. */
export interface InputFile {
  readonly source: ByteSource;
  /** Named by the user, and so read or refused; a file found in a folder may be passed over. */
  readonly named: boolean;
  /** Absolute path; `null` for standard input and other streams. */
  readonly path: string | null;
  /** When it last changed, in milliseconds, as it was found; `null` for a stream. */
  readonly changedAt: number | null;
}

/** Files that were found and not read, and why. */
export interface PassedOver {
  readonly name: string;
  readonly why: "same bytes" | "own output" | "no export name" | "not needed";
  /** The file that it repeats, where it does. */
  readonly as?: string;
  /** Its absolute path, where it is an export of the user's that another stands for or that is not needed. */
  readonly path?: string;
}

export interface FindInputsOptions {
  readonly cwd: string;
  readonly stdin: () => AsyncIterable<Uint8Array>;
}

const EXPORT_NAME = /\.(?:(?:csv|tsv|txt|json|ndjson|jsonl)(?:\.gz)?|xlsx|xlsm|parquet)$/i;
const TEMPORARY_NAME = /^[.~]|~$|\.(tmp|part|crdownload)$/i;
const GLOB = /[*?[\]{}]/;

/** The error for a database where a command takes files. */
export function readsOnlyFiles(url: string): UsageError {
  return new UsageError(
    `${shownEngineUrl(url)} is a database, and only files are read here`,
    "rfm score, segments, report, retention, cohorts, compare, lists and run read a table in a database; for others, export one row per order",
  );
}

/**
 * Turns the files, folders, globs and `-` that the user named into the list of exports, sorted by path so that the
 * order on the command line does not matter; each file once, and byte-identical files once.
 */
export async function findInputs(
  named: readonly string[],
  options: FindInputsOptions,
): Promise<{ inputs: readonly InputFile[]; passedOver: readonly PassedOver[] }> {
  if (named.length === 0) throw new UsageError("no exports named", "name a file, a folder, or - for standard input");
  const engine = named.find(isEngineUrl);
  if (engine !== undefined) {
    throw readsOnlyFiles(engine);
  }
  const found = new Map<string, InputFile>();
  const passedOver: PassedOver[] = [];
  for (const name of named) {
    for (const input of await expand(name, options, passedOver)) {
      const key = input.path ?? `stream ${input.source.name}`;
      const known = found.get(key);
      if (known === undefined || comesBefore(input, known)) found.set(key, input);
    }
  }
  const sorted = [...found.values()].sort(
    (a, b) => compareCodeUnits(a.path ?? "", b.path ?? "") || compareCodeUnits(a.source.name, b.source.name),
  );
  const inputs = await withoutCopies(sorted, passedOver);
  passedOver.sort((a, b) => compareCodeUnits(a.name, b.name));
  return { inputs, passedOver };
}

/** Of a file that was found twice, what counts: named by the user rather than found, then by the name that sorts first. */
function comesBefore(input: InputFile, known: InputFile): boolean {
  if (input.named !== known.named) return input.named;
  return compareCodeUnits(input.source.name, known.source.name) < 0;
}

async function expand(
  name: string,
  options: FindInputsOptions,
  passedOver: PassedOver[],
): Promise<readonly InputFile[]> {
  const path = name === "-" ? "/dev/stdin" : resolve(options.cwd, name);
  const descriptor = descriptorOf(path);
  if (descriptor !== null) return [await readStream(descriptor, name, options)];
  const stats = await stat(path).catch((error: unknown) =>
    isMissing(error) ? null : Promise.reject(unreadable(name, error)),
  );
  if (stats === null) {
    if (GLOB.test(name)) return expandGlob(name, options);
    throw new InputError(`${name}: no such file or folder`, { hint: "check the path; folders and globs work too" });
  }
  if (!stats.isDirectory()) return [namedFile(path, name, stats)];
  return listFolder(path, name, passedOver);
}

/** @throws InputError where it is no regular file */
function namedFile(path: string, name: string, stats: Stats): InputFile {
  refuseIrregular(name, stats);
  return { source: fileSource(path, name, stats.size), named: true, path, changedAt: stats.mtimeMs };
}

async function listFolder(path: string, name: string, passedOver: PassedOver[]): Promise<readonly InputFile[]> {
  const entries = await readdir(path).catch((error: unknown) => Promise.reject(unreadable(name, error)));
  const inputs: InputFile[] = [];
  for (const entry of entries.sort(compareCodeUnits)) {
    if (TEMPORARY_NAME.test(entry)) continue;
    const entryPath = join(path, entry);
    const stats = await stat(entryPath).catch(() => null);
    if (stats?.isFile() !== true) continue;
    const shown = join(name, entry);
    if (EXPORT_NAME.test(entry)) {
      inputs.push({ ...namedFile(entryPath, shown, stats), named: false });
    } else if (/\.(xls|xlsb|ods|numbers|zip)$/i.test(entry)) {
      passedOver.push({ name: shown, why: "no export name" });
    }
  }
  if (inputs.length > 0) return inputs;
  const others =
    entries.length === 0 ? "it is empty" : `it has ${plural(entries.length, "other entry", "other entries")}`;
  throw new InputError(`${name}: no exports in this folder (${others})`, {
    hint: "exports are .csv, .tsv, .txt, .json, .ndjson, .jsonl (all with or without .gz) .xlsx or .parquet files; folders inside it are not searched",
  });
}

async function expandGlob(pattern: string, options: FindInputsOptions): Promise<readonly InputFile[]> {
  const paths = await matchingPaths(pattern, options.cwd);
  if (paths.length === 0)
    throw new InputError(`${pattern}: no file matches`, { hint: "check the pattern and the folder" });
  return Promise.all(
    paths.map(async (path) => {
      const shown = isAbsolute(pattern) ? path : join(pattern.replace(/[^/\\]*[*?[\]{}].*$/, ""), basename(path));
      const stats = await stat(path).catch((error: unknown) => Promise.reject(unreadable(shown, error)));
      return namedFile(path, shown, stats);
    }),
  );
}

/** Reads a stream to its end: it can be read only once. */
async function readStream(descriptor: number, name: string, options: FindInputsOptions): Promise<InputFile> {
  const chunks: Uint8Array[] = [];
  const shown = descriptor === 0 ? "standard input" : name;
  for await (const chunk of descriptor === 0 ? options.stdin() : descriptorBytes(descriptor, name)) chunks.push(chunk);
  return { source: memorySource(chunks, shown), named: true, path: null, changedAt: null };
}

async function withoutCopies(inputs: readonly InputFile[], passedOver: PassedOver[]): Promise<readonly InputFile[]> {
  const firsts = await firstCopies(inputs.map(({ source }) => source));
  for (const { source, path } of inputs) {
    const first = firsts.get(source) ?? source;
    if (first === source) continue;
    passedOver.push({ name: source.name, why: "same bytes", as: first.name, ...(path === null ? {} : { path }) });
  }
  return inputs.filter(({ source }) => firsts.get(source) === source);
}
