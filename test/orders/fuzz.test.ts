import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { RfmError } from "../../src/errors.ts";
import type { OrderHistory } from "../../src/orders/history.ts";
import type { FileUnderstanding } from "../../src/orders/understanding.ts";
import { openQuestions, someExport } from "../support/arbitrary-export.ts";
import { damaged, someDamages } from "../support/damage.ts";
import { naiveAmount, naiveProduct } from "../support/naive-amount.ts";
import { FOUND_ENCODINGS, type NaiveRecord, parseNaively } from "../support/naive-csv.ts";
import { ledgerNow, readBytes } from "../support/read-bytes.ts";
import { writeExport } from "../support/write-export.ts";

/** `npm run test:long` runs them all; each batch has a seed of its own, so that a failure can be run alone. */
const CASES = process.env["RFM_LONG_TESTS"] === "1" ? 100_000 : 250;
/** `1/2` runs every second batch, from the second on. */
const [SHARD = 0, SHARDS = 1] = (process.env["RFM_SHARD"] ?? "0/1").split("/").map(Number);
const BATCH = process.env["RFM_LONG_TESTS"] === "1" ? 1000 : 250;
const SEED = 3_000;

/** No damaged file of this size may keep the reader longer. */
const LONGEST_MS = 2000;

/** A damaged file, how it is handed over, and how many unreadable rows are allowed. */
const someCase = fc
  .record({
    written: someExport(8),
    damages: someDamages,
    before: fc.boolean(), // before it was compressed
    blockSize: fc.oneof(fc.constant(65_536), fc.integer({ min: 1, max: 300 })),
    tolerant: fc.boolean(),
    settled: fc.boolean(), // whether open questions are answered by options
  })
  .map(({ written, damages, before, blockSize, tolerant, settled }) => {
    const { form, orders } = written;
    const { encoding, dates, numbers } = openQuestions(written);
    const plain = writeExport(orders, { ...form, gzip: false }) ?? Buffer.alloc(0);
    const bytes = form.gzip && before ? gzipSync(damaged(plain, damages)) : damagedAfter(plain, form.gzip, damages);
    return {
      bytes,
      blockSize,
      damages: damages.map(({ kind }) => kind),
      options: {
        ...(tolerant ? { maxRejects: { rows: 1_000_000 } } : {}),
        ...(encoding ? { encoding: "iso-8859-15" as const } : {}),
        ...(settled && dates ? { dateFormat: { notation: "calendar" as const, order: form.date.order } } : {}),
        ...(settled && numbers ? { decimal: form.number.mark } : {}),
      },
    };
  });

function damagedAfter(plain: Buffer, gzip: boolean, damages: Parameters<typeof damaged>[1]): Buffer {
  return damaged(gzip ? gzipSync(plain) : plain, damages);
}

describe("a damaged export", () => {
  const seeds = Array.from({ length: Math.ceil(CASES / BATCH) }, (_, batch) => SEED + batch).filter(
    (seed) => (seed - SEED) % SHARDS === SHARD,
  );
  const done = { cases: 0, refused: 0, read: 0 };
  afterAll(() => {
    process.stderr.write(`figures: ${done.cases} damaged inputs, ${done.refused} refused, ${done.read} read\n`);
  });

  it.each(seeds)(
    "is refused in words, or read as a second parser reads it (seed %i)",
    async (seed) => {
      const numRuns = Math.min(BATCH, CASES - (seed - SEED) * BATCH);
      await fc.assert(
        fc.asyncProperty(someCase, async ({ bytes, blockSize, options }) => {
          const outcome = await withinTime(() => readBytes(bytes, options, blockSize));
          done.cases += 1;
          if (outcome instanceof Error) {
            done.refused += 1;
            expect(isRefusal(outcome), `${outcome.stack}\n${shown(bytes)}`).toBe(true);
            return;
          }
          done.read += 1;
          const { rows, money } = ledgerNow(outcome);
          expect(rows, shown(bytes)).toBe(outcome.rows);
          expect({ rows, money }, shown(bytes)).toEqual(naiveAccount(bytes, outcome));
        }),
        { numRuns, seed },
      );
    },
    600_000,
  );
});

describe("an export that contradicts itself again and again, far down", () => {
  it("is refused at the first contradiction, and the others raise nothing after that", async () => {
    const dayFirst = Array.from({ length: 1500 }, (_, index) => `${index},anna,13/01/2026,5.00\n`);
    const monthFirst = Array.from({ length: 200 }, (_, index) => `${2000 + index},ben,01/13/2026,9.50\n`);
    const bytes = Buffer.from(["Order ID,Customer ID,Order date,Total\n", ...dayFirst, ...monthFirst].join(""));
    await expect(readBytes(bytes)).rejects.toThrow(/"01\/13\/2026" \(line 1502\)/);
    await new Promise((resolve) => setTimeout(resolve, 50)); // an error thrown by now fails the run
  });
});

