import { closeSync, openSync, writeSync } from "node:fs";

const BLOCK = 1 << 20;
/** The longest row that fits behind a block before it is written out. */
const ROOM = 1 << 16;
const [ZERO, QUOTE] = [0x30, 0x22];

/** Writes cells of text into a file through one block of bytes; letters up to ÿ are a byte each, as in Windows-1252. */
export class CellWriter {
  bytes = 0;
  private readonly file: number;
  private readonly block = Buffer.allocUnsafe(BLOCK + ROOM);
  private at = 0;

  constructor(path: string) {
    this.file = openSync(path, "w");
  }

  text(text: string): void {
    const { block } = this;
    let { at } = this;
    for (let index = 0; index < text.length; index += 1) {
      block[at] = text.charCodeAt(index);
      at += 1;
    }
    this.at = at;
  }

  /** Text in quotes, its own quotes doubled. */
  quoted(text: string): void {
    this.block[this.at] = QUOTE;
    this.at += 1;
    this.text(text.includes('"') ? text.replaceAll('"', '""') : text);
    this.block[this.at] = QUOTE;
    this.at += 1;
  }

  /** A whole number ≥ 0 below 2^53. */
  whole(value: number): void {
    const start = this.at;
    let rest = value;
    do {
      const tens = Math.floor(rest / 10);
      this.block[this.at] = ZERO + (rest - tens * 10);
      this.at += 1;
      rest = tens;
    } while (rest > 0);
    this.block.subarray(start, this.at).reverse();
  }

  /** Cents as units with two decimals. */
  money(cents: number, decimal: number): void {
    const units = Math.floor(cents / 100);
    this.whole(units);
    const { block, at } = this;
    const rest = cents - units * 100;
    block[at] = decimal;
    block[at + 1] = ZERO + Math.floor(rest / 10);
    block[at + 2] = ZERO + (rest % 10);
    this.at += 3;
  }

  byte(byte: number): void {
    this.block[this.at] = byte;
    this.at += 1;
  }

  endRow(lineEnd: string): void {
    this.text(lineEnd);
    if (this.at >= BLOCK) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    let written = 0;
    while (written < this.at) written += writeSync(this.file, this.block, written, this.at - written);
    this.bytes += this.at;
    this.at = 0;
  }
}
