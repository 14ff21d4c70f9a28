import { refuseTooManyRows } from "../read/check-memory.ts";
import type { FilePlan, FileResult } from "../read/file-plan.ts";
import { fileResult, type PlacedFindings } from "../read/file-result.ts";
import type { HashKey } from "../read/hashed-keys.ts";
import type { ReadMeter } from "../read/progress.ts";
import { refuseSwallowedLines } from "../read/records.ts";
import { spaceOf } from "../read/row-buffer.ts";
import type { RowTable } from "../read/row-table.ts";
import { EncodingSurprise, NeedsTolerantReader } from "../read/signals.ts";
import { StatusReader } from "../read/status-reader.ts";
import type { HashedColumns } from "./hashed-columns.ts";
import { ThreadCodes } from "./merge-part.ts";
import { type OrderIds, type RangePart, RangeReader, type SentPlan } from "./scan-range.ts";
import { singleByte } from "./scannable.ts";
import type { Stretch } from "./stretch-scanner.ts";
import type { Done, Threads } from "./thread-pool.ts";

/** Large enough that a stretch's overhead is lost in it, small enough that the threads end at about the same time. */
const STRETCH_BYTES = 16 * 1024 * 1024;

/** How many stretches each thread may be ahead of the merging, which bounds the memory of those that wait. */
const AHEAD = 2;

export interface ThreadsOptions {
  readonly hashed: HashedColumns;
  readonly hashKey: HashKey;
  readonly orderIds: OrderIds;
  readonly meter: ReadMeter;
  readonly pool: Threads;
  readonly threads: number;
  readonly stretchBytes?: number | undefined;
}

/** The number of the thread that reads again what the others began at the wrong place. */
const THIS_THREAD = -1;

/**
 * Reads every row of a file into the table, its stretches by several threads at once.
 *
 * A stretch begins after the first line end in it, as if that stood outside of quotes. Where the stretch before ends
 * elsewhere, it did not, and the stretch is read again from there. Stretches are merged in the order of the file, and codes
 * are given when a row that has them is merged, so that the number of threads leaves no trace.
 */
export async function scanInThreads(
  plan: FilePlan,
  table: RowTable,
  { hashed, hashKey, orderIds, meter, pool, threads, stretchBytes = STRETCH_BYTES }: ThreadsOptions,
): Promise<FileResult> {
  const stretches = stretchesOf(plan, threads, stretchBytes);
  const merger = new Merger(plan, table, { hashed, hashKey, orderIds });
  let told = 0;
  const begin = (index: number): Promise<Done> | null => {
    const stretch = stretches[index];
    return stretch === undefined ? null : pool.run({ orderIds: merger.orderIds, stretch }, merger.sent);
  };
  const begun = stretches.slice(0, threads * AHEAD).map((_, index) => begin(index));
  for (const [index, stretch] of stretches.entries()) {
    const done = await begun[index];
    if (done === null || done === undefined) continue;
    begun[index] = null;
    begun[index + threads * AHEAD] = begin(index + threads * AHEAD);
    const before = table.length;
    merger.merge(stretch, done);
    if (done.part !== null) pool.reuse(spaceOf(done.part.rows));
    const end = Math.min(stretch.stop, plan.source.size);
    meter.advance(end - told, table.length - before);
    told = end;
    if (index === 0) merger.reserve();
  }
  if (merger.suspect) await refuseSwallowedLines(plan.source, plan.layout.dialect);
  return fileResult(merger.findings, table);
}

function stretchesOf({ source, layout, filter }: FilePlan, threads: number, stretchBytes: number): readonly Stretch[] {
  // A filter on a column looks at the row above where the cell is blank, and so does an order that goes on from there.
  const looksAbove = (filter.where ?? []).length > 0 || layout.preset?.continuesAbove === true;
  const count = looksAbove ? 1 : Math.max(threads, Math.ceil(source.size / stretchBytes));
  const bytes = Math.ceil(source.size / count);
  return Array.from({ length: count }, (_, index) => ({
    start: Math.max(0, index * bytes - 1), // a line end there is that of the stretch before
    stop: index === count - 1 ? Number.POSITIVE_INFINITY : (index + 1) * bytes,
    findsStart: index > 0,
    skip: index === 0 ? layout.recordsBeforeRows : 0,
  }));
}

