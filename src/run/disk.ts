import { chmod, lstat, mkdir, open, readdir, readFile, readlink, rm, symlink } from "node:fs/promises";
import { replaceFile } from "../cli/output.ts";
import { sha256OfFile } from "./sha256.ts";

/** A file that is being written. */
export interface OpenFile {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Waits until the bytes are on the disk. */
  readonly sync: () => Promise<void>;
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
}

/** Everything that a set of outputs asks of the file system; tests pass one that fails. */
export interface Disk {
  /** Makes the folder and those above it; the innermost gets the mode. */
  readonly makeFolder: (path: string, mode: number) => Promise<void>;
  /** Creates a file that must not be there yet, readable by its owner only. */
  readonly create: (path: string) => Promise<OpenFile>;
  readonly setMode: (path: string, mode: number) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly link: (target: string, path: string) => Promise<void>;
  readonly readLink: (path: string) => Promise<string>;
  readonly read: (path: string) => Promise<Uint8Array>;
  /** The SHA-256 of a file, in hexadecimal digits. */
  readonly hash: (path: string) => Promise<string>;
  /** `null` where there is nothing. */
  readonly look: (path: string) => Promise<Entry | null>;
  /** The names in a folder, sorted by code unit; none where there is no folder. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** Removes a file, a link, or a folder with all that is in it; nothing happens where there is nothing. */
  readonly remove: (path: string) => Promise<void>;
  /** Waits until the names in a folder are on the disk. */
  readonly syncFolder: (path: string) => Promise<void>;
  /** Makes a file that is there look changed now, by the clock of its file system. */
  readonly touch: (path: string) => Promise<void>;
}

/** The machine's file system. */
export const nodeDisk: Disk = {
  makeFolder: async (path, mode) => {
    await mkdir(path, { recursive: true, mode });
  },
  create: async (path) => {
    const handle = await open(path, "wx", 0o600);
    return {
      write: (bytes) => handle.writeFile(bytes), // write() may stop short
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  },
  setMode: chmod,
  rename: replaceFile,
  link: (target, path) => symlink(target, path, "dir"),
  readLink: (path) => readlink(path),
  read: (path) => readFile(path),
  hash: sha256OfFile,
  look: async (path) => {
    const stats = await lstat(path).catch((error: unknown) => (isMissing(error) ? null : Promise.reject(error)));
    if (stats === null) return null;
    const kind = stats.isFile() ? "file" : stats.isDirectory() ? "folder" : stats.isSymbolicLink() ? "link" : "other";
    return { kind, bytes: stats.size, mode: stats.mode & 0o777, changedAt: stats.mtimeMs };
  },
  list: async (path) => {
    const names = await readdir(path).catch((error: unknown) => (isMissing(error) ? [] : Promise.reject(error)));
    return names.sort();
  },
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
};

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
