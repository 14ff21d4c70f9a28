import { asBuffer } from "../files/as-buffer.ts";

/** Memory that text is scanned in, as the scanner has it: it may lie elsewhere after it was made larger. */
export interface BlockMemory {
  readonly bytes: Uint8Array;
  /** Makes it so large; what it holds stays. */
  readonly makeRoom: (bytes: number) => void;
}

/** Scanning must wait for more bytes. */
export const WAIT = -1;

const UTF8_MARK = Buffer.from("\ufeff");
const FIRST_BYTES = 1 << 16;

/**
 * The piece of a file that is scanned: bytes are written behind those that are left from before, whole records are scanned
 * from the front, and the rest moves up. A byte order mark in front is passed over.
 */
export class TextBlock {
  filled = 0;
  private readonly memory: BlockMemory;
  private mayHaveMark: boolean;
  /** With fewer bytes, a record that was not whole is not looked at again: each look begins at its first byte. */
  private awaited = 0;

  constructor(memory: BlockMemory, { mayHaveMark }: { readonly mayHaveMark: boolean }) {
    this.memory = memory;
    this.mayHaveMark = mayHaveMark;
  }

  /** Room for the next bytes, at least one. */
  room(): Uint8Array {
    if (this.filled >= this.memory.bytes.length) {
      this.memory.makeRoom(Math.max(FIRST_BYTES, this.memory.bytes.length * 2));
    }
    return this.memory.bytes.subarray(this.filled);
  }

  /** Adds bytes that lie elsewhere. */
  add(block: Uint8Array): void {
    const needed = this.filled + block.length;
    if (needed > this.memory.bytes.length) this.memory.makeRoom(Math.max(FIRST_BYTES, needed * 2));
    this.memory.bytes.set(block, this.filled);
    this.filled = needed;
  }

  /** Where the first record begins, or {@link WAIT} as long as that cannot be known, or it was not whole and hardly grew. */
  begin(isLast: boolean): number {
    if (!isLast && (this.filled < this.awaited || (this.mayHaveMark && this.filled < UTF8_MARK.length))) return WAIT;
    const hasMark = this.mayHaveMark && asBuffer(this.memory.bytes).subarray(0, this.filled).indexOf(UTF8_MARK) === 0;
    this.mayHaveMark = false;
    return hasMark ? UTF8_MARK.length : 0;
  }

  /** Moves what was not scanned to the front. */
  keepFrom(at: number): void {
    this.memory.bytes.copyWithin(0, at, this.filled);
    this.filled -= at;
    this.awaited = this.filled * 2;
  }
}
