import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { fileSource, memorySource } from "../../src/files/byte-source.ts";
import { FileHashes } from "../../src/files/file-hashes.ts";
import type { InputFile } from "../../src/files/find-inputs.ts";

/** The thread's program as it is built. */
const PROGRAM = new URL("../../dist/files/hash-worker.cjs", import.meta.url);
/** A program that is wrong about every file: only the thread can have said so. */
const WRONG = new URL(
  `data:text/javascript,${encodeURIComponent(
    'import { parentPort, workerData } from "node:worker_threads"; parentPort.postMessage(workerData.map(() => "wrong"));',
  )}`,
);
const FAILING = new URL(`data:text/javascript,${encodeURIComponent('throw new Error("out of memory");')}`);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rfm-hashes-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, bytes: Uint8Array): InputFile {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { source: fileSource(path, name, bytes.length), named: true, path, changedAt: 0 };
}

/** The same by Node in one go. */
function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const LARGE = Uint8Array.from({ length: 2_500_000 }, (_, index) => (index * 7) % 251); // more than two blocks
const SMALL = new TextEncoder().encode("customer,date,amount\n");

describe("the SHA-256 of files", () => {
  it.each([true, false])("is that of their bytes, of streams too, with a thread or without (%s)", async (inThread) => {
    const stream: InputFile = { source: memorySource([SMALL], "-"), named: true, path: null, changedAt: null };
    const inputs = [file("large", LARGE), stream, file("empty", new Uint8Array(0)), file("small", SMALL)];
    const hashes = new FileHashes(inputs, { inThread, program: PROGRAM });
    const found: string[] = [];
    for (const { source } of inputs) found.push(await hashes.of(source));
    await hashes.close();
    expect(found).toEqual([LARGE, SMALL, new Uint8Array(0), SMALL].map(hashOf));
  });

  it("is what the thread says", async () => {
    const input = file("small", SMALL);
    const hashes = new FileHashes([input], { inThread: true, program: WRONG });
    expect(await hashes.of(input.source)).toBe("wrong");
    await hashes.close();
  });

  it.each([
    ["ends with an error", FAILING],
    ["has no program", new URL("./none.js", import.meta.url)],
  ])("is taken here where the thread %s", async (_, program) => {
    const input = file("small", SMALL);
    const hashes = new FileHashes([input], { inThread: true, program });
    expect(await hashes.of(input.source)).toBe(hashOf(SMALL));
    await hashes.close();
  });

  it("says which file cannot be read, also where the thread could not", async () => {
    const path = join(folder, "gone");
    const input: InputFile = { source: fileSource(path, "gone.csv", 10), named: true, path, changedAt: 0 };
    const hashes = new FileHashes([input], { inThread: true, program: PROGRAM });
    await expect(hashes.of(input.source)).rejects.toThrow(InputError);
    await expect(hashes.of(input.source)).rejects.toThrow("gone.csv");
    await hashes.close();
  });

  it("ends while the thread is at work", async () => {
    const hashes = new FileHashes([file("large", LARGE)], { inThread: true, program: PROGRAM });
    await hashes.close();
    await expect(hashes.close()).resolves.toBeUndefined();
  });
});
