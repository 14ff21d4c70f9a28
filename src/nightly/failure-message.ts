import type { Disk } from "../files/disk.ts";
import { latestSet } from "./latest-set.ts";

/** What a run that failed says of the set that is there, or that there is none. */
export async function failureMessage(folder: string, disk: Disk): Promise<string> {
  try {
    const name = await latestSet(folder, disk);
    return name === null ? "no set exists yet, and none was made" : "the previous set is unchanged";
  } catch {
    return "no set was made"; // why not is the failure that is told
  }
}
