import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readOrders } from "../../../src/orders/read-orders.ts";
import type { ReadProgress } from "../../../src/orders/rows/progress.ts";
import { inFolder } from "../../support/in-process.ts";

const ROWS = 30_000;
/** Files are read in several segments, and told of after each. */
const SEGMENT_BYTES = 1 << 18;

/** An export of some rows; `first` keeps two of them from being the same file. */
function exportOf(rows: number, first = 1): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `${first + row},c${row % 900},2026-03-${10 + (row % 20)},9.50`,
  );
  return `order_id,customer_id,order_date,amount\n${lines.join("\n")}\n`;
}

async function progressOf(
  files: Readonly<Record<string, string>>,
  names = Object.keys(files),
): Promise<ReadProgress[]> {
  const told: ReadProgress[] = [];
  await inFolder(files, (folder) =>
    readOrders(
      names,
      { threads: 1, segmentBytes: SEGMENT_BYTES, onProgress: (progress) => told.push(progress) },
      { cwd: folder },
    ),
  );
  return told;
}

/** Every figure stands or grows from one call to the next. */
function expectGrowing(told: readonly ReadProgress[]): void {
  for (const [index, progress] of told.entries()) {
    const before = told[index - 1] ?? progress;
    expect(progress.bytesRead).toBeGreaterThanOrEqual(before.bytesRead);
    expect(progress.rows).toBeGreaterThanOrEqual(before.rows);
  }
}

describe("the progress of reading", () => {
  it("grows segment by segment up to all bytes and all rows", async () => {
    const text = exportOf(ROWS);
    const told = await progressOf({ "a.csv": text });
    expect(told.length).toBeGreaterThan(2);
    expectGrowing(told);
    expect(told[0]?.bytesRead).toBeLessThan(text.length);
    expect(new Set(told.map(({ bytesTotal }) => bytesTotal))).toEqual(new Set([text.length]));
    expect(told.at(-1)).toEqual({ bytesRead: text.length, bytesTotal: text.length, rows: ROWS });
  });

  it("adds up the files", async () => {
    const [a, b] = [exportOf(ROWS), exportOf(500, ROWS + 1)];
    const told = await progressOf({ "a.csv": a, "b.csv": b });
    const total = a.length + b.length;
    expectGrowing(told);
    expect(told.at(-1)).toEqual({ bytesRead: total, bytesTotal: total, rows: ROWS + 500 });
  });

  it("counts the bytes of a gzip file as they are stored", async () => {
    const stored = gzipSync(exportOf(ROWS));
    const told: ReadProgress[] = [];
    await readOrders(["-"], { onProgress: (progress) => told.push(progress) }, { stdin: () => blocks(stored) });
    expect(told.at(-1)).toEqual({ bytesRead: stored.length, bytesTotal: stored.length, rows: ROWS });
  });

  it("of standard input has no total while it comes in", async () => {
    const told: ReadProgress[] = [];
    const text = Buffer.from(exportOf(10));
    await readOrders(["-"], { onProgress: (progress) => told.push(progress) }, { stdin: () => blocks(text) });
    expect(told[0]).toEqual({ bytesRead: 100, bytesTotal: null, rows: 0 });
    expect(told.at(-1)).toEqual({ bytesRead: text.length, bytesTotal: text.length, rows: 10 });
  });

  it("never passes the total where a cell with a line break makes the file be read twice", async () => {
    const text = `${exportOf(3)}4,"""c"", a\nb",2026-03-12,1.00\n`;
    const told = await progressOf({ "a.csv": text });
    expectGrowing(told);
    expect(told.at(-1)).toEqual({ bytesRead: text.length, bytesTotal: text.length, rows: 4 });
  });
});

async function* blocks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
}
