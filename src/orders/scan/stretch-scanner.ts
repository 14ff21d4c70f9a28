import { isCleanUtf8 } from "../detect/encoding.ts";
import type { FilePlan } from "../read/file-plan.ts";
import type { HashKey } from "../read/hashed-keys.ts";
import { LONGEST_RECORD, openQuote } from "../read/records.ts";
import type { RowBuffer } from "../read/row-buffer.ts";
import type { Findings } from "../read/row-reader.ts";
import type { RowTexts } from "../read/row-table.ts";
import { EncodingSurprise, NeedsTolerantReader } from "../read/signals.ts";
import { INCOMPLETE } from "./field-scanner.ts";
import type { Kernel } from "./kernel.ts";
import { RowScanner } from "./row-scanner.ts";

/** Little enough to stay in the processor's own memory from the reading to the scanning. */
const BLOCK_BYTES = 1 << 18;
const SMALLEST_BLOCK = 1 << 12;
/** Line ends after which a row is looked for where a stretch begins; cells of more lines are seldom. */
const MOST_TRIES = 16;
const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;

const NO_HASH_KEY: HashKey = [0, 0, 0, 0];

/** Where a stretch of a file begins, and where the next one does. */
export interface Stretch {
  readonly start: number;
  /** Records that begin at this byte of the file or later are the next stretch's. */
  readonly stop: number;
  /** Whether the first line is to be passed over up to its end, because the stretch may begin inside of it. */
  readonly findsStart: boolean;
  /** Records before the rows. */
  readonly skip: number;
}

/** What a scanner writes to, and how. */
interface ScannerParts {
  readonly texts: RowTexts;
  readonly buffer: RowBuffer;
  readonly kernel: Kernel;
  /** What keys are hashed with, where they are. */
  readonly hashKey?: HashKey;
  /** How many bytes there is room for, as long as no record is longer. Default: 256 KiB, or the stretch. */
  readonly blockBytes?: number;
}

function blockFor({ start, stop }: Stretch): number {
  return Math.min(BLOCK_BYTES, Math.max(SMALLEST_BLOCK, stop - start));
}

/** Takes the bytes of a stretch block by block and reads its rows. */
export class StretchScanner {
  readonly scanner: RowScanner;
  private readonly plan: FilePlan;
  private readonly stretch: Stretch;
  private readonly buffer: RowBuffer;
  private filled = 0;
  /** With fewer bytes, a record that was not whole is not looked at again: each look begins at its first byte. */
  private awaited = 0;
  /** Byte of the file at which the buffer begins. */
  private base: number;
  private toSkip: number;
  private hasStart: boolean;
  private mayHaveMark: boolean;
  /** Byte of the file at which its first record begins; Infinity where none was found. */
  firstByte: number;
  /** Byte of the file at which the first record begins that it did not read. */
  nextByte: number;
  isDone = false;

  constructor(
    plan: FilePlan,
    stretch: Stretch,
    { texts, buffer, kernel, hashKey = NO_HASH_KEY, blockBytes = blockFor(stretch) }: ScannerParts,
  ) {
    this.plan = plan;
    this.stretch = stretch;
    this.buffer = buffer;
    this.scanner = new RowScanner(plan, { texts, buffer, kernel, hashKey });
    this.scanner.makeRoom(blockBytes);
    this.base = stretch.start;
    this.firstByte = stretch.findsStart ? Number.POSITIVE_INFINITY : stretch.start;
    this.nextByte = stretch.start;
    this.toSkip = stretch.skip;
    this.hasStart = !stretch.findsStart;
    this.mayHaveMark = stretch.start === 0 && plan.layout.dialect.encoding === "utf-8";
  }

  /** Room for the next bytes of the file, at least one; what was read into it is told to {@link scan}. */
  room(): Uint8Array {
    if (this.filled >= this.bytes.length) {
      if (this.filled >= LONGEST_RECORD) throw new NeedsTolerantReader(this.plan.file);
      this.scanner.makeRoom(this.bytes.length * 2);
    }
    return this.bytes.subarray(this.filled);
  }

  /** Reads the records that are whole; `count` bytes were added, and the file may end there. */
  scan(count: number, isLast: boolean): void {
    this.filled += count;
    if (this.mayHaveMark && this.filled < UTF8_MARK.length && !isLast) return;
    if (this.filled < this.awaited && !isLast) return;
    let at = this.skipMark();
    if (!this.hasStart) at = this.findStart(at, isLast);
    const from = at;
    while (this.hasStart && this.toSkip > 0 && at < this.filled) {
      const next = this.scanner.skip(at, { end: this.filled, isLast, limit: Number.POSITIVE_INFINITY });
      if (next === INCOMPLETE) break;
      this.toSkip -= 1;
      at = next;
    }
    if (this.hasStart && this.toSkip === 0) {
      this.scanner.placeBlock(this.base - this.stretch.start);
      at = this.scanner.scan(at, { end: this.filled, isLast, limit: this.stretch.stop - this.base });
      this.isDone = this.base + at >= this.stretch.stop;
    }
    this.isDone ||= isLast;
    if (isLast && at < this.filled && this.base + at < this.stretch.stop) {
      throw openQuote(this.plan.source.name, this.scanner.line);
    }
    this.verify(from, at);
    this.bytes.copyWithin(0, at, this.filled);
    this.filled -= at;
    this.awaited = this.filled * 2;
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

  /** A UTF-8 byte order mark is no part of the first cell. */
  private skipMark(): number {
    if (!this.mayHaveMark) return 0;
    this.mayHaveMark = false;
    const { bytes } = this;
    const hasMark = this.filled >= UTF8_MARK.length && UTF8_MARK.every((byte, index) => bytes[index] === byte);
    return hasMark ? UTF8_MARK.length : 0;
  }

  /**
   * Passes over the rest of the line that the stretch before reads; and over more lines, where what follows is no row, for
   * they may be text in quotes. If that was wrong, the stretch before ends elsewhere, which is seen when the two are merged.
   */
  private findStart(from: number, isLast: boolean): number {
    const lineEnd = this.plan.layout.dialect.lineEnd === "\n" ? 0x0a : 0x0d;
    const bytes = this.bytes.subarray(0, this.filled);
    const first = bytes.indexOf(lineEnd, from);
    if (first < 0) return this.filled;
    const block = { end: this.filled, isLast, limit: this.filled };
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

  /**
   * Where the encoding was told from the first bytes of the file only, the others must bear it out. Those before the
   * stretch's first record are the stretch's before, and may begin in the middle of a character.
   */
  private verify(start: number, end: number): void {
    if (this.plan.layout.isVerified || !this.scanner.sawUnusual()) return;
    if (!isCleanUtf8(this.bytes.subarray(start, end))) throw new EncodingSurprise();
  }
}
