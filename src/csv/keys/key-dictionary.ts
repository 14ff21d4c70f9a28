import { isAscii } from "node:buffer";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import { asBuffer } from "../../files/as-buffer.ts";
import type { TextCodes } from "./dictionary.ts";
import { hashKey } from "./hash-key.ts";
import type { KeyBytes } from "./key-bytes.ts";
import { sortKeys } from "./sort-keys.ts";

const FIRST_CAPACITY = 1024;
const AVERAGE_KEY_BYTES = 16;
/** Whole numbers below this are looked up by their value, in a table of at most 40 MB. */
const LARGEST_DIRECT = 10_000_000;
const MOST_DIRECT_DIGITS = String(LARGEST_DIRECT - 1).length;
const [ZERO, NINE] = [0x30, 0x39] as const;
/** A smaller table grows to four times its size, for its keys must be placed again each time. */
const FEW_PLACES = 1 << 20;
/** Keys of ASCII up to this length need no memory of their own to be looked up. */
const SHORT_KEY = 64;
const LAST_ASCII = 0x7f;
/** No text may be longer than about 2^29 characters. */
const LONGEST_TEXT = 2 ** 28;

/** Keys: their bytes one after another, and where each ends. */
export interface NewKeys {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** What stands in a place of the table: code + 1 (0 where it is free), hash, and where the key lies in the arena. */
const PLACE = { code: 0, hash: 1, start: 2, end: 3, size: 4 } as const;
const PLACE_BITS = 2;

/**
 * Gives each distinct key a number, 0, 1, 2 …, in the order of first appearance, from the key's UTF-8 bytes: an open
 * addressing table with linear probing, at most half full, whose keys lie one after another in one arena. Keys with equal
 * hashes are compared byte by byte.
 *
 * All that a look-up needs of a place lies side by side, because with many keys it is the waiting for memory that costs:
 * one line of the place, one of the key.
 */
export class KeyDictionary implements TextCodes {
  private places = new Int32Array(FIRST_CAPACITY * 2 * PLACE.size);
  /** `ends[code]` is where the key ends in the arena; it starts where the one before ends. */
  private ends: Uint32Array = new Uint32Array(FIRST_CAPACITY);
  private arena: Buffer = Buffer.allocUnsafeSlow(FIRST_CAPACITY * AVERAGE_KEY_BYTES);
  private used = 0;
  /** Keys in `places`; the others are small whole numbers. */
  private placed = 0;
  /** Whether keys were taken over that are not placed yet. */
  private isAdopted = false;
  private decoded: readonly string[] = [];
  private sorted: Int32Array | null = null;
  /** Where the bytes of a short key are put together: a buffer for each would cost more than the look-up. */
  private readonly short = new Uint8Array(SHORT_KEY);
  /** Code + 1 of small whole numbers. */
  private direct = new Int32Array(0);
  length = 0;

  /** The code of the key in `bytes[start … end)`. */
  codeOf(bytes: Uint8Array, start: number, end: number): number {
    if (this.isAdopted) this.placeAdopted();
    const value = wholeNumber(bytes, start, end);
    return value >= 0 ? this.codeOfNumber(value, bytes, start, end) : this.codeOfText(bytes, start, end);
  }

  /** Takes over keys that are all different, while it has none; they get the codes 0, 1, 2 …. They are placed when one is looked up. */
  adopt({ bytes, ends }: NewKeys): void {
    if (this.length > 0) throw new Error("the dictionary has keys already");
    this.arena = asBuffer(bytes);
    this.used = bytes.length;
    this.ends = ends;
    this.length = ends.length;
    this.isAdopted = true;
  }

  /**
   * The code of a key that is a whole number below {@link LARGEST_DIRECT}, written without zeros in front. Such keys are
   * looked up by their value, at a fraction of the cost of others, and stand nowhere else.
   */
  private codeOfNumber(value: number, bytes: Uint8Array, start: number, end: number): number {
    if (value >= this.direct.length) this.growDirect(value);
    const known = this.direct[value] as number;
    if (known !== 0) return known - 1;
    if (this.length === this.ends.length) this.growEnds();
    this.direct[value] = this.length + 1;
    return this.append(bytes, start, end);
  }

  /** As {@link codeOf}, for a key that is known not to be a small whole number. */
  private codeOfText(bytes: Uint8Array, start: number, end: number): number {
    if (this.length === this.ends.length) this.growEnds();
    if (this.placed * 2 * PLACE.size >= this.places.length) this.growPlaces();
    const { places, arena } = this;
    const hash = hashKey(bytes, start, end);
    const wrap = places.length - 1; // a power of two less one
    let place = (hash << PLACE_BITS) & wrap;
    search: for (;;) {
      const code = (places[place] as number) - 1;
      if (code < 0) return this.add(bytes, start, { end, hash, place });
      if (places[place + PLACE.hash] === hash) {
        const from = places[place + PLACE.start] as number;
        if ((places[place + PLACE.end] as number) - from === end - start) {
          for (let index = start, at = from; index < end; index += 1, at += 1) {
            if (arena[at] === bytes[index]) continue;
            place = (place + PLACE.size) & wrap;
            continue search;
          }
          return code;
        }
      }
      place = (place + PLACE.size) & wrap;
    }
  }

