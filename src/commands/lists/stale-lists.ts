import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { peekHeader } from "../../csv/detect/sample.ts";
import { fileSource } from "../../files/byte-source.ts";
import { LIST_FORMATS } from "../../lists/formats/index.ts";
import { isOwnListHeader } from "../../lists/own-lists.ts";

/**
 * The lists of earlier runs in a folder that this run did not write, by their paths below it: those of a segment that is
 * no more, or of another tool. Other files are not looked at beyond their first line.
 */
export async function staleLists(folder: string, written: readonly string[]): Promise<readonly string[]> {
  const places = ["", ...LIST_FORMATS.map(({ name }) => `${name}/`)];
  const found: string[] = [];
  for (const place of places) {
    const names = await readdir(join(folder, place)).catch(() => []);
    for (const name of names.filter((one) => one.endsWith(".csv")).sort()) {
      const path = `${place}${name}`;
      if (!written.includes(path) && (await isOwnList(join(folder, path)))) found.push(path);
    }
  }
  return found;
}

async function isOwnList(path: string): Promise<boolean> {
  const size = await stat(path).then(
    (file) => (file.isFile() ? file.size : 0),
    () => 0,
  );
  if (size === 0) return false;
  return isOwnListHeader((await peekHeader(fileSource(path, path, size))) ?? []);
}
