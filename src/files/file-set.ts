import { dirname, join, relative, sep } from "node:path";
import { OutputError } from "../errors.ts";
import type { Chunks } from "./chunks.ts";
import type { Disk } from "./disk.ts";
import { exchangeFolder, type FolderInPlace, mirrorOthers } from "./exchange-folder.ts";
import { folderMark } from "./probe-folder.ts";
import { identityOf } from "./process-identity.ts";
import { removeNow } from "./remove-now.ts";
import { replaceInFolder } from "./replace-in-folder.ts";
import { isSystemError, unwritable } from "./system-error.ts";
import { temporaryName } from "./temporary-names.ts";
import type { WritingContext } from "./whole-file.ts";
import { writeNewFile } from "./write-new-file.ts";

/** A file to be written, by its path below the folder, with `/`. */
export interface FolderFile {
  readonly path: string;
  readonly chunks: () => Chunks;
}

export interface FileSetOptions {
  /** What messages call the folder. */
  readonly name: string;
  /** The option that names it. */
  readonly flag: string;
  /** The folder where the user is: it and those above it are never exchanged. */
  readonly cwd: string;
  readonly disk: Disk;
  readonly context: WritingContext;
}

/** Files with people's data are for their owner only; so are folders that are not in place yet. */
const OWNER_ONLY = { file: 0o600, folder: 0o700 } as const;

/**
 * Writes a set of files into a folder: all of them, or none.
 *
 * They are written into a new folder beside it, which takes along what else the folder holds and then takes its place: two
 * renames, between which no signal is handled. Whoever kills the process in between leaves no folder of that name, and the
 * next run puts the one before back. Where a folder cannot be exchanged (it is the current one, a mount point, or holds too
 * much), the files of the set before are moved out and those of this set moved in, and the next run mends what a kill left.
 *
 * @throws OutputError where something cannot be written; the folder is then as it was
 */
export async function writeFileSet(
  folder: string,
  files: readonly FolderFile[],
  options: FileSetOptions,
): Promise<void> {
  const { name, flag, disk, context } = options;
  let release = (): void => {};
  let staging: string | null = null;
  try {
    await refuseOccupied(folder, files, disk);
    await disk.makeFolder(dirname(folder), 0o777);
    const place = await placeFor(folder, options);
    staging = place.staging;
    release = context.onInterrupt(() => removeNow([place.staging]));
    await stageAll(files, place, disk);
    await refuseOccupied(folder, files, disk); // writing took its time
    await putInPlace(files, place, disk);
  } catch (error) {
    throw isSystemError(error) ? unwritable(name, error, flag) : error;
  } finally {
    if (staging !== null) await disk.remove(staging).catch(() => {}); // the next run tries again
    release();
  }
}

/** A list is never put where something else stands. */
async function refuseOccupied(folder: string, files: readonly FolderFile[], disk: Disk): Promise<void> {
  for (const { path } of files) {
    const entry = await disk.look(join(folder, path));
    if (entry === null || entry.kind === "file") continue;
    const what = entry.kind === "other" ? "something other than a file" : `a ${entry.kind}`;
    throw new OutputError(`${path}: ${what} is in the way of a list`, { hint: "move it away" });
  }
}

/** Where the files of a set are written before they are put in place. */
async function placeFor(folder: string, { cwd, disk, context }: FileSetOptions): Promise<FolderInPlace> {
  const identity = await identityOf(context.processes.own);
  const [entry, parent] = [await disk.look(folder), await disk.look(dirname(folder))];
  if (entry === null) {
    const staging = temporaryName(folder, identity, "new");
    await disk.makeFolder(staging, 0o777);
    return { folder, staging, isThere: false, canExchange: true };
  }
  const isBeside = entry.device === parent?.device && !isAbove(folder, cwd) && (await disk.isWritable(dirname(folder)));
  const staging = temporaryName(isBeside ? folder : folderMark(folder), identity, "new");
  await disk.makeFolder(staging, OWNER_ONLY.folder);
  const isAlike = (await disk.look(staging))?.owner === entry.owner;
  return { folder, staging, isThere: true, canExchange: isBeside && isAlike };
}

/** Whether a folder is that of a path, or one above it. */
function isAbove(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || way.startsWith("/") || /^[A-Za-z]:/.test(way));
}

async function stageAll(files: readonly FolderFile[], { staging }: FolderInPlace, disk: Disk): Promise<void> {
  for (const { path, chunks } of files) {
    const target = join(staging, path);
    if (dirname(target) !== staging) await disk.makeFolder(dirname(target), 0o777);
    await writeNewFile(target, chunks(), { disk, mode: OWNER_ONLY.file });
  }
  for (const folder of new Set(files.map(({ path }) => dirname(join(staging, path))))) await disk.syncFolder(folder);
}

async function putInPlace(files: readonly FolderFile[], place: FolderInPlace, disk: Disk): Promise<void> {
  const paths = files.map(({ path }) => path);
  const isExchanged = place.canExchange && (await mirrorOthers(paths, place, disk)) && exchangeFolder(place, disk);
  if (!isExchanged) await replaceInFolder(paths, place, disk);
  await disk.syncFolder(dirname(place.folder));
}
