import type { Stats } from "node:fs";
import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, unlinkSync } from "node:fs";
import {
  access,
  chmod,
  constants,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { sha256OfFile } from "./sha256.ts";
import { isMissing, isSystemError } from "./system-error.ts";

/** A file that is being written. */
export interface OpenFile {
  /** Writes some of the bytes, perhaps not all; returns how many. */
  readonly write: (bytes: Uint8Array) => Promise<number>;
  /** Waits until the bytes are on the disk. */
  readonly sync: () => Promise<void>;
  /** The bytes in it. */
  readonly size: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** What stands at a path; links are not followed. */
export interface Entry {
  readonly kind: "file" | "folder" | "link" | "other";
  readonly bytes: number;
  /** Permission bits. */
  readonly mode: number;
  /** When it last changed by the clock of its file system, in milliseconds. */
  readonly changedAt: number;
  /** The file system that it is in. */
  readonly device: number;
  /** The numbers of its user and group. */
  readonly owner: string;
}

/** Everything that writing asks of the file system; tests pass one that fails. */
export interface Disk {
  /** Makes the folder and those above it; the innermost gets the mode, less what the system takes away. */
  readonly makeFolder: (path: string, mode: number) => Promise<void>;
  /** Creates a file that must not exist. Default mode: for its owner only. */
  readonly create: (path: string, mode?: number) => Promise<OpenFile>;
  readonly setMode: (path: string, mode: number) => Promise<void>;
  /** Renames over what is there; where another program holds it open (Windows), tries again for a second. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Makes a link that points to a target. */
  readonly link: (target: string, path: string) => Promise<void>;
  /** Gives a file a second name. */
  readonly secondName: (file: string, path: string) => Promise<void>;
  readonly readLink: (path: string) => Promise<string>;
  readonly read: (path: string) => Promise<Uint8Array>;
  /** The SHA-256 of a file, in hexadecimal digits. */
  readonly hash: (path: string) => Promise<string>;
  /** `null` where there is nothing. */
  readonly look: (path: string) => Promise<Entry | null>;
  /** The names in a folder, sorted by code unit; none where there is no folder. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** Whether this process may make and remove names in a folder. */
  readonly isWritable: (folder: string) => Promise<boolean>;
  /** Removes a file, a link, or a folder with all that is in it; nothing happens where there is nothing. */
  readonly remove: (path: string) => Promise<void>;
  /** Waits until the names in a folder are on the disk. */
  readonly syncFolder: (path: string) => Promise<void>;
  /** Makes an existing file look changed now, by the clock of its file system. */
  readonly touch: (path: string) => Promise<void>;
  readonly now: DiskNow;
}

/** What must happen without a pause, in which a signal could be handled. */
export interface DiskNow {
  readonly makeFolder: (path: string) => void;
  readonly rename: (from: string, to: string) => void;
  /** Removes a file or a link. */
  readonly unlink: (path: string) => void;
  /** Removes a folder that is empty. */
  readonly removeFolder: (path: string) => void;
  readonly look: (path: string) => Entry | null;
  readonly list: (path: string) => readonly string[];
}

/** The machine's file system. */
export const nodeDisk: Disk = {
  makeFolder: async (path, mode) => {
    await mkdir(path, { recursive: true, mode });
  },
  create: async (path, mode = 0o600) => {
    const handle = await open(path, "wx", mode);
    return {
      write: async (bytes) => (await handle.write(bytes)).bytesWritten,
      sync: () => handle.sync(),
      size: async () => (await handle.stat()).size,
      close: () => handle.close(),
    };
  },
  setMode: chmod,
  rename: replaceFile,
  link: (target, path) => symlink(target, path, "dir"),
  secondName: link,
  readLink: (path) => readlink(path),
  read: (path) => readFile(path),
  hash: sha256OfFile,
  look: async (path) => {
    const stats = await lstat(path).catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error)));
    return stats === null ? null : entryOf(stats);
  },
  list: async (path) => {
    const names = await readdir(path).catch((error: unknown) => (isMissing(error) ? [] : Promise.reject(error)));
    return names.sort();
  },
  isWritable: (folder) =>
    access(folder, constants.W_OK).then(
      () => true,
      () => false,
    ),
  remove: (path) => rm(path, { recursive: true, force: true }),
  syncFolder: async (path) => {
    const handle = await open(path).catch(() => null); // Windows opens no folders
    if (handle === null) return;
    try {
      await handle.sync().catch(() => {}); // some network file systems have no sync for folders
    } finally {
      await handle.close();
    }
  },
  touch: async (path) => {
    const handle = await open(path, "r+");
    try {
      await handle.write(".");
    } finally {
      await handle.close();
    }
  },
  now: {
    makeFolder: (path) => {
      mkdirSync(path, { recursive: true });
    },
    rename: replaceNow,
    unlink: unlinkSync,
    removeFolder: rmdirSync,
    look: (path) => {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return stats === undefined ? null : entryOf(stats);
    },
    list: (path) => readdirSync(path).sort(),
  },
};

function entryOf(stats: Stats): Entry {
  const kind = stats.isFile() ? "file" : stats.isDirectory() ? "folder" : stats.isSymbolicLink() ? "link" : "other";
  return {
    kind,
    bytes: stats.size,
    mode: stats.mode & 0o777,
    changedAt: stats.mtimeMs,
    device: stats.dev,
    owner: `${stats.uid}:${stats.gid}`,
  };
}

const REPLACE_TRIES = 5;

/** Milliseconds to wait after a try. */
function pauseAfter(attempt: number): number {
  return 100 * attempt;
}

/** Whether a rename failed because another program has the target open, as Windows says it. */
function isHeld(error: unknown): boolean {
  return isSystemError(error) && ["EPERM", "EBUSY", "EACCES"].includes(error.code ?? "");
}

async function replaceFile(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isHeld(error) || attempt === REPLACE_TRIES) throw error;
      await delay(pauseAfter(attempt));
    }
  }
}

function replaceNow(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!isHeld(error) || attempt === REPLACE_TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseAfter(attempt));
    }
  }
}
