import type { TextCodes } from "../../csv/keys/dictionary.ts";
import { KeyDictionary } from "../../csv/keys/key-dictionary.ts";
import { KEY, LONGEST_FAST_KEY } from "../../kernel/cells.ts";
import type { CellBytes } from "../../typed/typed-table.ts";
import { HOLDS, holdsOf } from "./plain-bytes.ts";

/** Takes the keys of rows, one after another: as cells that are written plainly, or as texts. */
export interface KeyTaker {
  /** Whether a key stands for its text, so that one look at each of many equal cells will do. */
  readonly areCodes: boolean;
  /** Whether e-mail addresses with capitals are taken, in lower case. */
  readonly lowersEmails: boolean;
  /** What a cell says of its key: flags of `KEY`; not fast where its text must be looked at. */
  readonly meaning: (cell: CellBytes) => number;
  /**
   * Takes the key in the cell whose meaning was asked for last, which is fast; returns what the row has for it: its code, 0 where keys have none, or its place.
   *
   * @param place where the cell stands among those of the segment
   */
  readonly take: (cell: CellBytes, row: number, place: number) => number;
  /** Takes the key of a row that was read as a text, and what it was read as. */
  readonly takeText: (row: number, key: number) => void;
}

/** What a cell says of its key, by its bytes. */
export function meaningOf({ bytes, start, end }: CellBytes): number {
  const holds = holdsOf(bytes, start, end);
  if ((holds & HOLDS.unknown) !== 0 || end - start > LONGEST_FAST_KEY) return 0;
  const hasCapitals = (holds & HOLDS.at) !== 0 && (holds & HOLDS.capitals) !== 0;
  return KEY.isFast | (holds === HOLDS.digits ? KEY.isNumber : 0) | (hasCapitals ? KEY.hasCapitals : 0);
}

/** Keys that are kept: each has the code of its text. */
export class KeptKeys implements KeyTaker {
  readonly areCodes = true;
  readonly lowersEmails = false;
  readonly texts: TextCodes;

  constructor(texts: TextCodes) {
    this.texts = texts;
  }

  meaning(cell: CellBytes): number {
    return meaningOf(cell);
  }

  take({ bytes, start, end }: CellBytes): number {
    const { texts } = this;
    if (texts instanceof KeyDictionary) return texts.codeOf(bytes, start, end);
    return texts.code(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1", start, end));
  }

  takeText(): void {}
}
