import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isScannedEncoding } from "../../../src/csv/detect/encoding.ts";
import type { FilePlan } from "../../../src/exports/file-plan.ts";
import { planFiles } from "../../../src/exports/plan-files.ts";
import { findInputs } from "../../../src/files/find-inputs.ts";
import { Kernel } from "../../../src/kernel/kernel.ts";
import type { FileResult } from "../../../src/orders/rows/file-result.ts";
import { fileResult } from "../../../src/orders/rows/file-result.ts";
import { readRows } from "../../../src/orders/rows/read-rows.ts";
import { NeedsTolerantReader } from "../../../src/orders/rows/restart-reasons.ts";
import { RowTable } from "../../../src/orders/rows/row-table.ts";
import { isScannable } from "../../../src/orders/scan/scannable.ts";
import { SegmentScanner } from "../../../src/orders/scan/segment-scanner.ts";
import { someAwkwardExports } from "../../support/awkward-rows.ts";

const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 2_000 : 50;
const SEED = 4_000;
const KERNEL = Kernel.take();
const WHOLE_FILE = { isFirst: true, start: 0, stop: Number.POSITIVE_INFINITY, findsStart: false };

/** What a file came to: its rows with their codes, what the codes stand for, and the findings; or an error's words. */
type Read = string | { readonly table: unknown; readonly result: FileResult };

describe("the bytes of a file", () => {
  it("give the tolerant reader's rows, in blocks of any size and with any number of bytes at a time", async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        someAwkwardExports,
        fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 300 })),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }),
        async ({ files, options }, blockBytes, counts) => {
          await withPlans(files, options, async (plan, bytes) => {
            const tolerant = await outcome(plan, (table) => readRows(plan, table));
            const scanned = await outcome(plan, async (table) => {
              const segment = { ...WHOLE_FILE, skip: plan.layout.recordsBeforeRows };
              const scanner = new SegmentScanner(plan, segment, {
                texts: table,
                buffer: table.rows,
                kernel: KERNEL,
                blockBytes,
              });
              feed(scanner, bytes, counts);
              return fileResult([{ ...scanner.findings(), firstRow: 0, firstLine: 0 }], table);
            });
            if (!/runs on into the next row/.test(String(tolerant))) expect(scanned).toEqual(tolerant);
            if (typeof tolerant !== "string") read += 1;
          });
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(read).toBeGreaterThan(CASES / 2);
  });

  it("go to the tolerant reader where a record grows to 64 MiB, after few looks at its beginning", async () => {
    const files = { "orders.csv": Buffer.from("customer_id,order_date,total\nanna,2026-03-01,5\n") };
    await withPlans(files, {}, async (plan) => {
      const table = new RowTable();
      const scanner = new SegmentScanner(
        plan,
        { ...WHOLE_FILE, skip: 0 },
        { texts: table, buffer: table.rows, kernel: KERNEL, blockBytes: 1 << 20 },
      );
      let fed = 0;
      const start = performance.now();
      expect(() => {
        for (;;) {
          const room = scanner.room();
          const count = Math.min(room.length, 1 << 14);
          room.fill(0x78, 0, count);
          scanner.scan(count, false);
          fed += count;
        }
      }).toThrow(NeedsTolerantReader);
      expect(fed).toBe(64 << 20);
      expect(performance.now() - start, "milliseconds").toBeLessThan(20_000);
    });
  });
});

/** Hands the bytes over, so many at a time in turn. */
function feed(scanner: SegmentScanner, bytes: Buffer, counts: readonly number[]): void {
  for (let at = 0, turn = 0; !scanner.isDone; turn += 1) {
    const room = scanner.room();
    const count = Math.min(room.length, counts[turn % counts.length] ?? 1, bytes.length - at);
    bytes.copy(room, 0, at, at + count);
    at += count;
    scanner.scan(count, count === 0);
  }
}

async function outcome(plan: FilePlan, read: (table: RowTable) => Promise<FileResult>): Promise<Read> {
  const table = new RowTable(plan.kept.map((_, index) => `kept ${index}`));
  try {
    const result = await read(table);
    const { orders, customers, statuses, currencies, references, kept } = table;
    const texts = [orders, customers, statuses, currencies, references, ...kept].map((dictionary) => dictionary.texts);
    return { table: { rows: table.view(), texts }, result };
  } catch (error) {
    if (error instanceof Error && error.name !== "TypeError") return error.message;
    throw error;
  }
}

/** The plan of each file that the scanner would read as it stands, and its bytes; none where the files are refused unread. */
async function withPlans(
  files: Readonly<Record<string, Buffer>>,
  options: Parameters<typeof planFiles>[1],
  work: (plan: FilePlan, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const cwd = await mkdtemp(join(tmpdir(), "rfm-segment-"));
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(cwd, name), bytes);
    const { inputs } = await findInputs(Object.keys(files), { cwd, stdin: async function* () {} });
    const plans = await planFiles(inputs, options).catch((error: unknown) => {
      if (error instanceof Error && "kind" in error) return [];
      throw error;
    });
    const scanned = plans.filter((plan) => isScannable(plan) && isScannedEncoding(plan.layout.dialect.encoding));
    for (const plan of scanned) await work(plan, files[plan.source.name] ?? Buffer.alloc(0));
  } finally {
    await rm(cwd, { recursive: true });
  }
}
