import type { TextCodes } from "./dictionary.ts";
import { ORIGIN_MARK } from "./key-reader.ts";
import { NotInSequence, OrderIdsNotKept } from "./signals.ts";

/** Ids in sequence, as one reader met them. */
export interface SequenceSpan {
  readonly first: Uint8Array;
  readonly last: Uint8Array;
  /** 1 where ids rise, −1 where they fall, 0 where there is only one. */
  readonly direction: number;
  /** How many there are. */
  readonly length: number;
}

/**
 * Numbers orders whose ids only rise or only fall from row to row, or stay the same on the next row of their order: no id
 * comes back later, so none needs to be remembered but the last. A longer id is the larger, then the bytes decide.
 */
export class OrderSequence implements TextCodes {
  length = 0;
  private last = Buffer.alloc(64);
  private lastLength = -1;
  /** The last id as a number, where it came as one; −1 otherwise. */
  private lastNumber = -1;
  private first: Uint8Array = new Uint8Array(0);
  private direction = 0;

  /** Begins another file: its ids need not go on where the last one's ended. */
  startFile(): void {
    this.lastLength = -1;
    this.lastNumber = -1;
    this.direction = 0;
  }

  get texts(): readonly string[] {
    throw new OrderIdsNotKept();
  }

  text(): string {
    throw new OrderIdsNotKept();
  }

  code(text: string): number {
    const bytes = Buffer.from(text.slice(text.indexOf(ORIGIN_MARK) + 1));
    return this.codeOfBytes(bytes, 0, bytes.length);
  }

  /**
   * The number of the order whose id stands in `bytes[start … end)`.
   *
   * @throws NotInSequence when the id lies on the wrong side of the one before
   */
  codeOfBytes(bytes: Uint8Array, start: number, end: number): number {
    this.writeLast();
    const way = this.compareWithLast(bytes, start, end);
    if (way === 0) return this.length - 1;
    if (this.lastLength >= 0) {
      this.turn(way);
    } else {
      this.first = Uint8Array.from(bytes.subarray(start, end));
    }
    this.remember(bytes, start, end);
    this.length += 1;
    return this.length - 1;
  }

  /** As {@link codeOfBytes}, for an id that is a number of so many digits, at most 15. */
  codeOfNumber(value: number, digits: number): number {
    if (digits !== this.lastLength || this.lastNumber < 0) {
      const code = this.codeOfBytes(Buffer.from(String(value).padStart(digits, "0")), 0, digits);
      this.lastNumber = value;
      return code;
    }
    if (value === this.lastNumber) return this.length - 1;
    this.turn(value > this.lastNumber ? 1 : -1);
    this.lastNumber = value;
    this.length += 1;
    return this.length - 1;
  }

  private turn(way: number): void {
    if (this.direction === 0) this.direction = way;
    else if (this.direction !== way) throw new NotInSequence();
  }

  /** Where the last id came as a number, its bytes are written only now that they are needed. */
  private writeLast(): void {
    if (this.lastNumber < 0) return;
    Buffer.from(String(this.lastNumber).padStart(this.lastLength, "0")).copy(this.last);
    this.lastNumber = -1;
  }

  /** How the ids ran; `null` without ids. */
  span(): SequenceSpan | null {
    if (this.lastLength < 0) return null;
    this.writeLast();
    const last = Uint8Array.from(this.last.subarray(0, this.lastLength));
    return { first: this.first, last, direction: this.direction, length: this.length };
  }

  /**
   * Goes on with ids that were numbered elsewhere, from 0; returns what to add to their numbers.
   *
   * @throws NotInSequence when they lie on the wrong side of those before
   */
  append({ first, last, direction, length }: SequenceSpan): number {
    const before = this.length;
    const start = this.codeOfBytes(first, 0, first.length);
    const isSame = this.length === before;
    if (direction !== 0) this.turn(direction);
    this.remember(last, 0, last.length);
    this.length = start + length;
    return isSame ? before - 1 : before;
  }

  private compareWithLast(bytes: Uint8Array, start: number, end: number): number {
    const { last, lastLength } = this;
    const length = end - start;
    if (length !== lastLength) return length > lastLength ? 1 : -1;
    for (let index = 0; index < length; index += 1) {
      const difference = (bytes[start + index] as number) - (last[index] as number);
      if (difference !== 0) return difference > 0 ? 1 : -1;
    }
    return 0;
  }

  private remember(bytes: Uint8Array, start: number, end: number): void {
    if (end - start > this.last.length) this.last = Buffer.alloc((end - start) * 2);
    const { last } = this;
    for (let at = start; at < end; at += 1) last[at - start] = bytes[at] as number;
    this.lastLength = end - start;
  }
}
