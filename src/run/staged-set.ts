import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { batched, type Chunks } from "../cli/output.ts";
import type { Disk } from "./disk.ts";

/** A file of a set, before it is written. */
export interface SetFile {
  /** Its path in the set, with `/`. */
  readonly name: string;
  readonly chunks: Chunks;
  /** The records in it; `null` where it is not a table. */
  readonly rows: number | null;
}

/** A file of a set as it was written. */
export interface WrittenFile {
  readonly name: string;
  readonly rows: number | null;
  readonly bytes: number;
  readonly sha256: string;
}

/** Who may read what is written: permission bits of files; folders get the bit to enter wherever they may be read. */
export interface SetMode {
  readonly file: number;
  readonly folder: number;
}

/** The permissions of a set whose files have these. */
export function setMode(file: number): SetMode {
  return { file, folder: file | ((file & 0o444) >> 2) };
}

/** Writes one file of a set into the staging folder, and waits until it is on the disk. */
export async function stageFile(
  { name, chunks, rows }: SetFile,
  { staging, disk, mode }: { readonly staging: string; readonly disk: Disk; readonly mode: SetMode },
): Promise<WrittenFile> {
  const path = join(staging, name);
  await disk.makeFolder(dirname(path), 0o700);
  const file = await disk.create(path);
  try {
    const measured = await measure(chunks, (bytes) => file.write(bytes));
    await file.sync();
    await disk.setMode(path, mode.file);
    return { name, rows, ...measured };
  } finally {
    await file.close();
  }
}

/** A file of a set as it would be written. */
export async function measureFile({ name, chunks, rows }: SetFile): Promise<WrittenFile> {
  return { name, rows, ...(await measure(chunks, async () => {})) };
}

async function measure(
  chunks: Chunks,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<Pick<WrittenFile, "bytes" | "sha256">> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of batched(chunks)) {
    hash.update(chunk);
    bytes += chunk.length;
    await write(chunk);
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Gives the staging folder and those in it their permissions, and waits until their names are on the disk. */
export async function settleFolders(
  names: readonly string[],
  { staging, disk, mode }: { readonly staging: string; readonly disk: Disk; readonly mode: SetMode },
): Promise<void> {
  for (const folder of foldersOf(names)) {
    await disk.syncFolder(join(staging, folder));
    await disk.setMode(join(staging, folder), mode.folder);
  }
}

/** Every folder that the names of a set's files need, innermost first, and the set's own (`.`) last. */
export function foldersOf(names: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const name of names) {
    for (let folder = dirname(name); folder !== "."; folder = dirname(folder)) folders.add(folder);
  }
  return [...[...folders].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)), "."];
}
