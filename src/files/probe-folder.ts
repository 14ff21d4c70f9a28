import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { identityOf } from "./process-identity.ts";
import { leftoversBeside, type ProcessContext, temporaryName } from "./temporary-names.ts";

/** How unfinished files are called that belong to a folder as a whole. */
export function folderMark(folder: string): string {
  return join(folder, "set");
}

/**
 * Makes a file in a folder for a moment, which shows that the folder can be written, and removes such files of processes
 * that were killed.
 *
 * @returns the present by the clock of the folder's file system, in milliseconds
 * @throws the file system's error where nothing can be made there
 */
export async function probeFolder(
  folder: string,
  { disk, context }: { readonly disk: Disk; readonly context: ProcessContext },
): Promise<number> {
  const probe = temporaryName(folderMark(folder), await identityOf(context.processes.own), "tmp");
  let now = 0;
  try {
    const file = await disk.create(probe);
    await file.close();
    now = (await disk.look(probe))?.changedAt ?? 0;
    disk.now.unlink(probe);
  } catch (error) {
    await disk.remove(probe).catch(() => {}); // the next run tries again
    throw error;
  }
  for (const { path, kind } of await leftoversBeside(folderMark(folder), { disk, context, now })) {
    if (kind === "tmp") await disk.remove(path).catch(() => {});
  }
  return now;
}
