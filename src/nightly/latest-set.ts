import { platform } from "node:os";
import { join } from "node:path";
import { OutputError } from "../errors.ts";
import type { Disk } from "../files/disk.ts";
import { writeSmallFile } from "../files/small-file.ts";
import { isSystemError } from "../files/system-error.ts";
import { isSetName, LATEST_NAME, POINTER_NAME, workPaths } from "./set-names.ts";

/**
 * The name of the set that `latest` leads to; `null` where there is none yet.
 *
 * @throws OutputError where something else has that name
 */
export async function latestSet(folder: string, disk: Disk): Promise<string | null> {
  const path = join(folder, LATEST_NAME);
  const entry = await disk.look(path);
  const target = entry?.kind === "link" ? await disk.readLink(path) : null;
  if (entry !== null && (target === null || !isSetName(target))) {
    throw new OutputError(`${path} is a ${entry.kind} that rfm did not make`, {
      hint: "move it, or choose another output folder",
    });
  }
  const name = target ?? (await pointedAt(join(folder, POINTER_NAME), disk));
  return name !== null && isSetName(name) && (await disk.look(join(folder, name)))?.kind === "folder" ? name : null;
}

async function pointedAt(path: string, disk: Disk): Promise<string | null> {
  if ((await disk.look(path)) === null) return null;
  return Buffer.from(await disk.read(path))
    .toString()
    .trim();
}

/** What file systems say that know no links, or users who may not make them. */
const NO_LINKS = ["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EINVAL", "UNKNOWN"];

/**
 * Makes `latest` lead to a set, by one rename: at any moment it leads to the set before or to this one. Where links are
 * not to be had, `latest.txt` holds the name. Windows renames nothing over a link to a folder, so there it is always the
 * file.
 */
export async function pointLatest(folder: string, name: string, disk: Disk): Promise<void> {
  const { work } = workPaths(folder);
  const [fresh, latest, pointer] = [
    join(work, LATEST_NAME),
    join(folder, LATEST_NAME),
    join(folder, POINTER_NAME),
  ] as const;
  await disk.remove(fresh);
  if (await makeLink(name, fresh, disk)) {
    await disk.rename(fresh, latest);
    await disk.remove(pointer);
  } else {
    await writeSmallFile(fresh, `${name}\n`, disk);
    await disk.setMode(fresh, 0o644);
    await disk.rename(fresh, pointer);
    await disk.remove(latest);
  }
  await disk.syncFolder(folder);
}

async function makeLink(name: string, path: string, disk: Disk): Promise<boolean> {
  if (platform() === "win32") return false;
  try {
    await disk.link(name, path);
    return true;
  } catch (error) {
    if (isSystemError(error) && NO_LINKS.includes(error.code ?? "")) return false;
    throw error;
  }
}
