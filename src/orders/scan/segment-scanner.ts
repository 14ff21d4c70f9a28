import { isCleanUtf8 } from "../../csv/detect/encoding.ts";
import { LONGEST_RECORD, openQuote } from "../../csv/records.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { INCOMPLETE } from "../../kernel/field-scanner.ts";
import { TextBlock, WAIT } from "../../kernel/text-block.ts";
import { EncodingSurprise, NeedsTolerantReader } from "../rows/restart-reasons.ts";
import type { RowBuffer } from "../rows/row-buffer.ts";
import type { Findings } from "../rows/row-reader.ts";
import { RowScanner } from "./row-scanner.ts";
import type { RowScannerParts } from "./row-scanner-parts.ts";

/** Little enough to stay in the processor's own memory from the reading to the scanning. */
const BLOCK_BYTES = 1 << 18;
const SMALLEST_BLOCK = 1 << 12;
/** Line ends after which a row is looked for where a segment begins; cells of more lines are seldom. */
const MOST_TRIES = 16;

/** Where a segment of a file begins, and where the next one does. */
export interface FileSegment {
  /** Whether the file's first rows are in it. */
  readonly isFirst: boolean;
  readonly start: number;
  /** Records that begin at this byte of the file or later are the next segment's. */
  readonly stop: number;
  /** Whether the first line is to be passed over up to its end, because the segment may begin inside of it. */
  readonly findsStart: boolean;
  /** Records before the rows. */
  readonly skip: number;
}

/** What a scanner writes to, and how. */
interface ScannerParts extends RowScannerParts {
  /** How many bytes there is room for, as long as no record is longer. Default: 256 KiB, or the segment. */
  readonly blockBytes?: number;
}

function blockFor({ start, stop }: FileSegment): number {
  return Math.min(BLOCK_BYTES, Math.max(SMALLEST_BLOCK, stop - start));
}

/** Takes the bytes of a segment block by block and reads its rows. */
export class SegmentScanner {
  readonly scanner: RowScanner;
  private readonly plan: FilePlan;
  private readonly segment: FileSegment;
  private readonly buffer: RowBuffer;
  private readonly block: TextBlock;
  /** Byte of the file at which the buffer begins. */
  private base: number;
  private toSkip: number;
  private hasStart: boolean;
  /** Whether the order of the first record is the segment's before. */
  private beginsInOrder: boolean;
  /** Byte of the file at which its first record begins; Infinity where none was found. */
  firstByte: number;
  /** Byte of the file at which the first record begins that it did not read. */
  nextByte: number;
  isDone = false;

  constructor(plan: FilePlan, segment: FileSegment, { blockBytes = blockFor(segment), ...parts }: ScannerParts) {
    this.plan = plan;
    this.segment = segment;
    this.buffer = parts.buffer;
    this.scanner = new RowScanner(plan, parts);
    this.scanner.makeRoom(blockBytes);
    this.base = segment.start;
    this.firstByte = segment.findsStart ? Number.POSITIVE_INFINITY : segment.start;
    this.nextByte = segment.start;
    this.toSkip = segment.skip;
    this.hasStart = !segment.findsStart;
    this.beginsInOrder = segment.findsStart && this.scanner.runs !== null;
    const mayHaveMark = segment.start === 0 && plan.layout.dialect.encoding === "utf-8";
    this.block = new TextBlock(this.scanner, { mayHaveMark });
  }

  /** Room for the next bytes of the file, at least one; what was read into it is told to {@link scan}. */
  room(): Uint8Array {
    const { block } = this;
    if (block.filled >= LONGEST_RECORD && block.filled >= this.bytes.length)
      throw new NeedsTolerantReader(this.plan.file);
    return block.room();
  }

  /** Reads the records that are whole; `count` bytes were added, and the file may end there. */
  scan(count: number, isLast: boolean): void {
    this.block.filled += count;
    let at = this.block.begin(isLast);
    if (at === WAIT) return;
    const { filled } = this.block;
    if (!this.hasStart) at = this.findStart(at, isLast);
    const from = at;
    while (this.hasStart && this.toSkip > 0 && at < filled) {
      const next = this.scanner.skip(at, { end: filled, isLast, limit: Number.POSITIVE_INFINITY });
      if (next === INCOMPLETE) break;
      this.toSkip -= 1;
      at = next;
    }
    if (this.hasStart && this.beginsInOrder) at = this.passFirstOrder(at, isLast);
    if (this.hasStart && this.toSkip === 0 && !this.beginsInOrder) {
      this.scanner.placeBlock(this.base - this.segment.start);
      at = this.scanner.scan(at, { end: filled, isLast, limit: this.segment.stop - this.base });
      this.isDone = this.scanner.runs?.hasEnded ?? this.base + at >= this.segment.stop;
    }
    this.isDone ||= isLast;
    if (isLast && at < filled && this.base + at < this.segment.stop) {
      throw openQuote(this.plan.source.name, this.scanner.line);
    }
    this.verify(from, at);
    this.block.keepFrom(at);
    this.base += at;
    this.nextByte = this.base;
  }

  private get bytes(): Uint8Array {
    return this.scanner.bytes;
  }

  /** Rows in the table so far. */
  get rows(): number {
    return this.buffer.length;
  }

  findings(): Findings {
    return this.scanner.reader.findings();
  }

  /**
   * Passes over the rest of the line that the segment before reads; and over more lines, where what follows is no row, for
   * they may be text in quotes. If that was wrong, the segment before ends elsewhere, which is seen when the two are merged.
   */
  private findStart(from: number, isLast: boolean): number {
    const lineEnd = this.plan.layout.dialect.lineEnd === "\n" ? 0x0a : 0x0d;
    const { filled } = this.block;
    const bytes = this.bytes.subarray(0, filled);
    const first = bytes.indexOf(lineEnd, from);
    if (first < 0) return filled;
    const block = { end: filled, isLast, limit: filled };
    let found = first;
    for (let tries = 0; found >= 0 && tries < MOST_TRIES; tries += 1) {
      if (this.scanner.seemsRow(found + 1, block)) break;
      found = tries + 1 === MOST_TRIES ? -1 : bytes.indexOf(lineEnd, found + 1);
    }
    const start = (found < 0 ? first : found) + 1;
    this.hasStart = true;
    this.firstByte = this.base + start;
    return start;
  }

  /** Passes over the first record and those of the same order; returns where the segment begins, or how far that is known. */
  private passFirstOrder(from: number, isLast: boolean): number {
    const { filled } = this.block;
    let at = from;
    while (at < filled) {
      const next = this.scanner.runs?.passOver(at, filled, isLast) ?? at;
      if (next === INCOMPLETE) return at;
      this.beginsInOrder = next > at;
      this.firstByte = this.base + next;
      if (!this.beginsInOrder) return at;
      at = next;
    }
    return at;
  }

  /**
   * Where the encoding was told from the first bytes of the file only, the others must bear it out. Those before the
   * segment's first record are the segment's before, and may begin in the middle of a character.
   */
  private verify(start: number, end: number): void {
    if (this.plan.layout.isVerified || !this.scanner.sawUnusual()) return;
    if (!isCleanUtf8(this.bytes.subarray(start, end))) throw new EncodingSurprise();
  }
}
