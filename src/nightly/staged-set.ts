import { createHash, type Hash } from "node:crypto";
import { dirname, join } from "node:path";
import { batched, type Chunks } from "../files/chunks.ts";
import type { Disk } from "../files/disk.ts";
import { writeNewFile } from "../files/write-new-file.ts";

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
  /** In hexadecimal digits. */
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
  const hash = createHash("sha256");
  const bytes = await writeNewFile(path, hashed(chunks, hash), { disk, mode: 0o600 });
  await disk.setMode(path, mode.file);
  return { name, rows, bytes, sha256: hash.digest("hex") };
}

/** A file of a set as it would be written. */
export async function measureFile({ name, chunks, rows }: SetFile): Promise<WrittenFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of hashed(chunks, hash)) bytes += chunk.length;
  return { name, rows, bytes, sha256: hash.digest("hex") };
}

/** The same bytes, hashed on their way. */
async function* hashed(chunks: Chunks, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of batched(chunks)) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Gives the staging folder and those in it their permissions, and waits until their names are on the disk. */
export async function resolveFolders(
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
