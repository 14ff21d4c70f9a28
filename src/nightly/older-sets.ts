import { join } from "node:path";
import { compareCodeUnits } from "../basics/text/compare-code-units.ts";
import type { Disk } from "../files/disk.ts";
import { writeSmallFile } from "../files/small-file.ts";
import { listedOutputs } from "./manifest.ts";
import { isSetName, isUnfinishedName, MANIFEST_NAME, workPaths } from "./set-names.ts";

/**
 * The sets in an output folder, oldest first, the latest last. Their order is written down at each run, so that no clock
 * decides which is the oldest; sets that a killed run did not write down come first.
 */
export async function setsInOrder(folder: string, latest: string, disk: Disk): Promise<readonly string[]> {
  const names = (await disk.list(folder)).filter(isSetName);
  const { order } = workPaths(folder);
  const written =
    (await disk.look(order)) === null
      ? []
      : Buffer.from(await disk.read(order))
          .toString()
          .split("\n");
  const rank = (name: string): number => (name === latest ? written.length : written.lastIndexOf(name));
  return names.sort((a, b) => rank(a) - rank(b) || compareCodeUnits(a, b));
}

/**
 * Writes down the order of the sets and removes the oldest, so that `keep` are left besides the latest.
 *
 * @returns the names of the sets that were removed
 */
export async function removeOldSets(
  folder: string,
  { latest, keep, disk }: { readonly latest: string; readonly keep: number; readonly disk: Disk },
): Promise<readonly string[]> {
  const names = await setsInOrder(folder, latest, disk);
  const old = names.slice(0, Math.max(0, names.length - 1 - keep));
  const removed: string[] = [];
  for (const name of old) {
    if (!(await holdsItsFilesOnly(join(folder, name), disk))) continue; // no set, or somebody put something into it
    await removeSet(folder, name, disk);
    removed.push(name);
  }
  const { order, newOrder } = workPaths(folder);
  await writeSmallFile(newOrder, `${names.filter((name) => !removed.includes(name)).join("\n")}\n`, disk);
  await disk.rename(newOrder, order);
  return removed;
}

/** Whether a folder holds what its manifest lists, and nothing else: files and folders that a run made. */
async function holdsItsFilesOnly(path: string, disk: Disk): Promise<boolean> {
  if ((await disk.look(path))?.kind !== "folder") return false;
  const manifest = join(path, MANIFEST_NAME);
  if ((await disk.look(manifest))?.kind !== "file") return false;
  const listed = listedOutputs(Buffer.from(await disk.read(manifest)).toString());
  return listed !== null && (await isAmong(new Set([...listed, MANIFEST_NAME]), path, disk));
}

/** Whether all files in a folder and below are among some names. */
async function isAmong(names: ReadonlySet<string>, root: string, disk: Disk, place = ""): Promise<boolean> {
  for (const name of await disk.list(join(root, place))) {
    const path = `${place}${name}`;
    const kind = (await disk.look(join(root, path)))?.kind;
    if (kind === "folder" ? !(await isAmong(names, root, disk, `${path}/`)) : kind !== "file" || !names.has(path)) {
      return false;
    }
  }
  return true;
}

/** Renames a set out of sight before its files go one by one, so that nobody finds half of it. */
async function removeSet(folder: string, name: string, disk: Disk): Promise<void> {
  const away = workPaths(folder).removed(name);
  await disk.rename(join(folder, name), away);
  await disk.remove(away);
}

/** Removes what killed runs left in the work folder, by its names; only for the one who holds the lock. */
export async function sweepWork(folder: string, disk: Disk): Promise<void> {
  const { work } = workPaths(folder);
  for (const name of await disk.list(work)) if (isUnfinishedName(name)) await disk.remove(join(work, name));
}
