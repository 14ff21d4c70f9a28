import type { TextCodes } from "./dictionary.ts";
import { ORIGIN_MARK } from "./key-reader.ts";
import { NotInSequence, OrderIdsNotKept } from "./signals.ts";

/** Ids that only rise or only fall: the first, the last, and 1 or −1; 0 where there is only one id. */
export interface IdRun {
  readonly first: Uint8Array;
  readonly last: Uint8Array;
  readonly direction: number;
}

/** Ids in sequence, as one reader met them: their runs in order, and how many ids there are. */
export interface SequenceSpan {
  readonly runs: readonly IdRun[];
  readonly length: number;
}

/** Exports are sorted with a few rows out of place; with more runs than this they are not sorted. */
const MOST_RUNS = 64;

/**
 * Numbers orders whose ids only rise or only fall from row to row, or stay the same on the next row of their order: no id
 * comes back later, so none needs to be remembered but the last. A longer id is the larger, then the bytes decide.
 *
 * Where ids turn, another run begins. The ids of different runs differ where their ranges do, which is checked when all
 * files were read.
 */
export class OrderSequence implements TextCodes {
  length = 0;
  private last: Uint8Array = new Uint8Array(64);
  private lastLength = -1;
  /** The last id as a number, where it came as one; −1 otherwise. */
  private lastNumber = -1;
  private first: Uint8Array = new Uint8Array(0);
  private direction = 0;
  private runs: IdRun[] = [];
  private origin = 0;
  private readonly runsOfOrigins = new Map<number, IdRun[]>();

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
   * @throws NotInSequence when ids turn too often
   */
  codeOfBytes(bytes: Uint8Array, start: number, end: number): number {
    this.writeLast();
    const way = this.compareWithLast(bytes, start, end);
    if (way === 0) return this.length - 1;
    if (this.lastLength < 0 || !this.goesOn(way)) this.beginRun(bytes.slice(start, end));
    this.remember(bytes, start, end);
    this.length += 1;
    return this.length - 1;
  }

  /** As {@link codeOfBytes}, for an id that is a number of so many digits, at most 15. */
  codeOfNumber(value: number, digits: number): number {
    if (digits !== this.lastLength || this.lastNumber < 0) {
      const code = this.codeOfBytes(digitsOf(value, digits), 0, digits);
      this.lastNumber = value;
      return code;
    }
    if (value === this.lastNumber) return this.length - 1;
    if (!this.goesOn(value > this.lastNumber ? 1 : -1)) {
      this.writeLast();
      this.beginRun(digitsOf(value, digits));
      this.lastLength = digits;
    }
    this.lastNumber = value;
    this.length += 1;
    return this.length - 1;
  }

  /** How the ids ran; `null` without ids. */
  span(): SequenceSpan | null {
    const current = this.currentRun();
    return current === null ? null : { runs: [...this.runs, current], length: this.length };
  }

  /**
   * Goes on with ids that were numbered elsewhere, from 0; returns what to add to their numbers.
   *
   * @throws NotInSequence when ids turn too often
   */
  append({ runs, length }: SequenceSpan): number {
    this.writeLast();
    const [opening, ...others] = runs;
    if (opening === undefined) return this.length;
    const way = this.compareWithLast(opening.first, 0, opening.first.length);
    const isSame = this.lastLength >= 0 && way === 0;
    const offset = isSame ? this.length - 1 : this.length;
    const isJoined =
      this.lastLength >= 0 &&
      (isSame || this.goesOn(way)) &&
      (opening.direction === 0 || this.goesOn(opening.direction));
    if (!isJoined) this.takeRun(opening);
    else this.remember(opening.last, 0, opening.last.length);
    for (const run of others) this.takeRun(run);
    this.length = offset + length;
    return offset;
  }

  /** Begins another file of a source: its ids need not go on where the last file's ended. */
  startFile(origin: number): void {
    this.endFile();
    this.origin = origin;
  }

  /** @throws NotInSequence when two runs of one source may share an id */
  finish(): void {
    this.endFile();
    for (const runs of this.runsOfOrigins.values()) refuseSharedRanges(runs);
  }

  private endFile(): void {
    const span = this.span();
    if (span !== null)
      this.runsOfOrigins.set(this.origin, [...(this.runsOfOrigins.get(this.origin) ?? []), ...span.runs]);
    this.runs = [];
    this.lastLength = -1;
    this.lastNumber = -1;
    this.direction = 0;
  }

  /** Whether an id on this side of the last one goes on with its run. */
  private goesOn(way: number): boolean {
    if (this.direction === 0) this.direction = way;
    return this.direction === way;
  }

  private currentRun(): IdRun | null {
    if (this.lastLength < 0) return null;
    this.writeLast();
    return { first: this.first, last: this.last.slice(0, this.lastLength), direction: this.direction };
  }

  private beginRun(first: Uint8Array): void {
    const current = this.currentRun();
    if (current !== null) this.runs.push(current);
    if (this.runs.length >= MOST_RUNS) throw new NotInSequence();
    this.first = Uint8Array.from(first);
    this.direction = 0;
  }

  private takeRun({ first, last, direction }: IdRun): void {
    this.beginRun(first);
    this.direction = direction;
    this.remember(last, 0, last.length);
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
    if (end - start > this.last.length) this.last = new Uint8Array((end - start) * 2);
    const { last } = this;
    for (let at = start; at < end; at += 1) last[at - start] = bytes[at] as number;
    this.lastLength = end - start;
    this.lastNumber = -1;
  }

  /** Where the last id came as a number, its bytes are written only when they are needed. */
  private writeLast(): void {
    if (this.lastNumber < 0) return;
    this.remember(digitsOf(this.lastNumber, this.lastLength), 0, this.lastLength);
  }
}

function digitsOf(value: number, digits: number): Uint8Array {
  return Buffer.from(String(value).padStart(digits, "0"));
}

/** Refuses runs whose ranges from the least id to the greatest meet, for the same id may be in both. */
function refuseSharedRanges(runs: readonly IdRun[]): void {
  const ranges = runs
    .map(({ first, last, direction }) => (direction < 0 ? { low: last, high: first } : { low: first, high: last }))
    .sort((a, b) => compareIds(a.low, b.low));
  for (const [index, { low }] of ranges.entries()) {
    const before = ranges[index - 1];
    if (before !== undefined && compareIds(before.high, low) >= 0) throw new NotInSequence();
  }
}

function compareIds(a: Uint8Array, b: Uint8Array): number {
  return a.length - b.length || Buffer.compare(a, b);
}
