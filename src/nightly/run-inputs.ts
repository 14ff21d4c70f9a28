import { stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { compareCodeUnits } from "../basics/text/compare-code-units.ts";
import { UsageError } from "../errors.ts";
import { fileSource, sha256Of } from "../files/byte-source.ts";
import type { FileUnderstanding } from "../orders/understanding.ts";
import type { ManifestFile } from "./manifest.ts";

/** A file that an option names: `rates`, `exclude-customers`, `scheme`. */
export interface NamedFile {
  readonly option: string;
  /** As the config or the command line has it. */
  readonly name: string;
}

/** The exports and the files that options name, each with its size and SHA-256. */
export async function manifestInputs(
  exports: readonly FileUnderstanding[],
  named: readonly NamedFile[],
  cwd: string,
): Promise<readonly ManifestFile[]> {
  const read = exports.map(
    ({ name, rows, bytes, sha256 }): ManifestFile => ({ role: "export", name, rows, bytes, sha256: sha256 ?? "" }),
  );
  const others = await Promise.all(named.map((file) => inputFrom(file, cwd)));
  const sorted = others
    .filter((input) => input !== null)
    .sort((a, b) => compareCodeUnits(`${a.role} ${a.name}`, `${b.role} ${b.name}`));
  return [...read, ...sorted];
}

/** `null` for a name that is no file: that of a built-in scheme. */
async function inputFrom({ option, name }: NamedFile, cwd: string): Promise<ManifestFile | null> {
  const path = resolve(cwd, name);
  const stats = await stat(path).catch(() => null);
  if (stats?.isFile() !== true) return null;
  return {
    role: option,
    name,
    rows: null,
    bytes: stats.size,
    sha256: await sha256Of(fileSource(path, name, stats.size)),
  };
}

/**
 * A run never reads what runs wrote: yesterday's lists would count as orders.
 *
 * @throws UsageError that names the first export in the output folder
 */
export function refuseOwnFolder(exports: readonly Pick<FileUnderstanding, "name" | "path">[], folder: string): void {
  const own = exports.find(({ path }) => path?.startsWith(`${folder}${sep}`) === true);
  if (own === undefined) return;
  throw new UsageError(
    `${own.name} is in the output folder: it is the output of a run, not an export`,
    "make exports: leave out the output folder, or choose another output.folder",
  );
}
