import type { PartialHashes } from "../../csv/keys/hashed-keys.ts";
import { refuseSwallowedLines } from "../../csv/records.ts";
import { singleByte } from "../../csv/scanner/single-byte.ts";
import type { Done } from "../../csv/threads/thread-pool.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { changedWhileRead } from "../../files/refuse-changed.ts";
import type { HashKey } from "../../kernel/hash-key.ts";
import type { KeyMemory } from "../../kernel/key-memory.ts";
import { tableOf } from "../../typed/typed-table.ts";
import { refuseTooManyRows } from "../rows/check-memory.ts";
import { CurrencyCodes } from "../rows/currency-codes.ts";
import type { FileResult } from "../rows/file-result.ts";
import { fileResult, type PlacedFindings } from "../rows/file-result.ts";
import type { ReadMeter } from "../rows/progress.ts";
import { EncodingSurprise, NeedsTolerantReader } from "../rows/restart-reasons.ts";
import { spaceOf } from "../rows/row-space.ts";
import type { RowTable } from "../rows/row-table.ts";
import { StatusReader } from "../rows/status-reader.ts";
import type { SummingOptions } from "../sums/purchase-rows.ts";
import { cutting, storedRecords } from "./cutting.ts";
import type { HashedColumns } from "./hashed-columns.ts";
import { giveBackKeys, type OrderIds, type SegmentReader, type SegmentRows, type SentPlan } from "./read-segment.ts";
import {
  type RowOutcome,
  type RowThreads,
  type SegmentOutcome,
  segmentOutcome,
  segmentReader,
} from "./segment-jobs.ts";
import type { FileSegment } from "./segment-scanner.ts";
import { ThreadCodes } from "./thread-codes.ts";

/** How many segments each thread may be ahead of the merging, which bounds the memory of those that wait. */
const AHEAD = 2;

export interface ThreadsOptions {
  readonly hashed: HashedColumns;
  readonly hashKey: HashKey;
  /** Where the keys of segments go. */
  readonly memory: KeyMemory;
  readonly orderIds: OrderIds;
  /** Which rows are only to be added up; `null` where all are kept. */
  readonly summing: SummingOptions | null;
  readonly meter: ReadMeter;
  readonly pool: RowThreads;
  readonly threads: number;
  readonly segmentBytes?: number | undefined;
}

/** The number of the thread that reads again what the others began at the wrong place. */
const THIS_THREAD = -1;

/**
 * Reads every row of a file into the table, its segments by several threads at once.
 *
 * A segment begins after the first line end in it, as if that stood outside of quotes. Where the segment before ends
 * elsewhere, it did not, and the segment is read again from there. Segments are merged in the order of the file, and codes
 * are given when a row that has them is merged, so that the number of threads leaves no trace.
 */
export async function scanInThreads(
  plan: FilePlan,
  table: RowTable,
  { hashed, hashKey, memory, orderIds, summing, meter, pool, threads, segmentBytes }: ThreadsOptions,
): Promise<FileResult> {
  const { size } = plan.source;
  const { segments, extent } = cutting(plan, threads, segmentBytes);
  const hashOrders = async (segment: FileSegment): Promise<PartialHashes> => {
    const { result } = segmentOutcome(
      await pool.run({ orderIds: "different", segment, memory: memory.sent }, merger.sent),
    );
    if (result.segmentRows !== null) giveBackKeys(result.segmentRows, "different", memory);
    const orders = result.segmentRows?.orders ?? null;
    if (orders === null || !("partial" in orders)) throw changedWhileRead(plan.source.name);
    return orders;
  };
  const merger = new Merger(plan, table, { hashed, hashKey, memory, orderIds, summing, hashOrders, extent });
  let told = 0;
  const begin = (index: number): Promise<Done<RowOutcome>> | null => {
    const segment = segments[index];
    return segment === undefined
      ? null
      : pool.run({ orderIds: hashed.orderIdsFor(orderIds), segment, memory: memory.sent }, merger.sent);
  };
  const begun = segments.slice(0, threads * AHEAD).map((_, index) => begin(index));
  for (const [index, segment] of segments.entries()) {
    const outcome = await begun[index];
    if (outcome === null || outcome === undefined) continue;
    const done = segmentOutcome(outcome);
    begun[index] = null;
    begun[index + threads * AHEAD] = begin(index + threads * AHEAD);
    const before = table.rowsRead;
    await merger.merge(segment, done);
    const { segmentRows } = done.result;
    if (segmentRows !== null) pool.reuse(spaceOf(segmentRows.rows));
    const end = Math.round((Math.min(segment.stop, extent) / extent) * size);
    meter.advance(end - told, table.rowsRead - before);
    told = end;
    if (index === 0) merger.reserve();
  }
  if (merger.suspect) await refuseSwallowedLines(plan.source, plan.layout.dialect);
  return fileResult(merger.findings, table);
}

