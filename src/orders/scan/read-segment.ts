import { Dictionary } from "../../csv/keys/dictionary.ts";
import { giveBackHashes, HashedKeys, type PartialHashes, type SortedHashes } from "../../csv/keys/hashed-keys.ts";
import { KeySequence, type KeySpan } from "../../csv/keys/key-sequence.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import type { HashKey } from "../../kernel/hash-key.ts";
import type { KeyMemory } from "../../kernel/key-memory.ts";
import type { ScannedLines } from "../../typed/typed-table.ts";
import { OrderIdsOutOfTurn } from "../rows/restart-reasons.ts";
import { type PackedRows, RowBuffer } from "../rows/row-buffer.ts";
import type { Findings } from "../rows/row-reader.ts";
import type { RowSpace } from "../rows/row-space.ts";
import type { RowTexts } from "../rows/row-table.ts";
import { giveBackPurchases, PurchaseRows, type SegmentPurchases, type SummingOptions } from "../sums/purchase-rows.ts";
import type { FileSegment } from "./segment-scanner.ts";

/** A file's plan as it is sent to another thread: without what reads the file. */
export interface SentPlan extends Omit<FilePlan, "source"> {
  readonly name: string;
  readonly size: number;
  readonly hashKey: HashKey;
  /** What is known of the file where it is lines of JSON; `null` for others. */
  readonly scanned: ScannedLines | null;
  /** Whether its cells are stored by their types, and its segments are records and not bytes. */
  readonly isStored: boolean;
  /** Which rows are only to be added up; `null` where all are kept. */
  readonly summing: SummingOptions | null;
}

/** The plan as a thread has it; the number of the file is written where the rows are merged. */
export function threadPlan({ name, size, ...plan }: SentPlan): FilePlan {
  return { ...plan, file: 0, source: { name, size, stored: neverStored } };
}

function neverStored(): never {
  throw new Error("a segment is read by its place");
}

/** What a segment is read into. */
export interface SegmentParts {
  readonly texts: RowTexts;
  readonly buffer: RowBuffer;
  readonly linesBefore: number;
  /** Takes the rows that are only to be added up; `null` where all are kept. */
  readonly purchases: PurchaseRows | null;
}

/** Reads the rows of segments of one file. */
export interface SegmentSource {
  /** The bounds of the last segment, known even where it ended with an error. */
  readonly bounds: SegmentBounds;
  readonly read: (segment: FileSegment, parts: SegmentParts) => Promise<FoundInSegment>;
}

/** What reading a segment found beside what it wrote to its parts. */
export type FoundInSegment = Pick<SegmentRows, "findings" | "lines" | "suspect" | "keptOrders">;

/**
 * What is made of order ids: the first and the last, as long as each comes after the one before; a part of each hash, where all
 * are taken to be different; whole hashes, which tell whose rows belong together; or these and where the ids stand, because
 * somebody wants their texts.
 */
export type OrderIds = "in turn" | "different" | "hashed" | "kept";

/** Whether it is found out which rows have the same order id, instead of that no two have. */
export function areGrouped(orderIds: OrderIds): boolean {
  return orderIds === "hashed" || orderIds === "kept";
}

/** Order ids of a segment in some sequences, each in turn: the ends of each. */
export interface InTurn {
  readonly spans: readonly KeySpan[];
}

/** What reading a segment of a file gave: its rows, and what its codes stand for where that was not sent before. */
export interface SegmentRows {
  readonly rows: PackedRows;
  /** The rows that are only to be added up, and are not among the others; `null` where all are kept. */
  readonly purchases: SegmentPurchases | null;
  /** Where in the file the places of keys are counted from. */
  readonly start: number;
  readonly customers: SortedHashes;
  readonly orders: SortedHashes | PartialHashes | InTurn;
  readonly statuses: readonly string[];
  readonly currencies: readonly string[];
  readonly references: readonly string[];
  readonly kept: readonly (readonly string[])[];
  readonly findings: Findings;
  /** Line ends from the first record to the end of the last. */
  readonly lines: number;
  readonly suspect: boolean;
  /** How many orders have rows that are kept and have their numbers; `null` where orders are numbered later. */
  readonly keptOrders: number | null;
}

/** Gives back the memory of a segment's keys, which nobody wants. */
export function giveBackKeys(
  { customers, purchases, orders }: SegmentRows,
  orderIds: OrderIds,
  memory: KeyMemory,
): void {
  giveBackHashes(customers, memory);
  if (purchases !== null) giveBackPurchases(purchases, memory);
  const lines = purchases?.lines ?? null;
  if (lines !== null) giveBackPurchases(lines, memory);
  if ((orderIds === "kept" || lines !== null) && orders !== null && "rows" in orders) giveBackHashes(orders, memory);
}

