import { randomBytes } from "node:crypto";
import { constants, unlinkSync } from "node:fs";
import { access, open, rename, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
import { OutputError, UsageError } from "../errors.ts";
import { type FileFormat, FORMATS, type Format } from "../render/formats.ts";
import type { CliContext } from "./context.ts";
import { removeNow } from "./remove-now.ts";

const FORMAT_OF_ENDING: Readonly<Record<string, FileFormat>> = {
  ".csv": "csv",
  ".tsv": "tsv",
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".md": "md",
  ".txt": "table",
  ".html": "html",
  ".htm": "html",
  ".xlsx": "xlsx",
};

/** The endings that name one of these formats. */
function endingsOf(formats: readonly FileFormat[]): string {
  const endings = Object.entries(FORMAT_OF_ENDING).filter(([, format]) => formats.includes(format));
  return endings.map(([ending]) => ending).join(", ");
}

/** The format that a file's ending names, those of a whole report among them; `written` are those that the command writes. */
export function fileFormat(path: string, written: readonly FileFormat[]): FileFormat {
  const format = FORMAT_OF_ENDING[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  throw new UsageError(
    `-o ${path}: the ending says no format`,
    `end the name in ${endingsOf(written)}, or pass --format`,
  );
}

/** The format of a table that a file's ending names. */
function formatOfFile(path: string, written: readonly Format[]): Format {
  const wanted = fileFormat(path, written);
  const format = FORMATS.find((known) => known === wanted);
  if (format !== undefined) return format;
  throw new UsageError(
    `-o ${path}: only rfm report writes ${wanted}`,
    `end the name in ${endingsOf(written)}, or use rfm report`,
  );
}

/** The options that a result's format depends on. */
interface FormatOptions {
  readonly format?: Format;
  readonly output?: string;
  readonly spreadsheet?: boolean;
  /** CSV files of their own beside the result, which `--spreadsheet` is for as well. */
  readonly rejects?: string;
  readonly moves?: string;
}

/**
 * The format of a result: as asked for, by the file's ending, or the command's own.
 *
 * @param written what the command writes, which an ending that says nothing is answered with
 * @throws UsageError where `--spreadsheet` has nothing to work on
 */
export function resultFormat(options: FormatOptions, usual: Format, written: readonly Format[] = FORMATS): Format {
  const { format, output } = options;
  const chosen = format ?? (output === undefined ? usual : formatOfFile(output, written));
  refuseSpreadsheet(options, chosen);
  return chosen;
}

/**
 * Refuses `--spreadsheet` where nothing that is written is CSV or TSV.
 *
 * @throws UsageError
 */
export function refuseSpreadsheet(
  { spreadsheet, rejects, moves }: Omit<FormatOptions, "format" | "output">,
  format: FileFormat,
): void {
  const hasDelimited = format === "csv" || format === "tsv" || rejects !== undefined || moves !== undefined;
  if (spreadsheet !== true || hasDelimited) return;
  throw new UsageError(
    `--spreadsheet is for CSV and TSV, and this result would be ${format === "table" ? "a table" : format}`,
    "add --format csv, or -o with a name that ends in .csv; a report for a spreadsheet is rfm report -o report.xlsx",
  );
}

/** A result in pieces: text, which is written as UTF-8, or bytes. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** Where a result goes: standard output, or a file that appears whole or not at all. */
export interface OutputTarget {
  readonly write: (chunks: Chunks) => Promise<void>;
}

export interface OutputTargetOptions {
  /** The option that names the file. */
  readonly flag?: string;
  /** Whether the result tells of single people: a new file is then for its owner only. One that is replaced keeps its mode. */
  readonly personal?: boolean | undefined;
}

/**
 * Opens the target of a result before the long work begins, so that a folder that cannot be written is known at once.
 *
 * @throws OutputError when the file cannot be created there
 */
export async function openOutput(
  path: string | undefined,
  context: CliContext,
  { flag = "-o", personal = false }: OutputTargetOptions = {},
): Promise<OutputTarget> {
  if (path === undefined) {
    return { write: (chunks) => writeToStandardOutput(chunks, context) };
  }
  if (path.trim() === "") throw new UsageError(`${flag} needs the name of a file`);
  await refuseFolder(path, context);
  const target = resolve(context.cwd, path);
  const existing = await stat(target).catch(() => null);
  if (existing !== null && !existing.isFile()) {
    return { write: (chunks) => writeToDevice(target, path, { chunks, flag }) };
  }
  await checkWritable(target, path, flag);
  const mode = existing === null ? (personal ? 0o600 : null) : existing.mode & 0o777;
  return { write: (chunks) => writeWhole(target, path, { chunks, context, mode }) };
}

/** A device or a pipe is written to as it is: renaming a file over it would take its place. */
async function writeToDevice(
  target: string,
  path: string,
  { chunks, flag }: { chunks: Chunks; flag: string },
): Promise<void> {
  try {
    const handle = await open(target, "w");
    try {
      for await (const chunk of batched(chunks)) await handle.writeFile(chunk); // write() may stop short
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw isSystemError(error) ? unwritable(path, error, flag) : error;
  }
}

/** A closed pipe is left to the caller; other failures, such as a full disk behind a redirection, are named. */
async function writeToStandardOutput(chunks: Chunks, context: CliContext): Promise<void> {
  try {
    await pipeline(Readable.from(batched(chunks), { objectMode: false }), context.stdout, { end: false });
  } catch (error) {
    throw isSystemError(error) && error.code !== "EPIPE" ? unwritable("standard output", error) : error;
  }
}

/**
 * Refuses a folder as the place of a result. A command does so first of all: a folder's name has no ending that would say a
 * format, but that is not what is wrong with it.
 *
 * @throws OutputError
 */
export async function refuseFolder(path: string | undefined, context: CliContext): Promise<void> {
  if (path === undefined || path.trim() === "") return;
  const existing = await stat(resolve(context.cwd, path)).catch(() => null);
  if (existing?.isDirectory() !== true) return;
  throw new OutputError(`${path}: is a folder`, { hint: "name a file in it" });
}

async function checkWritable(target: string, path: string, flag: string): Promise<void> {
  const existing = await stat(target).catch(() => null);
  const folder = dirname(target);
  try {
    await access(folder, constants.W_OK);
    const probe = temporaryName(target);
    const handle = await open(probe, "wx");
    await handle.close();
    unlinkSync(probe);
    if (existing !== null) await access(target, constants.W_OK);
  } catch (error) {
    throw unwritable(path, error, flag);
  }
}

async function writeWhole(
  target: string,
  path: string,
  { chunks, context, mode }: { chunks: Chunks; context: CliContext; mode: number | null },
): Promise<void> {
  const temporary = temporaryName(target);
  const discard = (): void => {
    try {
      unlinkSync(temporary);
    } catch {
      // it was not there
    }
  };
  const release = context.onInterrupt(() => removeNow([temporary]));
  try {
    const handle = await open(temporary, "wx", mode === null ? 0o666 : 0o600);
    try {
      if (mode !== null) await handle.chmod(mode);
      for await (const chunk of batched(chunks)) await handle.writeFile(chunk); // write() may stop short
      await handle.sync();
    } finally {
      await handle.close();
    }
    await replaceFile(temporary, target);
  } catch (error) {
    discard();
    throw isSystemError(error) ? unwritable(path, error) : error;
  } finally {
    release();
  }
}

const REPLACE_TRIES = 5;

/** Renames over the target; where another program holds it open (Windows), tries again for a second. */
export async function replaceFile(temporary: string, target: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(temporary, target);
      return;
    } catch (error) {
      const held =
        isSystemError(error) && (error.code === "EPERM" || error.code === "EBUSY" || error.code === "EACCES");
      if (!held || attempt === REPLACE_TRIES) throw error;
      await delay(100 * attempt);
    }
  }
}

export function temporaryName(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
}

const BATCH = 1 << 16;

/** Joins small texts, so that a table of many rows is not a write each; bytes pass as they are. */
export async function* batched(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let batch = "";
  for await (const chunk of chunks) {
    if (typeof chunk === "string") batch += chunk;
    if (batch !== "" && (typeof chunk !== "string" || batch.length >= BATCH)) {
      yield Buffer.from(batch);
      batch = "";
    }
    if (typeof chunk !== "string") yield chunk;
  }
  if (batch !== "") yield Buffer.from(batch);
}

/** An error of the file system, as against a bug. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/** The error for a path that cannot be written, with what to do. */
export function unwritable(path: string, error: unknown, flag = "-o"): OutputError {
  return new OutputError(`${path}: ${whyUnwritable(error)}`, {
    hint: `nothing was written there; choose another place with ${flag}`,
    cause: error,
  });
}

/** Why the file system refused to write, in words. */
export function whyUnwritable(error: unknown): string {
  const code = isSystemError(error) ? (error.code ?? "") : "";
  const why: Readonly<Record<string, string>> = {
    ENOENT: "the folder does not exist",
    ENOTDIR: "the folder does not exist",
    EACCES: "it may not be written",
    EPERM: "it may not be written",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EFBIG: "the file is larger than the system allows",
  };
  return why[code] ?? `cannot be written (${code || String(error)})`;
}