interface MergerOptions extends Pick<ThreadsOptions, "hashed" | "hashKey" | "memory" | "orderIds" | "summing"> {
  /** Reads a segment once more, for the hashes of its order ids. */
  readonly hashOrders: (segment: FileSegment) => Promise<PartialHashes>;
  /** How many bytes or records the file has. */
  readonly extent: number;
}

/** Puts the segments of one file into the table, one after another. */
class Merger {
  readonly sent: SentPlan;
  readonly findings: PlacedFindings[] = [];
  suspect = false;
  private readonly plan: FilePlan;
  private readonly table: RowTable;
  private readonly firstRow: number;
  private readonly orderIds: OrderIds;
  private readonly hashed: HashedColumns;
  private readonly memory: KeyMemory;
  private readonly hashOrders: MergerOptions["hashOrders"];
  private readonly extent: number;
  private readonly codes = new Map<number, ThreadCodes>();
  private ownReader: SegmentReader | null = null;
  private nextByte = 0;
  private lines = 0;

  constructor(plan: FilePlan, table: RowTable, options: MergerOptions) {
    const { hashed, hashKey, memory, orderIds, summing, hashOrders, extent } = options;
    const { source, ...rest } = plan;
    const scanned = tableOf(source)?.scanned ?? null;
    const isStored = storedRecords(plan) > 0;
    this.sent = { ...rest, name: source.name, size: source.size, hashKey, scanned, isStored, summing };
    this.extent = extent;
    this.lines = (scanned?.list?.firstLine ?? 1) - 1;
    this.hashed = hashed;
    this.memory = memory;
    this.hashOrders = hashOrders;
    this.orderIds = orderIds;
    this.plan = plan;
    this.table = table;
    this.firstRow = table.length;
  }

  /** @throws InputError, and the restarts that the readers ask for, each where reading from the beginning would meet it */
  async merge(
    segment: FileSegment,
    { thread, result: { bounds, segmentRows, restart } }: Done<SegmentOutcome>,
  ): Promise<void> {
    if (segmentRows !== null) this.codesOf(thread).learn(segmentRows);
    const isUnwanted = this.nextByte >= segment.stop || (segment.findsStart && bounds.firstByte !== this.nextByte);
    if (isUnwanted && segmentRows !== null) giveBackKeys(segmentRows, this.orderIds, this.memory);
    if (this.nextByte >= segment.stop) return;
    if (isUnwanted) {
      await this.readHere({ ...segment, start: this.nextByte, findsStart: false });
      return;
    }
    if (restart === "encoding") throw new EncodingSurprise();
    if (restart === "tolerant") throw new NeedsTolerantReader(this.plan.file);
    if (segmentRows === null)
      await this.readHere({ ...segment, start: segment.findsStart ? this.nextByte : segment.start, findsStart: false });
    else this.append(segmentRows, segment, { thread, nextByte: bounds.nextByte, firstLine: this.lines });
  }