/** Where a segment's records began and ended, whatever came of it. */
export interface SegmentBounds {
  readonly firstByte: number;
  readonly nextByte: number;
}

/** How a segment is read. */
export interface SegmentOptions {
  readonly orderIds: OrderIds;
  /** What the lines of its rows are counted from. Default: its own first. */
  readonly linesBefore?: number;
  /** Memory for its rows, of segments that were read before. */
  readonly rows?: RowSpace | null;
}

/** Reads segments of one file, one after another, on one thread; codes stay the same from one to the next. */
export class SegmentReader {
  private readonly source: SegmentSource;
  private readonly customers: HashedKeys;
  private readonly orders: HashedKeys;
  private readonly sequence = new KeySequence();
  private readonly purchases: PurchaseRows | null;
  private readonly statuses = new Dictionary("");
  private readonly currencies = new Dictionary("");
  private readonly references = new Dictionary();
  private readonly kept: readonly Dictionary[];
  private sent = { statuses: 0, currencies: 0, references: 0, kept: [] as number[] };
  private rowsBefore = 0;

  constructor(plan: SentPlan, memory: KeyMemory, source: SegmentSource) {
    this.source = source;
    this.customers = new HashedKeys(memory);
    this.orders = new HashedKeys(memory, plan.numbering);
    this.kept = plan.kept.map(() => new Dictionary());
    const { statuses, currencies } = this;
    const known = { statuses, currencies, preset: plan.layout.preset };
    this.purchases = plan.summing === null ? null : new PurchaseRows(plan.summing, memory, known);
  }

  get bounds(): SegmentBounds {
    return this.source.bounds;
  }

  /**
   * Reads a segment. Where order ids are not in turn after all, it is read again, and they are hashed.
   *
   * @throws InputError, and the restarts that the readers ask for
   */
  async read(segment: FileSegment, options: SegmentOptions): Promise<SegmentRows> {
    try {
      return await this.readAs(options.orderIds, segment, options);
    } catch (error) {
      if (!(error instanceof OrderIdsOutOfTurn)) throw error;
      return this.readAs("different", segment, options);
    }
  }

  private async readAs(
    orderIds: OrderIds,
    segment: FileSegment,
    { linesBefore = 0, rows = null }: SegmentOptions,
  ): Promise<SegmentRows> {
    const { customers, purchases } = this;
    customers.clear();
    purchases?.clear();
    const orders = this.ordersAs(orderIds);
    const hasOrders = areGrouped(orderIds) || (purchases?.areRuns ?? false);
    const buffer = new RowBuffer(this.kept.length, { space: rows, hasOrders });
    buffer.reserve(Math.ceil(this.rowsBefore * 1.2));
    const { statuses, currencies, references, kept } = this;
    const texts: RowTexts = { customers, statuses, currencies, references, kept, orders };
    const found = await this.source.read(segment, { texts, buffer, linesBefore, purchases });
    this.rowsBefore = buffer.length;
    return {
      ...this.newTexts(),
      start: segment.start,
      customers: customers.sorted(),
      orders: foundOrders(orders, orderIds, purchases?.areLines ?? false),
      purchases: purchases?.sorted() ?? null,
      rows: buffer.pack(),
      ...found,
    };
  }

  private ordersAs(orderIds: OrderIds): HashedKeys | KeySequence {
    const { orders, sequence } = this;
    orders.clear();
    sequence.clear();
    return orderIds === "in turn" ? sequence : orders;
  }

  private newTexts(): Pick<SegmentRows, "statuses" | "currencies" | "references" | "kept"> {
    const { sent } = this;
    const fresh = {
      statuses: this.statuses.texts.slice(sent.statuses),
      currencies: this.currencies.texts.slice(sent.currencies),
      references: this.references.texts.slice(sent.references),
      kept: this.kept.map((column, index) => column.texts.slice(sent.kept[index] ?? 0)),
    };
    this.sent = {
      statuses: this.statuses.length,
      currencies: this.currencies.length,
      references: this.references.length,
      kept: this.kept.map((column) => column.length),
    };
    return fresh;
  }
}

/** @param areFew whether hashes are only of rows that could not be added up */
function foundOrders(orders: HashedKeys | KeySequence, orderIds: OrderIds, areFew: boolean): SegmentRows["orders"] {
  if (orders instanceof KeySequence) return { spans: orders.spans() };
  if (orderIds === "kept" || areFew) return orders.sorted();
  return orderIds === "hashed" ? orders.sortedApart() : orders.sortedPartialHashes();
}
