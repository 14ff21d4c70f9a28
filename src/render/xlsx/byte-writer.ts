import { AMOUNT_SCALE } from "../../basics/money/amount.ts";

/** Of a chunk, unless its taker wants others. */
const CHUNK_BYTES = 1 << 18;
/** No number or day is longer; longer texts make room for themselves. */
const LONGEST_CELL = 64;

const [ZERO, MINUS, POINT] = [0x30, 0x2d, 0x2e] as const;

/** Numbers below this are divided as whole numbers of 32 bits, which is faster. */
const SMALL = 2 ** 31;
const DECIMALS = 6;
const DECIMAL_SCALE = 10 ** DECIMALS;
/** A decimal of at most 15 digits is the shortest text of the double nearest to it, for no other such decimal is as near. */
const LARGEST_SHORT = 10 ** (15 - DECIMALS);

/** Writes numbers and texts as bytes, one after another, into chunks of memory that are handed on. */
export class ByteWriter {
  private readonly chunkBytes: number;
  /** Memory that chunks take in turn, the longest unused first. */
  private readonly turns: (Buffer<ArrayBuffer> | null)[];
  private bytes: Buffer<ArrayBuffer>;
  private at = 0;
  /** What a row may take, texts that make room for themselves aside. */
  private rowBytes = 0;

  /** @param turns how many pieces of memory chunks take in turn; by default each has its own */
  constructor(chunkBytes = CHUNK_BYTES, turns = 0) {
    this.chunkBytes = chunkBytes;
    this.turns = Array.from({ length: Math.max(0, turns - 1) }, () => null);
    this.bytes = Buffer.allocUnsafe(chunkBytes);
  }

  get isFull(): boolean {
    return this.at >= this.chunkBytes - (this.chunkBytes >> 3);
  }

  /** What was written; the next cells go into memory of their own, or into that of an earlier chunk whose turn it is. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.at);
    if (this.turns.length > 0) this.turns.push(this.bytes);
    this.bytes = this.turns.shift() ?? Buffer.allocUnsafe(this.chunkBytes);
    this.at = 0;
    return taken;
  }

  /** Makes room for so many cells with a byte after each; must come before they are written. */
  startRow(cells: number): void {
    this.rowBytes = cells * (LONGEST_CELL + 1);
    this.makeRoom(this.rowBytes);
  }

  writeByte(byte: number): void {
    this.bytes[this.at] = byte;
    this.at += 1;
  }

  /** A safe whole number. */
  writeWhole(value: number): void {
    if (value < 0) this.writeByte(MINUS);
    let rest = Math.abs(value);
    let digits = 1;
    for (let power = 10; rest >= power; power *= 10) digits += 1;
    const { bytes } = this;
    let place = this.at + digits;
    this.at = place;
    while (rest >= SMALL) {
      const next = Math.floor(rest / 10);
      place -= 1;
      bytes[place] = ZERO + (rest - next * 10); // in this order, which stays exact
      rest = next;
    }
    let small = rest | 0;
    do {
      const next = (small / 10) | 0;
      place -= 1;
      bytes[place] = ZERO + small - next * 10;
      small = next;
    } while (small > 0);
  }

  /** Whole 1/10,000 of a unit with 2 to 4 decimals, as `formatAmount` writes them. */
  writeMoney(value: number): void {
    if (value < 0) this.writeByte(MINUS);
    const magnitude = Math.abs(value);
    const units = Math.floor(magnitude / AMOUNT_SCALE);
    const fraction = magnitude - units * AMOUNT_SCALE;
    this.writeWhole(units);
    this.writeByte(POINT);
    this.writeDigits(fraction, 4, 2);
  }

  /** A double of few decimals as its shortest text; false, and nothing written, where `String` must find it. */
  writeShort(value: number): boolean {
    const magnitude = Math.abs(value);
    if (magnitude >= LARGEST_SHORT) return false;
    const scaled = Math.round(magnitude * DECIMAL_SCALE);
    if (scaled / DECIMAL_SCALE !== magnitude) return false;
    if (value < 0) this.writeByte(MINUS);
    const units = Math.floor(magnitude);
    this.writeWhole(units);
    const fraction = scaled - units * DECIMAL_SCALE;
    if (fraction === 0) return true;
    this.writeByte(POINT);
    this.writeDigits(fraction, DECIMALS, 1);
    return true;
  }

  /** So many digits of a number, without zeros at its end but with `least` digits at the least. */
  private writeDigits(value: number, digits: number, least: number): void {
    const { bytes, at } = this;
    let rest = value | 0;
    let written = 0;
    for (let place = digits - 1; place >= 0; place -= 1) {
      const next = (rest / 10) | 0;
      const digit = rest - next * 10;
      if (written === 0 && (digit !== 0 || place < least)) written = place + 1;
      bytes[at + place] = ZERO + digit;
      rest = next;
    }
    this.at = at + written;
  }

  /** Bytes as they are. */
  copy(source: Uint8Array, start: number, end: number): void {
    if (end - start > LONGEST_CELL) {
      this.makeRoom(end - start + this.rowBytes);
      this.bytes.set(source.subarray(start, end), this.at);
    } else {
      const { bytes, at } = this;
      for (let index = start; index < end; index += 1) bytes[at + index - start] = source[index] as number;
    }
    this.at += end - start;
  }

  /** Any text, as UTF-8. */
  writeText(text: string): void {
    this.makeRoom(text.length * 3 + this.rowBytes);
    this.at += this.bytes.write(text, this.at);
  }

  private makeRoom(bytes: number): void {
    if (this.at + bytes <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + bytes));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}
