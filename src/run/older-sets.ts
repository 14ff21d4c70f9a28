import { join } from "node:path";
import { compareCodeUnits } from "../core/compare.ts";
import type { Disk } from "./disk.ts";
import { isSetName, MANIFEST_NAME, WORK_NAME, workPaths } from "./set-names.ts";
import { writeSmallFile } from "./small-file.ts";

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
    if ((await disk.look(join(folder, name, MANIFEST_NAME)))?.kind !== "file") continue; // not a set of ours
    await removeSet(folder, name, disk);
    removed.push(name);
  }
  const { work, order } = workPaths(folder);
  const fresh = join(work, "order.new");
  await writeSmallFile(fresh, `${names.filter((name) => !removed.includes(name)).join("\n")}\n`, disk);
  await disk.rename(fresh, order);
  return removed;
}

/** Renames a set out of sight before its files go one by one, so that nobody finds half of it. */
async function removeSet(folder: string, name: string, disk: Disk): Promise<void> {
  const away = join(folder, WORK_NAME, `removed-${name}`);
  await disk.rename(join(folder, name), away);
  await disk.remove(away);
}

/** Removes what killed runs left in the work folder; only for the one who holds the lock. */
export async function sweepWork(folder: string, disk: Disk): Promise<void> {
  const { work } = workPaths(folder);
  for (const name of await disk.list(work)) {
    if (!name.startsWith("lock-") && name !== "order") await disk.remove(join(work, name));
  }
}
