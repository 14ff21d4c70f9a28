import type { HashedKeys } from "../../csv/keys/hashed-keys.ts";
import type { KeySequence } from "../../csv/keys/key-sequence.ts";
import { HASH_WORDS } from "../../kernel/hash-key.ts";
import { DESCRIBED, type KeyHasher } from "../../kernel/key-hasher.ts";
import type { CellBytes } from "../../typed/typed-table.ts";
import { CellHashes } from "./cell-hashes.ts";
import { type KeyTaker, meaningOf } from "./key-taker.ts";
import { OrderIdsOutOfTurn } from "./restart-reasons.ts";

/** Keys that are not looked up but hashed; what a row has for one is the place of its cell. */
export class HashedTaker implements KeyTaker {
  readonly areCodes = false;
  readonly lowersEmails: boolean;
  private readonly keys: HashedKeys;
  private readonly hasher: KeyHasher;
  /** The hashes of each column's cells. */
  private readonly columns = new Map<CellBytes, CellHashes>();
  /** Those of the column whose cell was last asked about, and where the cell's stand; `null` where its bytes are to be hashed. */
  private hashes: CellHashes | null = null;
  private lastCell: CellBytes | null = null;
  private lastHashes: CellHashes;
  private at = 0;

  /** @param lowersEmails whether e-mail addresses are hashed in lower case */
  constructor(
    keys: HashedKeys,
    { hasher, lowersEmails }: { readonly hasher: KeyHasher; readonly lowersEmails: boolean },
  ) {
    this.keys = keys;
    this.hasher = hasher;
    this.lowersEmails = lowersEmails;
    this.lastHashes = new CellHashes(hasher, lowersEmails);
    keys.hashWith((text, to, at) => hasher.write(text, { start: 0, end: text.length }, to, at));
  }

  meaning(cell: CellBytes): number {
    if (cell.texts === null) {
      this.hashes = null;
      return meaningOf(cell);
    }
    if (cell !== this.lastCell) this.turnTo(cell);
    this.hashes = this.lastHashes;
    this.at = this.lastHashes.seek(cell.texts, cell);
    return this.lastHashes.words[this.at] as number;
  }

  private turnTo(cell: CellBytes): void {
    this.lastCell = cell;
    this.lastHashes = this.columns.get(cell) ?? new CellHashes(this.hasher, this.lowersEmails);
    this.columns.set(cell, this.lastHashes);
  }

  take(cell: CellBytes, row: number, place: number): number {
    const { keys, hashes } = this;
    const to = keys.next(row);
    if (hashes === null) this.hasher.write(cell.bytes, cell, keys.hashes, to);
    else copyHash(hashes.words, this.at + DESCRIBED.hash, keys.hashes, to);
    keys.separate(to);
    return place;
  }

  takeText(row: number, key: number): void {
    this.keys.noteText(row, key);
  }
}

function copyHash(from: Int32Array, at: number, to: Int32Array, toAt: number): void {
  for (let word = 0; word < HASH_WORDS; word += 1) to[toAt + word] = from[at + word] as number;
}

/** Keys of which each comes after the one before, or each before it. */
export class FollowedTaker implements KeyTaker {
  readonly areCodes = false;
  readonly lowersEmails = false;
  readonly meaning = meaningOf;
  private readonly sequence: KeySequence;

  constructor(sequence: KeySequence) {
    this.sequence = sequence;
  }

  /** @throws OrderIdsOutOfTurn */
  take({ bytes, start, end }: CellBytes): number {
    if (!this.sequence.note(bytes, start, end)) throw new OrderIdsOutOfTurn();
    return 0;
  }

  /** @throws OrderIdsOutOfTurn */
  takeText(_: number, key: number): void {
    if (key >= 0 && !this.sequence.noteText()) throw new OrderIdsOutOfTurn();
  }
}
