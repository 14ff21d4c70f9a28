import { join } from "node:path";
import type { Disk, DiskNow } from "./disk.ts";
import { isSystemError } from "./system-error.ts";
import { withKind } from "./temporary-names.ts";

/** A folder that gets a set of files, and where the set is until then. */
export interface FolderInPlace {
  readonly folder: string;
  /** The new folder, on the same file system. */
  readonly staging: string;
  readonly isThere: boolean;
  /** Whether the new folder may take the place of the old one. */
  readonly canExchange: boolean;
}

/** A folder that holds more besides the set is somebody's place of work, and is not moved. */
const MOST_OTHERS = 1000;

/**
 * Gives the new folder what the old one holds besides the files of the set: files by a second name, folders and links anew.
 *
 * @returns false where that cannot be done, or there is too much of it
 */
export async function mirrorOthers(
  paths: readonly string[],
  { folder, staging, isThere }: FolderInPlace,
  disk: Disk,
): Promise<boolean> {
  if (!isThere) return true;
  const own = new Set(paths);
  let others = 0;
  const mirror = async (place: string): Promise<boolean> => {
    for (const name of await disk.list(join(folder, place))) {
      const path = place === "" ? name : `${place}/${name}`;
      if (own.has(path)) continue;
      const [from, to] = [join(folder, path), join(staging, path)];
      const entry = await disk.look(from);
      others += 1;
      if (entry === null || entry.kind === "other" || others > MOST_OTHERS) return false;
      if (entry.kind === "file") await disk.secondName(from, to);
      else if (entry.kind === "link") await disk.link(await disk.readLink(from), to);
      else {
        await disk.makeFolder(to, 0o700);
        if (!(await mirror(path))) return false;
        if ((await disk.look(to))?.owner !== entry.owner) return false;
        await disk.setMode(to, entry.mode);
      }
    }
    return true;
  };
  try {
    const entry = await disk.look(folder);
    if (entry === null || !(await mirror(""))) return false;
    await disk.setMode(staging, entry.mode);
    return true;
  } catch (error) {
    if (isSystemError(error)) return false; // a file system without second names, or a folder that is closed
    throw error;
  }
}

/**
 * Puts the new folder in the place of the old one, by two renames.
 *
 * @returns false where the old one cannot be moved; it is then where it was
 * @throws the file system's error where the new one cannot be moved
 */
export function exchangeFolder({ folder, staging, isThere }: FolderInPlace, disk: Disk): boolean {
  const { now } = disk;
  if (!isThere) {
    now.rename(staging, folder);
    return true;
  }
  const earlier = withKind(staging, "earlier");
  try {
    now.rename(folder, earlier);
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
  try {
    now.rename(staging, folder);
  } catch (error) {
    now.rename(earlier, folder);
    throw error;
  }
  resolveEarlier(earlier, folder, now);
  return true;
}

/**
 * Empties the folder that was in place before: what has a successor in the new folder is removed, and what has none (it came
 * in the last moment) is moved there. What cannot be removed stays for the next run.
 */
export function resolveEarlier(earlier: string, folder: string, now: DiskNow): void {
  try {
    for (const name of now.list(earlier)) {
      const [from, to] = [join(earlier, name), join(folder, name)];
      const [old, fresh] = [now.look(from), now.look(to)];
      if (fresh === null) now.rename(from, to);
      else if (old?.kind !== "folder") now.unlink(from);
      else resolveEarlier(from, to, now);
    }
    now.removeFolder(earlier);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