  /**
   * Makes room for the rows of the whole file, by what the first segment had.
   *
   * @throws InputError when there is not enough memory for them
   */
  reserve(): void {
    if (this.nextByte === 0) return;
    const rows = Math.round(((this.table.length - this.firstRow) * this.extent) / this.nextByte);
    refuseTooManyRows(this.firstRow + rows);
    this.table.rows.reserve(this.firstRow + Math.ceil(rows * 1.1));
  }

  private async readHere(segment: FileSegment): Promise<void> {
    this.ownReader ??= await segmentReader(this.sent, this.memory);
    const segmentRows = await this.readAgain(this.ownReader, segment);
    this.codesOf(THIS_THREAD).learn(segmentRows);
    const { nextByte } = this.ownReader.bounds;
    this.append(segmentRows, segment, { thread: THIS_THREAD, nextByte, firstLine: 0 });
  }

  /** A range reader does not know which of the files it is at. */
  private async readAgain(reader: SegmentReader, segment: FileSegment): Promise<SegmentRows> {
    try {
      return await reader.read(segment, { orderIds: this.hashed.orderIdsFor(this.orderIds), linesBefore: this.lines });
    } catch (error) {
      throw error instanceof NeedsTolerantReader ? new NeedsTolerantReader(this.plan.file) : error;
    }
  }

  private append(
    segmentRows: SegmentRows,
    segment: FileSegment,
    { thread, nextByte, firstLine }: { readonly thread: number; readonly nextByte: number; readonly firstLine: number },
  ): void {
    const firstRow = this.table.length;
    const codes = this.codesOf(thread);
    codes.append(segmentRows, { file: this.plan.file, firstLine });
    const { source, layout } = this.plan;
    if (codes.hasTooManyStatuses) throw new StatusReader(source.name, layout, this.table).tooMany();
    if (codes.hasTooManyCurrencies) throw new CurrencyCodes(source.name, layout, this.table.currencies).tooMany();
    if (segmentRows.keptOrders !== null) this.hashed.numberKeptOrders(firstRow, segmentRows.keptOrders);
    this.noteHashes(segmentRows, firstRow, { ...segment, start: this.nextByte, findsStart: false });
    this.findings.push({ ...segmentRows.findings, firstRow, firstLine });
    this.lines += segmentRows.lines;
    this.nextByte = nextByte;
    this.suspect ||= segmentRows.suspect;
  }

  /** @param segment to be read again where order ids of other segments may be among its own */
  private noteHashes(segmentRows: SegmentRows, firstRow: number, segment: FileSegment): void {
    const { start, rows, purchases, customers, orders } = segmentRows;
    const { layout, path, source, numbering } = this.plan;
    const { delimiter, lineEnd, encoding } = layout.dialect;
    const { isStored } = this.sent;
    const { columns } = layout;
    const place = {
      path: path ?? "",
      name: source.name,
      size: source.size,
      start,
      firstRow,
      length: rows.length,
      delimiter: singleByte(delimiter, encoding) ?? 0,
      lineEnd: lineEnd === "\n" ? 0x0a : 0x0d,
      isJson: this.sent.scanned !== null,
      isOneByte: encoding !== "utf-8",
      lowersEmails: false,
      prefix: "",
    };
    const ofCustomers = {
      texts: customers.texts,
      hashes: customers,
      columns: isStored ? columns.customer.flat() : null,
    };
    this.hashed.addCustomers({ ...place, ...ofCustomers, purchases });
    if ("spans" in orders) this.hashed.addSequences(orders, () => this.hashOrders(segment));
    else if ("partial" in orders) this.hashed.addDifferentOrders(orders);
    else {
      const ofOrders = { texts: orders.texts, hashes: orders, columns: isStored ? columns.order : null };
      this.hashed.addOrders({ ...place, ...ofOrders }, numbering);
    }
  }

  private codesOf(thread: number): ThreadCodes {
    const known = this.codes.get(thread);
    if (known !== undefined) return known;
    const codes = new ThreadCodes(this.table);
    this.codes.set(thread, codes);
    return codes;
  }
}
