import type { TextCodes } from "./dictionary.ts";
import { hashKey } from "./hash-key.ts";

const FIRST_CAPACITY = 1024;
const AVERAGE_KEY_BYTES = 16;

/** Keys that one dictionary has and another does not know yet: their bytes one after another, and where each ends. */
export interface NewKeys {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
  readonly hashes: Int32Array;
}

/**
 * Gives each distinct key a number, 0, 1, 2 …, in the order of first appearance, from the key's UTF-8 bytes: an open
 * addressing table with linear probing, at most half full, whose keys lie one after another in one arena. Keys with equal
 * hashes are compared byte by byte. A key costs 16 bytes and its own.
 */
export class KeyDictionary implements TextCodes {
  /** Code + 1 of the key in each place; 0 where it is free. */
  private places = new Int32Array(FIRST_CAPACITY * 2);
  private mask = FIRST_CAPACITY * 2 - 1;
  private hashes = new Int32Array(FIRST_CAPACITY);
  /** `ends[code]` is where the key ends in the arena; it starts where the one before ends. */
  private ends = new Uint32Array(FIRST_CAPACITY);
  private arena = Buffer.allocUnsafeSlow(FIRST_CAPACITY * AVERAGE_KEY_BYTES);
  private used = 0;
  private decoded: string[] = [];
  length = 0;

  /** The code of the key in `bytes[start … end)`, whose hash is `hash` by {@link hashKey}. */
  codeOfBytes(bytes: Uint8Array, start: number, end: number, hash: number): number {
    if (this.length === this.hashes.length) this.grow();
    const { places, mask, hashes } = this;
    let place = hash & mask;
    for (;;) {
      const code = (places[place] as number) - 1;
      if (code < 0) {
        places[place] = this.length + 1;
        return this.add(bytes, start, end, hash);
      }
      if (hashes[code] === hash && this.equals(code, bytes, start, end)) return code;
      place = (place + 1) & mask;
    }
  }

  code(text: string): number {
    const bytes = Buffer.from(text);
    return this.codeOfBytes(bytes, 0, bytes.length, hashKey(bytes, 0, bytes.length));
  }

  text(code: number): string {
    if (code < 0 || code >= this.length) return "";
    return this.arena.toString("utf8", this.startOf(code), this.ends[code]);
  }

  /** All keys as text; made once, and again after keys were added. */
  get texts(): readonly string[] {
    for (let code = this.decoded.length; code < this.length; code += 1) {
      this.decoded.push(this.arena.toString("utf8", this.startOf(code), this.ends[code]));
    }
    return this.decoded;
  }

  /** The bytes of all keys, and where each ends. */
  bytes(): { readonly arena: Uint8Array; readonly ends: Uint32Array } {
    return { arena: this.arena.subarray(0, this.used), ends: this.ends.subarray(0, this.length) };
  }

  /** Copies of the keys from a code on. */
  keysFrom(first: number): NewKeys {
    const start = first === 0 ? 0 : (this.ends[first - 1] as number);
    return {
      bytes: Uint8Array.prototype.slice.call(this.arena, start, this.used),
      ends: this.ends.slice(first, this.length).map((end) => end - start),
      hashes: this.hashes.slice(first, this.length),
    };
  }

  private startOf(code: number): number {
    return code === 0 ? 0 : (this.ends[code - 1] as number);
  }

  private equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { arena } = this;
    let at = this.startOf(code);
    if ((this.ends[code] as number) - at !== end - start) return false;
    for (let index = start; index < end; index += 1, at += 1) if (arena[at] !== bytes[index]) return false;
    return true;
  }

  private add(bytes: Uint8Array, start: number, end: number, hash: number): number {
    if (this.used + end - start > this.arena.length) this.growArena(end - start);
    let { used } = this;
    const { arena } = this;
    for (let index = start; index < end; index += 1, used += 1) arena[used] = bytes[index] as number;
    this.used = used;
    this.hashes[this.length] = hash;
    this.ends[this.length] = used;
    this.length += 1;
    return this.length - 1;
  }

  private grow(): void {
    const capacity = this.hashes.length * 2;
    const hashes = new Int32Array(capacity);
    hashes.set(this.hashes);
    const ends = new Uint32Array(capacity);
    ends.set(this.ends);
    const places = new Int32Array(capacity * 2);
    const mask = places.length - 1;
    for (let code = 0; code < this.length; code += 1) {
      let place = (hashes[code] as number) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = code + 1;
    }
    this.hashes = hashes;
    this.ends = ends;
    this.places = places;
    this.mask = mask;
  }

  private growArena(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(this.arena.length * 2, this.used + needed));
    this.arena.copy(larger, 0, 0, this.used);
    this.arena = larger;
  }
}
