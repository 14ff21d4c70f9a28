// Whether what is made from files of this repository is still what they would make: a stamp beside it keeps their hash.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.toSorted()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

export function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

/** Does the work if the stamp has another hash, or none, and then writes it. */
export function makeFresh(stamp, hash, work) {
  const path = join(root, stamp);
  if (existsSync(path) && readFileSync(path, "utf8") === hash) return;
  work();
  writeFileSync(path, hash);
}
