import type { Disk } from "./disk.ts";
import { writeNewFile } from "./write-new-file.ts";

/** Writes a short text to a new file, and waits until it is on the disk. */
export async function writeSmallFile(path: string, text: string, disk: Disk): Promise<void> {
  await disk.remove(path); // of a run that was killed
  await writeNewFile(path, [text], { disk, mode: 0o600 });
}
