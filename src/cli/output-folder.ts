import { constants, linkSync, renameSync, unlinkSync } from "node:fs";
import { access, mkdir, open, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { OutputError, UsageError } from "../errors.ts";
import type { CliContext } from "./context.ts";
import { batched, type Chunks, isSystemError, temporaryName, unwritable } from "./output.ts";
import { removeNow } from "./remove-now.ts";

/** What of the outside world a folder needs. */
type FolderContext = Pick<CliContext, "cwd" | "onInterrupt">;

/** A file to be written, by its path below the folder, with `/`. */
export interface FolderFile {
  readonly path: string;
  readonly chunks: () => Chunks;
}

/** A folder that gets a set of files: all of them, or none. */
export interface OutputFolder {
  /** Absolute path. */
  readonly path: string;
  readonly write: (files: readonly FolderFile[]) => Promise<void>;
}

/** Files with people's data are for their owner only. */
const OWNER_ONLY = 0o600;

/**
 * Opens a folder for a set of files before the long work begins, so that one that cannot be written is known at once. The
 * folder is made when the files are written.
 *
 * @throws OutputError when it is a file, or may not be written
 */
export async function openOutputFolder(path: string, context: FolderContext, flag = "--out"): Promise<OutputFolder> {
  if (path.trim() === "") throw new UsageError(`${flag} needs the name of a folder`);
  const folder = resolve(context.cwd, path);
  await checkWritable(folder, path, flag);
  return { path: folder, write: (files) => writeSet(folder, files, { name: path, flag, context }) };
}

async function checkWritable(folder: string, path: string, flag: string): Promise<void> {
  const existing = await nearestExisting(folder);
  if (!existing.isFolder) {
    throw new OutputError(`${path}: is a file, not a folder`, { hint: `name a folder with ${flag}` });
  }
  try {
    await access(existing.path, constants.W_OK);
  } catch (error) {
    throw unwritable(path, error, flag);
  }
}

/** The folder itself, or the nearest one above it that exists. */
async function nearestExisting(path: string): Promise<{ readonly path: string; readonly isFolder: boolean }> {
  const found = await stat(path).catch(() => null);
  if (found !== null || dirname(path) === path) return { path, isFolder: found?.isDirectory() ?? true };
  return nearestExisting(dirname(path));
}

/** One file of a set while it is written: made under a temporary name, then put in the target's place. */
interface Staged {
  readonly target: string;
  readonly temporary: string;
  /** A second name of what stood there before, to put it back; made at the end. */
  readonly earlier: string;
}

/**
 * Writes every file under a temporary name first, and puts them in place when all are whole. The last step waits for
 * nothing, so no signal that can be caught comes between two files; where it fails, what stood there is put back.
 */
async function writeSet(
  folder: string,
  files: readonly FolderFile[],
  { name, flag, context }: { name: string; flag: string; context: FolderContext },
): Promise<void> {
  const staged: Staged[] = [];
  const discard = (): void => {
    for (const { temporary } of staged) removeIfThere(temporary);
  };
  const release = context.onInterrupt(() => removeNow(staged.map(({ temporary }) => temporary)));
  try {
    await mkdir(folder, { recursive: true });
    for (const { path, chunks } of files) {
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      await refuseFolder(target, path);
      const one = { target, temporary: temporaryName(target), earlier: temporaryName(target) };
      staged.push(one);
      await writeTemporary(one.temporary, chunks());
    }
    putInPlace(staged);
  } catch (error) {
    throw isSystemError(error) ? unwritable(name, error, flag) : error;
  } finally {
    discard();
    release();
  }
}

async function refuseFolder(target: string, path: string): Promise<void> {
  const existing = await stat(target).catch(() => null);
  if (existing !== null && !existing.isFile()) {
    throw new OutputError(`${path}: something that is no file stands where a list belongs`, { hint: "move it away" });
  }
}

async function writeTemporary(temporary: string, chunks: Chunks): Promise<void> {
  const handle = await open(temporary, "wx", OWNER_ONLY);
  try {
    for await (const chunk of batched(chunks)) await handle.write(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renames all files over their targets; when one cannot be, those before it get their earlier files back. */
function putInPlace(staged: readonly Staged[]): void {
  const stood = staged.map(keepEarlier);
  let done = 0;
  try {
    for (const { temporary, target } of staged) {
      replaceAtOnce(temporary, target);
      done += 1;
    }
  } catch (error) {
    for (const [index, { target, earlier }] of staged.slice(0, done).entries()) {
      if (stood[index] === "kept") replaceAtOnce(earlier, target);
      else if (stood[index] === "nothing") removeIfThere(target);
    }
    throw error;
  } finally {
    for (const { earlier } of staged) removeIfThere(earlier);
  }
}

/** Gives what stands in a target's place a second name, where anything does and the disk knows second names. */
function keepEarlier({ target, earlier }: Staged): "kept" | "nothing" | "not kept" {
  try {
    linkSync(target, earlier);
    return "kept";
  } catch (error) {
    return isSystemError(error) && error.code === "ENOENT" ? "nothing" : "not kept";
  }
}

const REPLACE_TRIES = 5;

/** Renames over the target; where another program holds it open (Windows), tries again for a second. */
function replaceAtOnce(from: string, target: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, target);
      return;
    } catch (error) {
      const held = isSystemError(error) && ["EPERM", "EBUSY", "EACCES"].includes(error.code ?? "");
      if (!held || attempt === REPLACE_TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100 * attempt);
    }
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // it was not there
  }
}
