import type { TextCodes } from "./dictionary.ts";
import { ORIGIN_MARK } from "./source-mark.ts";

/** No longer key is in turn. */
const LONGEST = 1024;
/** Keys that are so often out of turn are not followed. */
const MOST_SEQUENCES = 64;

/** The bytes of the first and the last of some keys, by the order of a {@link KeySequence}. */
export interface KeySpan {
  readonly least: Uint8Array;
  readonly greatest: Uint8Array;
}

/** Where a key begins, and where it ends. */
export type KeyBounds = readonly [start: number, end: number];

/**
 * Keys of which each comes after the one before, or each before it, as order ids do in most exports. Shorter keys come first,
 * those of the same length by their bytes: numbers go by their value, with the same letters before them, too. Keys in turn are
 * all different, and nothing need be kept of them but the two ends.
 */
export class KeySequence implements TextCodes {
  readonly texts: readonly string[] = [];
  readonly length = 0;
  private first: Uint8Array | null = null;
  private readonly last = new Uint8Array(LONGEST);
  private lastLength = 0;
  /** Above 0 where keys rise, below where they fall, 0 as long as there is one. */
  private direction = 0;
  private remembered: Uint8Array | null = null;
  /** The key that was remembered last, and its code. */
  private coded: Buffer | null = null;
  private lastCode = 0;
  /** The ends of the sequences before this one. */
  private before: KeySpan[] = [];

  /**
   * Remembers a key that does not stand in the file as it is, until {@link noteText}. Its code is that of the key before where they are the
   * same, and another where not.
   */
  code(prefixed: string): number {
    const key = Buffer.from(prefixed.slice(prefixed.indexOf(ORIGIN_MARK) + 1));
    if (this.coded?.equals(key) === false) this.lastCode ^= 1;
    this.coded = key;
    this.remembered = key;
    return this.lastCode;
  }

  text(): string {
    return "";
  }

  /** Takes the key that was remembered as {@link note} does, or as {@link noteOrBegin}; false where there is none, too. */
  noteText(mayBegin = false): boolean {
    const text = this.remembered;
    this.remembered = null;
    if (text === null) return false;
    return mayBegin ? this.noteOrBegin(text, 0, text.length) : this.note(text, 0, text.length);
  }

  /** Whether the key that was remembered is the last one, which then is forgotten. */
  isLastText(): boolean {
    const text = this.remembered;
    const isLast = text !== null && this.isLast(text, 0, text.length);
    if (isLast) this.remembered = null;
    return isLast;
  }

  /** Whether a key is the last one. */
  isLast(bytes: Uint8Array, start: number, end: number): boolean {
    const { last, lastLength } = this;
    if (this.first === null || end - start !== lastLength) return false;
    for (let at = 0; at < lastLength; at += 1) if (last[at] !== bytes[start + at]) return false;
    return true;
  }

  /** Takes the next key, which begins another sequence where it is out of turn; false where it is the last one, or there were too many. */
  noteOrBegin(bytes: Uint8Array, start: number, end: number): boolean {
    const step = this.direction === 0 ? 0 : this.stepTo(bytes, start, end - start);
    if (step !== 0 && step > 0 !== this.direction > 0 && !this.begin()) return false;
    return this.note(bytes, start, end);
  }

  /** Begins another sequence with the next key; false where there were too many. */
  private begin(): boolean {
    if (this.before.length + 1 === MOST_SEQUENCES) return false;
    this.before = this.spans();
    this.first = null;
    this.direction = 0;
    return true;
  }

  /**
   * Takes the first and the last of keys that are in turn among themselves, as {@link noteOrBegin} does; they begin another sequence, too, where
   * the first comes after the one before and the last comes before the first, or the other way round.
   *
   * @param goesOn whether the first may be the one that was taken last
   */
  noteRun(bytes: Uint8Array, first: KeyBounds, last: KeyBounds, goesOn: boolean): boolean {
    if (!(goesOn && this.isLast(bytes, ...first)) && !this.noteOrBegin(bytes, ...first)) return false;
    if (this.isLast(bytes, ...last)) return true;
    const [start, end] = last;
    const turns = this.direction !== 0 && this.stepTo(bytes, start, end - start) > 0 !== this.direction > 0;
    if (turns && !(this.begin() && this.note(bytes, ...first))) return false;
    return this.note(bytes, start, end);
  }

  /** Takes the next key; false where it is out of turn. */
  note(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if (length > LONGEST) return false;
    if (this.first === null) {
      this.first = bytes.slice(start, end);
      this.last.set(this.first);
      this.lastLength = length;
      return true;
    }
    const step = this.stepTo(bytes, start, length);
    for (let at = 0; at < length; at += 1) this.last[at] = bytes[start + at] as number;
    this.lastLength = length;
    if (this.direction === 0) this.direction = step;
    return step !== 0 && step > 0 === this.direction > 0;
  }

  /** Above 0 where a key comes after the last one, 0 where they are the same. */
  private stepTo(bytes: Uint8Array, start: number, length: number): number {
    const { last, lastLength } = this;
    if (length !== lastLength) return length - lastLength;
    let at = 0;
    while (at < length && last[at] === bytes[start + at]) at += 1;
    return at === length ? 0 : (bytes[start + at] as number) - (last[at] as number);
  }

  /** Above 0 where keys rise, below where they fall, 0 where that is not known. */
  get step(): number {
    return this.direction;
  }

  /** The two ends of each sequence. */
  spans(): KeySpan[] {
    const span = this.span();
    return span === null ? this.before : [...this.before, span];
  }

  /** The two ends of the last sequence; `null` without a key. */
  span(): KeySpan | null {
    if (this.first === null) return null;
    const last = this.last.slice(0, this.lastLength);
    return this.direction < 0 ? { least: last, greatest: this.first } : { least: this.first, greatest: last };
  }

  /** Forgets all keys. */
  clear(): void {
    this.first = null;
    this.direction = 0;
    this.remembered = null;
    this.before = [];
  }
}

/** Whether no key of one span can be among those of another. */
export function areApart(spans: readonly KeySpan[]): boolean {
  return overlapping(spans).every((group) => group.length === 1);
}

/** The spans in groups: no key of one group can be among those of another. */
export function overlapping<Span extends KeySpan>(spans: readonly Span[]): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  let greatest: Uint8Array | null = null;
  for (const span of spans.toSorted((a, b) => compareKeys(a.least, b.least))) {
    if (greatest !== null && compareKeys(greatest, span.least) >= 0) groups.at(-1)?.push(span);
    else groups.push([span]);
    if (greatest === null || compareKeys(span.greatest, greatest) > 0) greatest = span.greatest;
  }
  return groups;
}

function compareKeys(a: Uint8Array, b: Uint8Array): number {
  return a.length - b.length || Buffer.compare(a, b);
}
