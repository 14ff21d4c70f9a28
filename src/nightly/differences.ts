import type { EarlierRun } from "./manifest.ts";
import type { WrittenFile } from "./staged-set.ts";

/** What became of one file from the latest set to another. */
export interface FileDifference {
  readonly file: string;
  readonly change: "new" | "changed" | "same" | "gone";
  readonly rowsBefore: number | null;
  readonly rows: number | null;
  readonly bytesBefore: number | null;
  readonly bytes: number | null;
}

/** How a set would differ from the one that is there; files of both in the new set's order, then those that go. */
export function differencesOf(files: readonly WrittenFile[], before: EarlierRun | null): readonly FileDifference[] {
  const earlier = new Map(before?.outputs.map((file) => [file.name, file]));
  const now = files.map((file): FileDifference => {
    const old = earlier.get(file.name);
    return {
      file: file.name,
      change: old === undefined ? "new" : old.sha256 === file.sha256 ? "same" : "changed",
      rowsBefore: old?.rows ?? null,
      rows: file.rows,
      bytesBefore: old?.bytes ?? null,
      bytes: file.bytes,
    };
  });
  const names = new Set(files.map(({ name }) => name));
  const gone = [...earlier.values()].filter(({ name }) => !names.has(name));
  return [
    ...now,
    ...gone.map(
      ({ name, rows, bytes }): FileDifference => ({
        file: name,
        change: "gone",
        rowsBefore: rows,
        rows: null,
        bytesBefore: bytes,
        bytes: null,
      }),
    ),
  ];
}
