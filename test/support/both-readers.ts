import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { type ReadOptions, readOrders } from "../../src/orders/read-orders.ts";
import type { RejectLimit } from "../../src/orders/reject-limit.ts";
import { InProcessThreads } from "./in-process-threads.ts";
import { type Outcome, outcomeOf, type ShownHistory, shownOutcome } from "./shown-history.ts";

export type Options = ReadOptions & { readonly maxRejects?: RejectLimit };

/** How a file is cut up among threads. */
export interface Cutting {
  readonly threads: number;
  readonly segmentBytes: number;
  /** Which thread does a job. */
  readonly pick: (job: number) => number;
}

/** Files by name. */
export type ExportFiles = Readonly<Record<string, Buffer>>;

/** Writes the files into a folder of their own, and passes its path and their names on. */
export async function withFiles<T>(
  files: ExportFiles,
  work: (folder: string, names: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "rfm-readers-"));
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    return await work(folder, Object.keys(files));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What must be found, whatever reads it: a table in words, and the outcome that it is made of. */
export interface Agreed {
  readonly outcome: Outcome;
  readonly shown: ShownHistory;
}

/**
 * Reads exports with the tolerant reader, with the scanner in one thread, and with each cutting, and expects the same of
 * all.
 */
export async function expectAgreement(
  exports: readonly string[],
  cuttings: readonly Cutting[],
  { options = {}, cwd = ".", note = "" }: { options?: Options; cwd?: string; note?: string } = {},
): Promise<Agreed> {
  const read = (more: Partial<Options>): Promise<Outcome> =>
    outcomeOf(() => readOrders(exports, { ...options, ...more }, { cwd }));
  const tolerant = await read({ reader: "tolerant" });
  const shown = shownOutcome(tolerant);
  expectSame(shownOutcome(await read({ threads: 1 })), shown, `one thread ${note}`);
  for (const { threads, segmentBytes, pick } of cuttings) {
    const cut = await read({
      threads,
      segmentBytes,
      startThreads: (count) => new InProcessThreads(count, pick),
    });
    expectSame(shownOutcome(cut), shown, `${threads} threads, ${segmentBytes} bytes each ${note}`);
  }
  return { outcome: tolerant, shown };
}

/** As `toEqual`, quick where both are the same. */
export function expectSame(actual: ShownHistory, expected: ShownHistory, note: string): void {
  if (textOf(actual) !== textOf(expected)) {
    expect(actual, note).toEqual(expected);
    throw new Error(`${note}: the same but for the order of its parts, or undefined ones`);
  }
}

function textOf(shown: ShownHistory): string {
  return JSON.stringify(shown, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    return value instanceof Map ? [...value] : value;
  });
}
