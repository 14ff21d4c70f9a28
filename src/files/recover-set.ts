import type { Disk } from "./disk.ts";
import { resolveEarlier } from "./exchange-folder.ts";
import { folderMark } from "./probe-folder.ts";
import { undoReplacing } from "./replace-in-folder.ts";
import { leftoversBeside, type ProcessContext } from "./temporary-names.ts";

/**
 * Brings a folder back to one whole set where a process was killed while it wrote one, and removes what that left.
 *
 * @param now the present by the clock of the folder's file system, in milliseconds
 */
export async function recoverSet(
  folder: string,
  { disk, context, now }: { readonly disk: Disk; readonly context: ProcessContext; readonly now: number },
): Promise<void> {
  for (const target of [folder, folderMark(folder)]) {
    const leftovers = await leftoversBeside(target, { disk, context, now });
    for (const { path, kind } of leftovers) {
      if (kind === "earlier" && (await disk.look(folder)) === null) disk.now.rename(path, folder);
    }
    for (const { path, kind } of leftovers) {
      if (kind !== "new") continue;
      await undoReplacing(path, folder, disk);
      await disk.remove(path);
    }
    for (const { path, kind } of leftovers) {
      if (kind === "earlier" && (await disk.look(path))?.kind === "folder") resolveEarlier(path, folder, disk.now);
    }
  }
}
