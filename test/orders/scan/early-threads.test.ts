import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BYTES_FOR_THREADS, startEarlyThreads } from "../../../src/orders/scan/early-threads.ts";

let folder = "";

/** A file of so many bytes, none of which take room on the disk. */
function file(name: string, bytes: number): string {
  const path = join(folder, name);
  writeFileSync(path, "");
  truncateSync(path, bytes);
  return path;
}

/** How many threads a command line starts, by call. */
function startedBy(...argv: string[]): readonly number[] {
  const started: number[] = [];
  startEarlyThreads(argv, (_, threads) => started.push(threads));
  return started;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rfm-early-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(availableParallelism() === 1)("threads", () => {
  it("are started early, one per core, where a large plain file stands on the command line", () => {
    const large = file("large.csv", BYTES_FOR_THREADS + 1);
    expect(startedBy("score", large)).toEqual([availableParallelism()]);
    expect(startedBy("compare", file("small.csv", 10), large, "-o", "out.csv")).toHaveLength(1);
  });

  it("are not where none does, or it says how many there are to be", () => {
    const large = file("large.csv", BYTES_FOR_THREADS + 1);
    expect(startedBy()).toEqual([]);
    expect(startedBy("score", file("small.csv", BYTES_FOR_THREADS))).toEqual([]);
    expect(startedBy("score", folder, join(folder, "missing.csv"), "\0", "x".repeat(5000))).toEqual([]);
    expect(startedBy("score", large, "--threads", "1")).toEqual([]);
    expect(startedBy("score", file("small.csv", 10), "-o", large)).toEqual([]);
    expect(startedBy("score", "--threads=2", large)).toEqual([]);
    for (const ending of ["csv.gz", "XLSX", "parquet"])
      expect(startedBy("score", file(`large.${ending}`, BYTES_FOR_THREADS + 1))).toEqual([]);
  });
});
