const FIRST_BYTES = 1 << 16;
/** Longer pieces are copied by a call. */
const FEW_BYTES = 40;

/** Texts of rows that are written, as UTF-8, one after another. */
export class RowTexts {
  used = 0;
  private bytes: Buffer = Buffer.allocUnsafe(FIRST_BYTES);

  /** All of them. */
  get all(): Uint8Array {
    return this.bytes.subarray(0, this.used);
  }

  /** Adds bytes; returns where they end. */
  addBytes(source: Uint8Array, start: number, end: number): number {
    const length = end - start;
    this.makeRoom(length);
    const { bytes, used } = this;
    if (length > FEW_BYTES) bytes.set(source.subarray(start, end), used);
    else for (let index = 0; index < length; index += 1) bytes[used + index] = source[start + index] as number;
    this.used = used + length;
    return this.used;
  }

  /** Adds a text of ASCII without any of four characters; false, and nothing added, where it is another. */
  addPlain(text: string, unwanted: readonly [number, number, number, number]): boolean {
    const { length } = text;
    this.makeRoom(length);
    const { bytes, used } = this;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code >= 0x80 || code === unwanted[0] || code === unwanted[1]) return false;
      if (code === unwanted[2] || code === unwanted[3]) return false;
      bytes[used + index] = code;
    }
    this.used = used + length;
    return true;
  }

  addText(text: string): void {
    this.makeRoom(text.length * 3);
    this.used += this.bytes.write(text, this.used);
  }

  private makeRoom(bytes: number): void {
    if (this.used + bytes <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.used + bytes));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }
}
