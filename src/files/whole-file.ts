/*
 * The room files: finds inputs and reads their bytes, and writes whole files and sets of files in one step or not at all.
 * It also hashes files, refuses those that changed while they were read, and clears up after killed runs.
 */
import { realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Chunks } from "./chunks.ts";
import type { Disk } from "./disk.ts";
import { probeFolder } from "./probe-folder.ts";
import { identityOf } from "./process-identity.ts";
import { removeNow } from "./remove-now.ts";
import { isSystemError, unwritable } from "./system-error.ts";
import { leftoversBeside, type ProcessContext, temporaryName } from "./temporary-names.ts";
import { writeNewFile } from "./write-new-file.ts";

/** What writing needs of the outside world. */
export interface WritingContext extends ProcessContext {
  /** Registers work that must be undone when the run is interrupted; returns what takes it back. */
  readonly onInterrupt: (undo: () => void) => () => void;
}

export interface WholeFileOptions {
  /** What messages call the file. */
  readonly name: string;
  /** The option that names it. */
  readonly flag: string;
  /** Whether it holds data of single people: a new file is then for its owner only. */
  readonly personal: boolean;
  readonly disk: Disk;
  readonly context: WritingContext;
}

/** A file that appears whole or not at all. */
export interface WholeFile {
  readonly write: (chunks: Chunks) => Promise<void>;
}

/** Permission bits of a new file with the data of single people, and of any other before the system takes its share. */
const [OWNER_ONLY, EVERYBODY] = [0o600, 0o666];

/**
 * Makes sure that a file can be written, before the long work begins; removes what killed runs left beside it.
 *
 * A link is written through: its target is replaced, and the link stays. The target keeps its permissions only where they
 * let nobody in whom a new file would keep out, for whoever made the link may not be whoever reads the result. A plain file
 * keeps the permissions that its owner gave it.
 *
 * @throws OutputError where it cannot be written
 */
export async function openWholeFile(path: string, options: WholeFileOptions): Promise<WholeFile> {
  const { name, flag, disk } = options;
  try {
    const target = await throughLinks(path, disk);
    await sweepAndProbe(target, options);
    return { write: (chunks) => writeWhole(target, chunks, { ...options, isLink: target !== path }) };
  } catch (error) {
    throw isSystemError(error) ? unwritable(name, error, flag) : error;
  }
}

function permissionDenied(path: string): Error {
  return Object.assign(new Error(`EACCES: ${path}`), { code: "EACCES", syscall: "access" });
}

const MOST_LINKS = 40;

/** Where a path leads through links, also to a file that does not exist yet. */
async function throughLinks(path: string, disk: Disk): Promise<string> {
  let target = path;
  for (let links = 0; links <= MOST_LINKS; links += 1) {
    if ((await disk.look(target))?.kind !== "link") return target;
    target = resolve(await realpath(dirname(target)), await disk.readLink(target));
  }
  throw Object.assign(new Error("ELOOP: too many links"), { code: "ELOOP", syscall: "readlink" });
}

/** Makes sure that the folder takes files, and removes what killed runs left of this one. */
async function sweepAndProbe(target: string, { disk, context }: WholeFileOptions): Promise<void> {
  if ((await disk.look(target)) !== null && !(await disk.isWritable(target))) throw permissionDenied(target);
  const now = await probeFolder(dirname(target), { disk, context });
  for (const { path, kind } of await leftoversBeside(target, { disk, context, now })) {
    if (kind === "tmp") await disk.remove(path).catch(() => {}); // somebody else's: it stays
  }
}

async function writeWhole(
  target: string,
  chunks: Chunks,
  { name, flag, personal, disk, context, isLink }: WholeFileOptions & { readonly isLink: boolean },
): Promise<void> {
  const temporary = temporaryName(target, await identityOf(context.processes.own), "tmp");
  const release = context.onInterrupt(() => removeNow([temporary]));
  try {
    const earlier = await disk.look(target);
    const isPrivate = personal || (earlier !== null && !isLink);
    await writeNewFile(temporary, chunks, { disk, mode: isPrivate ? OWNER_ONLY : EVERYBODY });
    if (earlier !== null) {
      const ours = (await disk.look(temporary))?.mode ?? OWNER_ONLY;
      const isAsPrivate = (earlier.mode & ~ours) === 0;
      if (!isLink || isAsPrivate) await disk.setMode(temporary, earlier.mode);
    }
    await disk.rename(temporary, target);
    await disk.syncFolder(dirname(target));
  } catch (error) {
    await disk.remove(temporary).catch(() => {}); // the next run tries again
    throw isSystemError(error) ? unwritable(name, error, flag) : error;
  } finally {
    release();
  }
}
