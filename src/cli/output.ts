import { open, stat } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { OutputError, UsageError } from "../errors.ts";
import { batched, type Chunks } from "../files/chunks.ts";
import { nodeDisk } from "../files/disk.ts";
import { isSystemError, unwritable } from "../files/system-error.ts";
import { openWholeFile } from "../files/whole-file.ts";
import { writeAll } from "../files/write-new-file.ts";
import { type AnyOption, flagOf } from "../options/option.ts";
import { spreadsheetOption, widthOption } from "../options/output-options.ts";
import { type FileFormat, FORMATS, type Format } from "../render/tables/formats.ts";
import type { CliContext } from "./context.ts";

const FORMAT_OF_EXTENSION: Readonly<Record<string, FileFormat>> = {
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

/** The extensions that name one of these formats. */
function extensionsOf(formats: readonly FileFormat[]): string {
  const endings = Object.entries(FORMAT_OF_EXTENSION).filter(([, format]) => formats.includes(format));
  return endings.map(([ending]) => ending).join(", ");
}

/** The format that a file's ending names, those of a whole report among them; `written` are those that the command writes. */
export function fileFormat(path: string, written: readonly FileFormat[]): FileFormat {
  const format = FORMAT_OF_EXTENSION[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  throw new UsageError(
    `-o ${path}: cannot infer a format from the extension`,
    `use ${extensionsOf(written)}, or pass --format`,
  );
}

/** The format of a table that a file's ending names. */
function formatOfFile(path: string, written: readonly Format[]): Format {
  const wanted = fileFormat(path, written);
  const format = FORMATS.find((known) => known === wanted);
  if (format !== undefined) return format;
  throw new UsageError(
    `-o ${path}: only rfm report writes ${wanted}`,
    `use ${extensionsOf(written)}, or run rfm report`,
  );
}

/** The options that a result's format depends on. */
interface FormatOptions {
  readonly format?: Format;
  readonly output?: string;
  readonly spreadsheet?: boolean;
  readonly width?: number;
  /** CSV files of their own beside the result, which `--spreadsheet` is for as well. */
  readonly rejects?: string;
  readonly moves?: string;
}

/**
 * The format of a result: as asked for, by the file's ending, or the command's own.
 *
 * @param written what the command writes, which an ending that says nothing is answered with
 * @throws UsageError where an option has nothing to work on
 */
export function resultFormat(options: FormatOptions, usual: Format, written: readonly Format[] = FORMATS): Format {
  const { format, output } = options;
  const chosen = format ?? (output === undefined ? usual : formatOfFile(output, written));
  refuseUnfitLook(options, chosen);
  return chosen;
}

/**
 * Refuses `--spreadsheet` where nothing that is written is CSV or TSV, and `--width` where the result is no table.
 *
 * @throws UsageError
 */
export function refuseUnfitLook(
  { spreadsheet, width, rejects, moves }: Omit<FormatOptions, "format" | "output">,
  format: FileFormat,
): void {
  const what = format === "table" ? "a table" : format;
  if (width !== undefined && !hasFormat(widthOption, format)) {
    throw new UsageError(
      `${flagOf(widthOption)} applies to tables, but this result is ${what}`,
      `add --format table, or leave ${flagOf(widthOption)} out`,
    );
  }
  const hasDelimited = hasFormat(spreadsheetOption, format) || rejects !== undefined || moves !== undefined;
  if (spreadsheet !== true || hasDelimited) return;
  throw new UsageError(
    `${flagOf(spreadsheetOption)} applies to CSV and TSV, but this result is ${what}`,
    "add --format csv, or -o with a name that ends in .csv; a workbook (.xlsx) is for a spreadsheet as it is",
  );
}

/**
 * Refuses a workbook on a terminal, which its bytes would upset.
 *
 * @throws UsageError
 */
export function refuseBytesOnTerminal(
  format: FileFormat,
  output: string | undefined,
  { stdout }: Pick<CliContext, "stdout">,
): void {
  if (format !== "xlsx" || output !== undefined || stdout.isTTY !== true) return;
  throw new UsageError("a workbook cannot be shown on a terminal", "name a file: -o result.xlsx");
}

/** Whether an option says something about a result of this format. */
export function hasFormat({ formats }: AnyOption, format: FileFormat): boolean {
  return formats === null || formats.includes(format);
}

/** Whether an option says something about a result in a file of this name. */
export function fitsFile(option: AnyOption, path: string): boolean {
  const format = FORMAT_OF_EXTENSION[extname(path).toLowerCase()];
  return format === undefined || hasFormat(option, format);
}

/** Where a result goes: standard output, or a file that appears whole or not at all. */
export interface OutputTarget {
  readonly write: (chunks: Chunks) => Promise<void>;
}

export interface OutputTargetOptions {
  /** The option that names the file. */
  readonly flag?: string;
  /** Whether the result is about individual people: a new file is then for its owner only. One that is replaced keeps its mode. */
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
  return openWholeFile(target, { name: path, flag, personal, disk: nodeDisk, context });
}

/** A device or a pipe is written to as it is: renaming a file over it would take its place. */
async function writeToDevice(
  target: string,
  path: string,
  { chunks, flag }: { chunks: Chunks; flag: string },
): Promise<void> {
  try {
    const handle = await open(target, "w");
    const file = { write: async (bytes: Uint8Array) => (await handle.write(bytes)).bytesWritten };
    try {
      for await (const chunk of batched(chunks)) await writeAll(file, chunk);
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