function isRefusal(error: Error): boolean {
  return error instanceof RfmError && ["input", "rejects", "usage"].includes(error.kind);
}

/** The result or the error of a reading; one that takes too long is tried a second time, for the machine may be busy. */
async function withinTime(read: () => Promise<OrderHistory>): Promise<OrderHistory | Error> {
  const first = await timed(read);
  const { result, ms } = first.ms <= LONGEST_MS ? first : await timed(read);
  expect(ms, "milliseconds for a small file").toBeLessThanOrEqual(LONGEST_MS);
  return result;
}

async function timed(read: () => Promise<OrderHistory>): Promise<{ result: OrderHistory | Error; ms: number }> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<Error>((resolve) => {
    timer = setTimeout(() => resolve(new Error("the reading hangs")), LONGEST_MS + 1);
  });
  const reading = read().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  const result = await Promise.race([reading, hang]);
  clearTimeout(timer);
  return { result, ms: performance.now() - start };
}

/** Rows and money of an accepted file, counted the simple way; the columns and formats are those that were detected. */
function naiveAccount(
  bytes: Buffer,
  history: OrderHistory,
): { readonly rows: number; readonly money: bigint } | string {
  const file = history.understanding.files[0];
  if (file === undefined) return "no file was read";
  const { dialect, headerLine, header } = file.layout;
  const encoding = FOUND_ENCODINGS.find((known) => known === dialect.encoding);
  if (encoding === undefined) return `${dialect.encoding} cannot be found in data`;
  const records = parseNaively(bytes, { ...dialect, encoding });
  if (records === null) return "a quote is never closed";
  const at = records.findIndex(({ line }) => line === headerLine);
  if (letters(records[at]?.cells) !== letters(header)) return `line ${headerLine} is not the header`;
  const rows = records.slice(at + 1);
  const misplaced = history.rejects.find((reject) => !rows.some(({ line }) => line === reject.line));
  if (misplaced !== undefined) return `no row begins at line ${misplaced.line}`;
  return { rows: rows.length, money: naiveMoney(rows, file, new Set(history.rejects.map(({ line }) => line))) };
}

/** A record as text; before a header there may be several byte order marks, which turn its first quotes into text. */
function letters(cells: readonly string[] | undefined): string {
  return cells?.join().replace(/["\ufeff]/g, "") ?? "";
}

/** An amount, and whether its row was set aside as unreadable for another cell. */
interface RowMoney {
  readonly amount: bigint;
  readonly isReject: boolean;
}

/** Every line's amount; or of every order the total once, and its negative rows. */
function naiveMoney(rows: readonly NaiveRecord[], file: FileUnderstanding, rejected: ReadonlySet<number>): bigint {
  const orders = new Map<string, RowMoney[]>();
  let sum = 0n;
  for (const { cells, line } of rows) {
    const amount = fits(cells, file.layout.header.length) ? rowAmount(cells, file) : null;
    if (amount === null) continue;
    const order = unwrapped(cells[file.layout.columns.order[0] ?? -1] ?? "");
    const isAlone = order === "" || /^\d([.,]\d+)?E\+\d+$/i.test(order);
    if (file.amountPer === "line" || isAlone) sum += amount;
    else orders.set(order, [...(orders.get(order) ?? []), { amount, isReject: rejected.has(line) }]);
  }
  for (const money of orders.values()) sum += orderTotal(money);
  return sum;
}

/** What the readable rows of an order say, or where there are none the first of the others. */
function orderTotal(money: readonly RowMoney[]): bigint {
  const used = money.filter(({ isReject }) => !isReject);
  const total = used.find(({ amount }) => amount >= 0n);
  if (total === undefined) return (used[0] ?? money[0])?.amount ?? 0n;
  return used.reduce((sum, { amount }) => (amount < 0n ? sum + amount : sum), total.amount);
}

function fits(cells: readonly string[], width: number): boolean {
  return cells.length >= width && cells.slice(width).every((cell) => cell.trim() === "");
}

function rowAmount(cells: readonly string[], { layout, formats }: FileUnderstanding): bigint | null {
  const { amount } = layout.columns;
  if (amount.kind === "none" || amount.kind === "uncounted") return null;
  const cell = (column: number): string => cells[column] ?? "";
  return amount.kind === "product"
    ? naiveProduct(cell(amount.quantity), cell(amount.price), formats.decimal)
    : naiveAmount(cell(amount.plus[0] ?? -1), formats.decimal);
}

/** An id without the apostrophe or `="…"` that keeps spreadsheets from changing it. */
function unwrapped(cell: string): string {
  const text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1).trim();
  return text.length > 1 && text.startsWith("'") ? text.slice(1).trim() : text;
}

/** The bytes of a file so that they can be put into a test. */
function shown(bytes: Buffer): string {
  return `Buffer.from(${JSON.stringify(bytes.toString("latin1"))}, "latin1")`;
}
