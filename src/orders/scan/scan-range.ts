import { closeSync, openSync, readSync } from "node:fs";
import { unreadable } from "../inputs/regular-file.ts";
import { Dictionary } from "../read/dictionary.ts";
import type { FilePlan } from "../read/file-plan.ts";
import { type HalfHashes, HashedKeys, type HashKey, type SortedHashes } from "../read/hashed-keys.ts";
import { type PackedRows, RowBuffer, type RowSpace } from "../read/row-buffer.ts";
import type { Findings } from "../read/row-reader.ts";
import type { RowTexts } from "../read/row-table.ts";
import { Kernel } from "./kernel.ts";
import { type Stretch, StretchScanner } from "./stretch-scanner.ts";

/** A file's plan as it is sent to another thread: without what reads the file. */
export interface SentPlan extends Omit<FilePlan, "source"> {
  readonly name: string;
  readonly size: number;
  readonly hashKey: HashKey;
}

/**
 * What is made of order ids: half of a hash, where all are taken to be different; whole hashes, which tell whose rows belong
 * together; or these and where the ids stand, because somebody wants their texts.
 */
export type OrderIds = "different" | "hashed" | "kept";

/** What reading a stretch of a file gave: its rows, and what its codes stand for where that was not sent before. */
export interface RangePart {
  readonly rows: PackedRows;
  /** Where in the file the places of keys are counted from. */
  readonly start: number;
  readonly customers: SortedHashes;
  readonly orders: SortedHashes | HalfHashes;
  readonly statuses: readonly string[];
  readonly currencies: readonly string[];
  readonly references: readonly string[];
  readonly kept: readonly (readonly string[])[];
  readonly findings: Findings;
  /** Line ends from the first record to the end of the last. */
  readonly lines: number;
  readonly suspect: boolean;
}

/** Where a stretch's records began and ended, whatever came of it. */
export interface RangeBounds {
  readonly firstByte: number;
  readonly nextByte: number;
}

/** Reads stretches of one file, one after another, on one thread; codes stay the same from one to the next. */
export class RangeReader {
  private readonly plan: FilePlan;
  private readonly orderIds: OrderIds;
  private readonly customers = new HashedKeys();
  private readonly orders: HashedKeys;
  private readonly hashKey: HashKey;
  private readonly statuses = new Dictionary("");
  private readonly currencies = new Dictionary("");
  private readonly references = new Dictionary();
  private readonly kept: readonly Dictionary[];
  private sent = { statuses: 0, currencies: 0, references: 0, kept: [] as number[] };
  private rowsBefore = 0;
  /** The bounds of the last stretch, known even where it ended with an error. */
  bounds: RangeBounds = { firstByte: 0, nextByte: 0 };

  constructor(plan: SentPlan, { orderIds }: { readonly orderIds: OrderIds }) {
    // the number of the file is written where the rows are merged
    this.plan = { ...plan, file: 0, source: { name: plan.name, size: plan.size, stored: neverStored } };
    this.orderIds = orderIds;
    this.orders = new HashedKeys(plan.origin);
    this.hashKey = plan.hashKey;
    this.kept = plan.kept.map(() => new Dictionary());
  }

  /**
   * Reads a stretch.
   *
   * @param linesBefore what the lines of its rows are counted from; 0 for the stretch's own first
   * @param space memory for its rows, of a stretch that was read before
   * @throws InputError, and the signals of the readers
   */
  read(stretch: Stretch, linesBefore = 0, space: RowSpace | null = null): RangePart {
    const { customers, orders } = this;
    customers.clear();
    orders.clear();
    const buffer = new RowBuffer(this.kept.length, space);
    buffer.reserve(Math.ceil(this.rowsBefore * 1.2));
    const { statuses, currencies, references, kept, hashKey } = this;
    const texts: RowTexts = { customers, statuses, currencies, references, kept, orders };
    const kernel = Kernel.take();
    const scanner = new StretchScanner(this.plan, stretch, { texts, buffer, kernel, hashKey });
    scanner.scanner.line += linesBefore;
    try {
      feed(scanner, this.plan, stretch);
    } finally {
      kernel.giveBack();
      this.bounds = { firstByte: scanner.firstByte, nextByte: scanner.nextByte };
    }
    this.rowsBefore = buffer.length;
    return {
      ...this.newTexts(),
      start: stretch.start,
      customers: customers.sorted(),
      orders: this.orderIds === "different" ? orders.sortedHalves() : orders.sorted(),
      ...partOf(scanner, buffer, linesBefore),
    };
  }

  private newTexts(): Pick<RangePart, "statuses" | "currencies" | "references" | "kept"> {
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

function partOf(
  scanner: StretchScanner,
  buffer: RowBuffer,
  linesBefore: number,
): Pick<RangePart, "rows" | "findings" | "lines" | "suspect"> {
  return {
    rows: buffer.pack(),
    findings: scanner.findings(),
    lines: scanner.scanner.line - 1 - linesBefore,
    suspect: scanner.scanner.suspect,
  };
}

function neverStored(): never {
  throw new Error("a stretch is read by its place");
}

/** After the stretch's own bytes, only little more is read at a time: the rest of its last record. */
const OVERRUN_BYTES = 1 << 16;

function feed(scanner: StretchScanner, { path, source }: FilePlan, { start, stop }: Stretch): void {
  try {
    const file = openSync(path ?? "", "r");
    try {
      for (let at = start; !scanner.isDone; ) {
        const room = scanner.room();
        const wanted = Math.min(room.length, at < stop ? stop - at : OVERRUN_BYTES);
        const count = readSync(file, room, 0, wanted, at);
        at += count;
        scanner.scan(count, count === 0);
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw error instanceof Error && "syscall" in error ? unreadable(source.name, error) : error;
  }
}
