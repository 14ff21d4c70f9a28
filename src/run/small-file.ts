import type { Disk } from "./disk.ts";

/** Writes a short text to a new file, and waits until it is on the disk. */
export async function writeSmallFile(path: string, text: string, disk: Disk): Promise<void> {
  await disk.remove(path); // of a run that was killed
  const file = await disk.create(path);
  try {
    await file.write(Buffer.from(text));
    await file.sync();
  } finally {
    await file.close();
  }
}
