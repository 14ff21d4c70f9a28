/** How a cell stands in the file: as it is; in quotes; in quotes with doubled ones inside; with text after its closing quote. */
export const CELL = { plain: 0, quoted: 1, escaped: 2, relaxed: 3 } as const;

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;

/** What the scanner is told about a file, and which columns are wanted. */
export interface FieldLayout {
  /** One byte. */
  readonly delimiter: number;
  readonly lineEnd: number;
  /** The columns whose bounds are wanted. */
  readonly wanted: readonly number[];
}

/** Bytes after the end of a block that {@link FieldScanner.seal} writes its stops into. */
export const SLACK = 2;

/** What {@link FieldScanner.next} returns for a record whose end is not in the block. */
export const INCOMPLETE = -1;

/**
 * Finds the bounds of the wanted cells of one record after another, as the tolerant reader does: a quote at the beginning
 * of a cell opens it, a doubled one inside is text, and after a closing quote that neither a delimiter nor the end of the
 * record follows, the cell is text from its first quote on.
 *
 * The inner loops stop at bytes that a table marks, and at stops written behind the block, so that no place needs to be
 * compared with the block's end; that is most of the speed.
 */
export class FieldScanner {
  /** Bounds and kind of each wanted cell; those that the record does not reach keep what they were. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  /** Fields of the last record. */
  fields = 0;
  /** Line ends inside the cells of the last record. */
  innerLineEnds = 0;
  /** Whether the end of the block came inside quotes. */
  isOpen = false;
  /** Whether some cell may be several lines that a stray quote ran together. */
  suspect = false;
  private readonly delimiter: number;
  private readonly lineEnd: number;
  private readonly isCarriageReturnPart: boolean;
  /** Which of the wanted cells a column is; −1 for none. Columns beyond the last wanted share the last entry. */
  private readonly slotOf: Int16Array;
  private readonly lastColumn: number;
  /** 1 for the bytes that end a cell without quotes; 2 for those that matter inside quotes. */
  private readonly stops = new Uint8Array(256);

  constructor({ delimiter, lineEnd, wanted }: FieldLayout) {
    this.delimiter = delimiter;
    this.lineEnd = lineEnd;
    this.isCarriageReturnPart = lineEnd === 0x0a;
    this.lastColumn = Math.max(...wanted) + 1;
    this.slotOf = new Int16Array(this.lastColumn + 1).fill(-1);
    for (const [slot, column] of wanted.entries()) this.slotOf[column] = slot;
    this.stops[delimiter] = 1;
    this.stops[lineEnd] = 1;
    this.starts = new Int32Array(wanted.length);
    this.ends = new Int32Array(wanted.length);
    this.kinds = new Uint8Array(wanted.length);
  }

  /** Writes the stops behind a block, into the {@link SLACK} bytes after its end. */
  seal(bytes: Uint8Array, end: number): void {
    bytes[end] = this.lineEnd;
    bytes[end + 1] = QUOTE;
  }

  /**
   * Scans the record that begins at `from` in a block that was sealed.
   *
   * @param isLast whether the file ends at `end`, so that a record may end there without a line end
   * @returns where the next record begins, or {@link INCOMPLETE}
   */
  next(bytes: Uint8Array, from: number, end: number, isLast: boolean): number {
    const { stops, slotOf, starts, ends, kinds, delimiter, lineEnd, lastColumn } = this;
    let at = from;
    let column = 0;
    let lineEnds = 0;
    this.isOpen = false;
    for (;;) {
      let start = at;
      let kind: number = CELL.plain;
      let cellEnd = -1;
      if (bytes[at] === QUOTE && at < end) {
        kind = CELL.quoted;
        start = at + 1;
        at = start;
        const before = lineEnds;
        for (;;) {
          let byte = bytes[at] as number;
          while (byte !== QUOTE) {
            if (byte === lineEnd) lineEnds += 1;
            at += 1;
            byte = bytes[at] as number;
          }
          if (at >= end) {
            this.isOpen = true;
            return INCOMPLETE;
          }
          if (at + 1 >= end && !isLast) return INCOMPLETE;
          if (at + 1 >= end || bytes[at + 1] !== QUOTE) break;
          kind = CELL.escaped;
          at += 2;
        }
        cellEnd = at;
        at += 1;
        const after = bytes[at] as number;
        if (after === 0x0d && this.isCarriageReturnPart && at + 1 >= end && !isLast) return INCOMPLETE;
        const isClosed =
          at === end ||
          after === delimiter ||
          after === lineEnd ||
          (after === CARRIAGE_RETURN && this.isCarriageReturnPart && at + 1 < end && bytes[at + 1] === lineEnd);
        if (isClosed && after === CARRIAGE_RETURN && after !== delimiter && after !== lineEnd && at !== end) at += 1;
        if (!isClosed) {
          kind = CELL.relaxed;
          start -= 1;
        }
        if (lineEnds > before && (kind === CELL.relaxed || (kind === CELL.escaped && bytes[start] === QUOTE))) {
          if (bytes.subarray(start, cellEnd).includes(delimiter)) this.suspect = true;
        }
      }
      if (kind === CELL.plain || kind === CELL.relaxed) {
        while (stops[bytes[at] as number] === 0) at += 1;
        cellEnd = at;
        if (
          this.isCarriageReturnPart &&
          at < end &&
          bytes[at] === lineEnd &&
          at > start &&
          bytes[at - 1] === CARRIAGE_RETURN
        )
          cellEnd = at - 1;
      }
      const slot = slotOf[column < lastColumn ? column : lastColumn] as number;
      if (slot >= 0) {
        starts[slot] = start;
        ends[slot] = cellEnd;
        kinds[slot] = kind;
      }
      column += 1;
      if (at >= end) {
        if (!isLast) return INCOMPLETE;
        break;
      }
      if (bytes[at] === delimiter) {
        at += 1;
        continue;
      }
      at += 1;
      break;
    }
    this.fields = column;
    this.innerLineEnds = lineEnds;
    return at;
  }
}
