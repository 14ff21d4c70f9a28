/*
 * The room nightly: what `rfm run` needs to make a set of outputs unattended. It loads the config, takes the lock, checks
 * the guards against the last run, publishes the set, points `latest` to it, and removes old sets.
 */
import { join } from "node:path";
import type { Disk } from "../files/disk.ts";
import { sha256Hex } from "../files/sha256.ts";
import { latestSet, pointLatest } from "./latest-set.ts";
import { removeOldSets } from "./older-sets.ts";
import { MANIFEST_NAME, setName, workPaths } from "./set-names.ts";
import { foldersOf, resolveFolders, type SetMode, stageFile, type WrittenFile } from "./staged-set.ts";

/** A set whose files are all in the staging folder. */
export interface ReadySet {
  readonly asOf: string;
  /** The text of its manifest. */
  readonly manifest: string;
  readonly files: readonly WrittenFile[];
}

/** What became of a set. */
export interface Published {
  readonly name: string;
  /** Whether `latest` leads elsewhere than before. */
  readonly changed: boolean;
  /** Older sets that were removed. */
  readonly removed: readonly string[];
}

export interface PublishOptions {
  readonly folder: string;
  readonly disk: Disk;
  readonly mode: SetMode;
  /** How many older sets stay. */
  readonly keep: number;
}

/**
 * Puts a set in place. Its manifest is written last, its folder appears under its name by one rename, and `latest` leads
 * to it by another; whoever dies in between leaves `latest` at the set before. A set that is already there, whole, is not
 * put there again.
 */
export async function publishSet(set: ReadySet, options: PublishOptions): Promise<Published> {
  const { folder, disk, mode, keep } = options;
  const { staging } = workPaths(folder);
  const before = await latestSet(folder, disk);
  const { name, isThere } = await placeFor(set, options);
  if (isThere) {
    await disk.remove(staging);
    await restoreModes(join(folder, name), set, options);
  } else {
    await stageFile({ name: MANIFEST_NAME, chunks: [set.manifest], rows: null }, { staging, disk, mode });
    await resolveFolders(namesOf(set), { staging, disk, mode });
    await disk.rename(staging, join(folder, name));
    await disk.syncFolder(folder);
  }
  if (name !== before) await pointLatest(folder, name, disk);
  return { name, changed: name !== before, removed: await removeOldSets(folder, { latest: name, keep, disk }) };
}

function namesOf({ files }: ReadySet): readonly string[] {
  return files.map((file) => file.name);
}

/** The name for a set: that of the same set where it is there and whole; a number is added where a damaged one has it. */
async function placeFor(
  set: ReadySet,
  { folder, disk }: PublishOptions,
): Promise<{ readonly name: string; readonly isThere: boolean }> {
  for (let copy = 1; ; copy += 1) {
    const name = setName(set.asOf, set.manifest, copy);
    if ((await disk.look(join(folder, name))) === null) return { name, isThere: false };
    if (await isWhole(join(folder, name), set, disk)) return { name, isThere: true };
  }
}

/** Whether a folder holds exactly the files of a set, byte for byte. */
async function isWhole(path: string, { manifest, files }: ReadySet, disk: Disk): Promise<boolean> {
  const wanted = [...files, { name: MANIFEST_NAME, bytes: Buffer.byteLength(manifest), sha256: sha256Hex(manifest) }];
  for (const { name, bytes, sha256 } of wanted) {
    const entry = await disk.look(join(path, name));
    if (entry?.kind !== "file" || entry.bytes !== bytes) return false;
    if ((await disk.hash(join(path, name))) !== sha256) return false;
  }
  return true;
}

/** Gives an existing set the permissions that are asked for now. */
async function restoreModes(path: string, set: ReadySet, { disk, mode }: PublishOptions): Promise<void> {
  for (const name of [...namesOf(set), MANIFEST_NAME]) await disk.setMode(join(path, name), mode.file);
  for (const folder of foldersOf(namesOf(set))) await disk.setMode(join(path, folder), mode.folder);
}
