import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** A set of outputs as a reader finds it through `latest`: every file's text by its name. */
export type FoundSet = Readonly<Record<string, string>>;

/** The set that `latest` leads to, checked against its manifest; `null` where there is none. */
export function readLatest(folder: string): FoundSet | null {
  const name = latestName(folder);
  if (name === null) return null;
  const set = readSet(join(folder, name));
  const manifest: unknown = JSON.parse(set["manifest.json"] ?? "");
  const outputs = typeof manifest === "object" && manifest !== null && "outputs" in manifest ? manifest.outputs : [];
  if (!Array.isArray(outputs)) throw new Error("a manifest without outputs");
  const listed = outputs.map(({ file, sha256 }: { file: string; sha256: string }) => [file, sha256] as const);
  const found = Object.keys(set).filter((file) => file !== "manifest.json");
  const hashOf = (file: string): string =>
    createHash("sha256")
      .update(readFileSync(join(folder, name, file))) // a workbook is no text
      .digest("hex");
  const hashes = found.map((file) => [file, hashOf(file)] as const);
  const sorted = (entries: readonly (readonly [string, string])[]): string =>
    JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  if (sorted(listed) !== sorted(hashes)) throw new Error(`a set that is not what its manifest says: ${name}`);
  return set;
}

/** The name of the set that `latest` leads to. */
export function latestName(folder: string): string | null {
  const link = join(folder, "latest");
  if (existsSync(link) && lstatSync(link).isSymbolicLink()) return readlinkSync(link);
  const pointer = join(folder, "latest.txt");
  return existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : null;
}

function readSet(path: string): FoundSet {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(path.length + 1), readFileSync(file, "utf8")];
    }),
  );
}

/** The names of the sets in an output folder, whether `latest` leads there or not. */
export function setNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-\d\d-\d\d-/.test(name))
    .sort();
}

/** What is left in the folder where runs work; nothing but the order of the sets when none is running. */
export function workLeft(folder: string): readonly string[] {
  const work = join(folder, ".rfm");
  return existsSync(work) ? readdirSync(work).sort() : [];
}
