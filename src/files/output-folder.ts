import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { OutputError, UsageError } from "../errors.ts";
import { type Disk, nodeDisk } from "./disk.ts";
import { type FolderFile, writeFileSet } from "./file-set.ts";
import { probeFolder } from "./probe-folder.ts";
import { recoverSet } from "./recover-set.ts";
import { isSystemError, unwritable } from "./system-error.ts";

/** What of the outside world a folder needs. */
interface FolderContext {
  readonly cwd: string;
  /** Runs `undo` if the program is told to stop; returns what takes that back. */
  readonly onInterrupt: (undo: () => void) => () => void;
  readonly processes: { readonly own: number; readonly isRunning: (id: number) => boolean };
}

/** A folder that gets a set of files: all of them, or none. */
export interface OutputFolder {
  /** Absolute path. */
  readonly path: string;
  readonly write: (files: readonly FolderFile[]) => Promise<void>;
}

/**
 * Opens a folder for a set of files before the long work begins, so that one that cannot be written is known at once. What
 * a killed run left of its set is put right first. The folder is made when the files are written; where it is a link, its
 * target is written.
 *
 * @throws OutputError when it is a file, or cannot be written
 */
export async function openOutputFolder(
  path: string,
  context: FolderContext,
  { flag = "--out", disk = nodeDisk }: { readonly flag?: string; readonly disk?: Disk } = {},
): Promise<OutputFolder> {
  if (path.trim() === "") throw new UsageError(`${flag} needs the name of a folder`);
  const folder = resolve(context.cwd, path);
  const { real, existing } = await whereIs(folder, path, flag);
  try {
    await recoverSet(real, { disk, context, now: await probeFolder(existing, { disk, context }) });
  } catch (error) {
    throw isSystemError(error) ? unwritable(path, error, flag) : error;
  }
  const cwd = await realpath(context.cwd).catch(() => context.cwd);
  return { path: folder, write: (files) => writeFileSet(real, files, { name: path, flag, cwd, disk, context }) };
}

/** Where a folder is or is to be, links resolved, and the nearest folder on the way that exists. */
async function whereIs(
  folder: string,
  name: string,
  flag: string,
): Promise<{ readonly real: string; readonly existing: string }> {
  const found = await stat(folder).catch(() => null);
  if (found === null && dirname(folder) !== folder) {
    const above = await whereIs(dirname(folder), name, flag);
    return { real: join(above.real, basename(folder)), existing: above.existing };
  }
  if (found?.isDirectory() === false) {
    throw new OutputError(`${name}: is a file, not a folder`, { hint: `name a folder with ${flag}` });
  }
  const real = await realpath(folder);
  return { real, existing: real };
}
