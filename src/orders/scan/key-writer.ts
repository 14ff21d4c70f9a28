import type { NewKeys } from "../../csv/keys/key-dictionary.ts";

const [AT, UPPER_A, LETTERS] = [0x40, 0x41, 26] as const;

/** Texts one after another, and where each ends. */
export class KeyWriter {
  private bytes: Buffer<ArrayBuffer>;
  private readonly ends: Uint32Array<ArrayBuffer>;
  private used = 0;
  private count = 0;

  constructor(count: number) {
    this.ends = new Uint32Array(count);
    this.bytes = Buffer.allocUnsafeSlow(Math.max(64, count * 16));
  }

  /** Where the bytes go that are added next. */
  get end(): number {
    return this.used;
  }

  append(from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    this.makeRoom(length);
    const { bytes, used } = this;
    for (let index = 0; index < length; index += 1) bytes[used + index] = from[start + index] as number;
    this.used = used + length;
  }

  /** Adds texts that end there. */
  addTexts(bytes: Uint8Array, ends: Uint32Array): void {
    this.makeRoom(bytes.length);
    this.bytes.set(bytes, this.used);
    this.ends.set(ends, this.count);
    this.used += bytes.length;
    this.count += ends.length;
  }

  private makeRoom(length: number): void {
    if (this.used + length <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.used + length));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }

  /** Takes the last so many bytes in lower case, if they are an e-mail address. */
  lowerEmail(length: number): void {
    const { bytes, used } = this;
    const start = used - length;
    let isEmail = false;
    for (let at = start; at < used; at += 1) if (bytes[at] === AT) isEmail = true;
    if (!isEmail) return;
    for (let at = start; at < used; at += 1) {
      const byte = bytes[at] as number;
      if ((byte - UPPER_A) >>> 0 < LETTERS) bytes[at] = byte + 32;
    }
  }

  endText(): void {
    this.ends[this.count] = this.used;
    this.count += 1;
  }

  written(): NewKeys {
    return { bytes: this.bytes.subarray(0, this.used), ends: this.ends };
  }
}