  code(text: string): number {
    const { short } = this;
    const { length } = text;
    if (length > SHORT_KEY) return this.codeOfLong(text);
    for (let at = 0; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit > LAST_ASCII) return this.codeOfLong(text);
      short[at] = unit;
    }
    return this.codeOf(short, 0, length);
  }

  private codeOfLong(text: string): number {
    const bytes = Buffer.from(text);
    return this.codeOf(bytes, 0, bytes.length);
  }

  text(code: number): string {
    if (code < 0 || code >= this.length) return "";
    return this.arena.toString("utf8", this.startOf(code), this.ends[code]);
  }

  /** All keys as text; made once, and again after keys were added. */
  get texts(): readonly string[] {
    if (this.decoded.length < this.length) this.decoded = this.decodeAll();
    return this.decoded;
  }

  /** The codes sorted by their keys, by code unit. */
  order(): Int32Array {
    if (this.sorted?.length !== this.length) this.sorted = this.sort();
    return this.sorted;
  }

  /** Takes over the order of all keys where somebody else has sorted them; it is of use until keys are added. */
  adoptOrder(order: Int32Array): void {
    if (order.length === this.length) this.sorted = order;
  }

  /** All keys as they lie in the dictionary's own memory: of use until keys are added. */
  keyBytes(): KeyBytes {
    return { arena: this.arena.subarray(0, this.used), ends: this.ends.subarray(0, this.length) };
  }

  private placeAdopted(): void {
    const { arena, ends, length } = this;
    this.isAdopted = false;
    [this.length, this.used, this.ends, this.arena] = [
      0,
      0,
      new Uint32Array(ends.length + 1),
      Buffer.allocUnsafeSlow(arena.length),
    ];
    for (let code = 0; code < length; code += 1) {
      this.codeOf(arena, code === 0 ? 0 : (ends[code - 1] as number), ends[code] as number);
    }
  }

  private sort(): Int32Array {
    return sortKeys(this.keyBytes()) ?? this.sortTexts();
  }

  private sortTexts(): Int32Array {
    const { texts } = this;
    return Int32Array.from(texts.keys()).sort((a, b) => compareCodeUnits(texts[a] as string, texts[b] as string));
  }

  private startOf(code: number): number {
    return code === 0 ? 0 : (this.ends[code - 1] as number);
  }

  /** Where all keys are ASCII, they are cut out of one text: many times as fast as making each from its bytes. */
  private decodeAll(): readonly string[] {
    const all = this.arena.subarray(0, this.used);
    if (!isAscii(all) || this.used > LONGEST_TEXT) {
      return Array.from({ length: this.length }, (_, code) => this.text(code));
    }
    const text = all.toString("latin1");
    return Array.from({ length: this.length }, (_, code) => text.slice(this.startOf(code), this.ends[code]));
  }

  private add(
    bytes: Uint8Array,
    start: number,
    { end, hash, place }: { readonly end: number; readonly hash: number; readonly place: number },
  ): number {
    const { places } = this;
    const from = this.used;
    const code = this.append(bytes, start, end);
    places[place] = code + 1;
    places[place + PLACE.hash] = hash;
    places[place + PLACE.start] = from;
    places[place + PLACE.end] = this.used;
    this.placed += 1;
    return code;
  }

  private append(bytes: Uint8Array, start: number, end: number): number {
    if (this.used + end - start > this.arena.length) this.growArena(end - start);
    const { arena, used, length } = this;
    for (let index = start, at = used; index < end; index += 1, at += 1) arena[at] = bytes[index] as number;
    this.used = used + end - start;
    this.ends[length] = this.used;
    this.length = length + 1;
    return length;
  }

  private growEnds(): void {
    const ends = new Uint32Array(this.ends.length * 2);
    ends.set(this.ends);
    this.ends = ends;
  }

  private growPlaces(): void {
    const places = new Int32Array(this.places.length * (this.places.length < FEW_PLACES ? 4 : 2));
    const wrap = places.length - 1;
    for (let from = 0; from < this.places.length; from += PLACE.size) {
      if (this.places[from] === 0) continue;
      let to = ((this.places[from + PLACE.hash] as number) << PLACE_BITS) & wrap;
      while (places[to] !== 0) to = (to + PLACE.size) & wrap;
      for (let part = 0; part < PLACE.size; part += 1) places[to + part] = this.places[from + part] as number;
    }
    this.places = places;
  }

  private growDirect(value: number): void {
    const larger = new Int32Array(Math.min(LARGEST_DIRECT, Math.max(FIRST_CAPACITY, value * 2)));
    larger.set(this.direct);
    this.direct = larger;
  }

  private growArena(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(this.arena.length * 2, this.used + needed));
    this.arena.copy(larger, 0, 0, this.used);
    this.arena = larger;
  }
}

/** The whole number below {@link LARGEST_DIRECT} that a key is, written without zeros in front; −1 for any other. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > MOST_DIRECT_DIGITS || start === end || (bytes[start] === ZERO && end - start > 1)) return -1;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte < ZERO || byte > NINE) return -1;
    value = value * 10 + byte - ZERO;
  }
  return value;
}
