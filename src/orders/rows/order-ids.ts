import { areDifferent, sortedPartialHashes } from "../../csv/keys/are-different.ts";
import type { TextCodes } from "../../csv/keys/dictionary.ts";
import { ALL_PARTITIONS, type PartialHashes } from "../../csv/keys/hashed-keys.ts";
import { areApart, KeySequence, type KeySpan } from "../../csv/keys/key-sequence.ts";
import { ORIGIN_MARK } from "../../csv/keys/source-mark.ts";
import type { CellBytes, TypedColumn } from "../../typed/typed-table.ts";
import { FollowedTaker } from "./hashed-taker.ts";
import { KeptKeys, type KeyTaker, meaningOf } from "./key-taker.ts";
import { OrderIdsOutOfTurn, OrderIdsRepeat } from "./restart-reasons.ts";
import type { RowBuffer } from "./row-buffer.ts";

/** The order ids of all tables with types, where they are not kept, until all rows were read. */
export class FoundOrders {
  private readonly sequences: KeySpan[] = [];
  private readonly different: PartialHashes[] = [];
  private areTold = false;

  /** Whether some are taken to be different, as all are from then on. */
  get areDifferent(): boolean {
    return this.different.length > 0;
  }

  /** Adds the ids of a table that are in turn; `null` where it has none. */
  addSequence(span: KeySpan | null): void {
    this.areTold = true;
    if (span !== null) this.sequences.push(span);
  }

  /**
   * Adds ids that are taken to be different.
   *
   * @throws OrderIdsOutOfTurn where others were taken to be in turn, to which they cannot be compared
   */
  addDifferent(partial: PartialHashes): void {
    if (this.sequences.length > 0) throw new OrderIdsOutOfTurn();
    this.areTold = true;
    this.different.push(partial);
  }

  /**
   * Numbers the orders of a table as its rows are.
   *
   * @throws OrderIdsOutOfTurn, OrderIdsRepeat where two may have the same id
   */
  number(rows: RowBuffer): void {
    if (!this.areTold) return;
    if (!areApart(this.sequences)) throw new OrderIdsOutOfTurn();
    if (!areDifferent(this.different, ALL_PARTITIONS)) throw new OrderIdsRepeat();
    rows.numberOrders(rows.length);
  }
}

/** Takes the order ids of one table's rows. */
export interface OrderIdTaker extends KeyTaker {
  /** Where the codes of ids come from that are read as texts. */
  readonly texts: TextCodes;
  /** Tells what was found when all are taken. */
  readonly tell: (found: FoundOrders) => void;
}

/** Ids that are kept: each has the code of its text. */
export class KeptOrderIds extends KeptKeys implements OrderIdTaker {
  tell(): void {}
}

/** Ids of which each comes after the one before. */
export class OrderIdsInTurn extends FollowedTaker implements OrderIdTaker {
  readonly texts: KeySequence;

  constructor() {
    const texts = new KeySequence();
    super(texts);
    this.texts = texts;
  }

  tell(found: FoundOrders): void {
    found.addSequence(this.texts.span());
  }
}

/** After so many ids it is looked whether some repeat, so that most tables where they do are not read to the end first. */
const EARLY_LOOK = 1 << 15;
const WORD_BYTES = 4;
/** The two halves take the same words in different ways: odd factors with about as many bits set as not. */
const [SECOND_SEED, FIRST_FACTOR, SECOND_FACTOR] = [0x9e3779b9 | 0, 0x85ebca6b | 0, 0xc2b2ae35 | 0] as const;

/**
 * Ids that are taken to be all different, by 64 bits of a hash. Where two hashes are the same, ids may be, and everything is read
 * again with whole ids: who can make hashes meet makes the reading slow, and not wrong.
 */
export class DifferentOrderIds implements OrderIdTaker {
  readonly areCodes = false;
  readonly lowersEmails = false;
  readonly meaning = meaningOf;
  readonly texts: TextCodes = {
    length: 0,
    texts: [],
    text: () => "",
    code: (text) => {
      this.remembered = Buffer.from(text.slice(text.indexOf(ORIGIN_MARK) + 1));
      return 0;
    },
  };
  private remembered: Uint8Array = new Uint8Array(0);
  private halves = new Int32Array(2048);
  private count = 0;

  /** @throws OrderIdsRepeat where that is seen early */
  take({ bytes, start, end }: CellBytes): number {
    return this.takeBytes(bytes, start, end);
  }

  private takeBytes(bytes: Uint8Array, start: number, end: number): number {
    if (this.count * 2 === this.halves.length) this.grow();
    let [first, second] = [end - start, SECOND_SEED];
    for (let from = start; from < end; from += WORD_BYTES) {
      const word = from + WORD_BYTES <= end ? wordAt(bytes, from) : restAt(bytes, from, end);
      first = Math.imul(first ^ word, FIRST_FACTOR);
      first ^= first >>> 15;
      second = Math.imul((second ^ word) + ((second << 13) | (second >>> 19)), SECOND_FACTOR);
      second ^= second >>> 16;
    }
    this.halves[this.count * 2] = spread(first);
    this.halves[this.count * 2 + 1] = spread(second);
    this.count += 1;
    if (this.count === EARLY_LOOK) this.look();
    return 0;
  }

  private grow(): void {
    const larger = new Int32Array(this.halves.length * 2);
    larger.set(this.halves);
    this.halves = larger;
  }

  private sorted(): PartialHashes {
    return sortedPartialHashes(this.halves.subarray(0, this.count * 2));
  }

  private look(): void {
    if (!areDifferent([this.sorted()], ALL_PARTITIONS)) throw new OrderIdsRepeat();
  }

  /** @throws OrderIdsRepeat where that is seen early */
  takeText(_: number, key: number): void {
    if (key >= 0) this.takeBytes(this.remembered, 0, this.remembered.length);
  }

  tell(found: FoundOrders): void {
    found.addDifferent(this.sorted());
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}

function restAt(bytes: Uint8Array, start: number, end: number): number {
  let rest = 0;
  for (let at = end - 1; at >= start; at -= 1) rest = (rest << 8) | (bytes[at] as number);
  return rest;
}

/** A bijection of 32 bits (Chris Wellons, "lowbias32"). */
function spread(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

/** So many ids show whether they are in turn. */
const IDS_TO_SEE = 1000;

/** Whether the first ids of a column are in turn, as far as they are stored as bytes. */
export function beginInTurn(columns: readonly { readonly cells: TypedColumn }[], records: number): boolean {
  const sequence = new KeySequence();
  const cell = columns[0]?.cells.bytes?.();
  if (cell === undefined) return true;
  for (let record = 0; record < Math.min(records, IDS_TO_SEE); record += 1) {
    if (!cell.seek(record) || cell.start === cell.end) continue;
    if (!sequence.note(cell.bytes, cell.start, cell.end)) return false;
  }
  return true;
}