/** Puts the stretches of one file into the table, one after another. */
class Merger {
  readonly sent: SentPlan;
  readonly findings: PlacedFindings[] = [];
  suspect = false;
  private readonly plan: FilePlan;
  private readonly table: RowTable;
  private readonly firstRow: number;
  readonly orderIds: OrderIds;
  private readonly hashed: HashedColumns;
  private readonly codes = new Map<number, ThreadCodes>();
  private ownReader: RangeReader | null = null;
  private nextByte = 0;
  private lines = 0;

  constructor(
    plan: FilePlan,
    table: RowTable,
    { hashed, hashKey, orderIds }: Pick<ThreadsOptions, "hashed" | "hashKey" | "orderIds">,
  ) {
    const { source, ...rest } = plan;
    this.sent = { ...rest, name: source.name, size: source.size, hashKey };
    this.hashed = hashed;
    this.orderIds = orderIds;
    this.plan = plan;
    this.table = table;
    this.firstRow = table.length;
  }

  /** @throws InputError, and the signals of the readers, each where reading from the beginning would meet it */
  merge(stretch: Stretch, { thread, bounds, part, signal }: Done): void {
    if (part !== null) this.codesOf(thread).learn(part);
    if (this.nextByte >= stretch.stop) return;
    if (stretch.findsStart && bounds.firstByte !== this.nextByte) {
      this.readHere({ ...stretch, start: this.nextByte, findsStart: false });
      return;
    }
    if (signal === "encoding") throw new EncodingSurprise();
    if (signal === "tolerant") throw new NeedsTolerantReader(this.plan.file);
    if (part === null) this.readHere({ ...stretch, start: stretch.findsStart ? this.nextByte : 0, findsStart: false });
    else this.append(part, { thread, nextByte: bounds.nextByte, firstLine: this.lines });
  }

  /**
   * Makes room for the rows of the whole file, by what the first stretch had.
   *
   * @throws InputError when there is not enough memory for them
   */
  reserve(): void {
    const { size } = this.plan.source;
    if (this.nextByte === 0) return;
    const rows = Math.round(((this.table.length - this.firstRow) * size) / this.nextByte);
    refuseTooManyRows(this.firstRow + rows);
    this.table.rows.reserve(this.firstRow + Math.ceil(rows * 1.1));
  }

  private readHere(stretch: Stretch): void {
    this.ownReader ??= new RangeReader(this.sent, { orderIds: this.orderIds });
    const part = this.readAgain(this.ownReader, stretch);
    this.codesOf(THIS_THREAD).learn(part);
    this.append(part, { thread: THIS_THREAD, nextByte: this.ownReader.bounds.nextByte, firstLine: 0 });
  }

  /** A range reader does not know which of the files it is at. */
  private readAgain(reader: RangeReader, stretch: Stretch): RangePart {
    try {
      return reader.read(stretch, this.lines);
    } catch (error) {
      throw error instanceof NeedsTolerantReader ? new NeedsTolerantReader(this.plan.file) : error;
    }
  }

  private append(
    part: RangePart,
    { thread, nextByte, firstLine }: { readonly thread: number; readonly nextByte: number; readonly firstLine: number },
  ): void {
    const firstRow = this.table.length;
    const codes = this.codesOf(thread);
    this.noteHashes(part, firstRow);
    if (this.orderIds !== "kept") delete part.rows.seldom.order;
    codes.append(part, { file: this.plan.file, firstLine });
    if (codes.hasTooManyStatuses) {
      throw new StatusReader(this.plan.source.name, this.plan.layout, this.table).tooMany();
    }
    this.findings.push({ ...part.findings, firstRow, firstLine });
    this.lines += part.lines;
    this.nextByte = nextByte;
    this.suspect ||= part.suspect;
  }

  private noteHashes({ start, rows, customers, orders }: RangePart, firstRow: number): void {
    const { layout, path, source, origin } = this.plan;
    const { delimiter, lineEnd, encoding } = layout.dialect;
    const place = {
      path: path ?? "",
      name: source.name,
      start,
      firstRow,
      length: rows.length,
      delimiter: singleByte(delimiter, encoding) ?? 0,
      lineEnd: lineEnd === "\n" ? 0x0a : 0x0d,
      lowersEmails: false,
      prefix: "",
    };
    this.hashed.addCustomers({ ...place, texts: customers.texts, hashes: customers });
    if ("halves" in orders) this.hashed.addDifferentOrders(orders);
    else this.hashed.addOrders({ ...place, texts: orders.texts, hashes: orders }, origin);
  }

  private codesOf(thread: number): ThreadCodes {
    const known = this.codes.get(thread);
    if (known !== undefined) return known;
    const codes = new ThreadCodes(this.table);
    this.codes.set(thread, codes);
    return codes;
  }
}
