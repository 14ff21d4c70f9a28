import { dirname, join } from "node:path";
import type { Disk, DiskNow } from "./disk.ts";
import { type FolderInPlace, resolveEarlier } from "./exchange-folder.ts";
import { isSystemError } from "./system-error.ts";
import { withKind } from "./temporary-names.ts";
import { writeNewFile } from "./write-new-file.ts";

/** Names the files of a set that is being put in place, one per line. It exists only while the set is put in place. */
const JOURNAL = ".set";

/**
 * Puts the files of a set into a folder that stays: first all earlier files are moved out, then the new ones moved in, so
 * that old and new never stand side by side. No signal is handled in between; what fails is undone.
 *
 * @throws the file system's error; the folder is then as it was
 */
export async function replaceInFolder(
  paths: readonly string[],
  { folder, staging }: FolderInPlace,
  disk: Disk,
): Promise<void> {
  const { now } = disk;
  const earlier = withKind(staging, "earlier");
  await writeNewFile(join(staging, JOURNAL), [`${paths.join("\n")}\n`], { disk, mode: 0o600 });
  for (const path of new Set(paths.map((one) => dirname(one)))) {
    await disk.makeFolder(join(folder, path), 0o777);
    await disk.makeFolder(join(earlier, path), 0o700);
  }
  try {
    for (const path of paths) {
      if (now.look(join(folder, path)) !== null) now.rename(join(folder, path), join(earlier, path));
    }
    for (const path of paths) now.rename(join(staging, path), join(folder, path));
  } catch (error) {
    putBack(paths, { folder, staging, earlier }, now);
    throw error;
  }
  now.unlink(join(staging, JOURNAL)); // from here on the new set is the one that counts
  resolveEarlier(earlier, folder, now);
}

/** Undoes what was begun: new files go, earlier ones come back. */
function putBack(
  paths: readonly string[],
  { folder, staging, earlier }: { readonly folder: string; readonly staging: string; readonly earlier: string },
  now: DiskNow,
): void {
  for (const path of paths) {
    const isMovedIn = now.look(join(staging, path)) === null;
    if (isMovedIn && now.look(join(folder, path)) !== null) now.unlink(join(folder, path));
    if (now.look(join(earlier, path)) !== null) now.rename(join(earlier, path), join(folder, path));
  }
  resolveEarlier(earlier, folder, now);
}

/**
 * Undoes what a killed process began, where it had begun.
 *
 * @param staging its new folder, with a journal where it was in the midst of it
 */
export async function undoReplacing(staging: string, folder: string, disk: Disk): Promise<void> {
  const journal = join(staging, JOURNAL);
  if ((await disk.look(journal))?.kind !== "file") return;
  const paths = Buffer.from(await disk.read(journal))
    .toString()
    .split("\n")
    .filter(isBelow);
  try {
    putBack(paths, { folder, staging, earlier: withKind(staging, "earlier") }, disk.now);
  } catch (error) {
    if (!isSystemError(error)) throw error; // what writing says of the folder is clearer
  }
}

function isBelow(path: string): boolean {
  return path !== "" && !path.startsWith("/") && !path.split("/").includes("..");
}
