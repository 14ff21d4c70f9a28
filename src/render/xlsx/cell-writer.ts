import { type CellValue, dataText } from "../../csv/writer/data-table.ts";
import { ByteWriter } from "./byte-writer.ts";
import { columnKind, columnLetters, cut, EPOCH_SERIAL, serialOf } from "./cells.ts";
import type { CellKind } from "./sheet.ts";
import { xmlText } from "./xml-text.ts";

/** Where cells stand and what they are: what is the same for all cells of a column is made once. */
export interface CellPlace {
  readonly kind: CellKind;
  /** `<c r="AB`; the row's number follows. */
  readonly start: Uint8Array;
  /** `" s="12"`, and the same with what comes before a number. */
  readonly style: Uint8Array;
  readonly value: Uint8Array;
}

/**
 * The place of cells in a row.
 *
 * @param column from 0
 */
export function placeOf(
  column: number,
  { kind, style }: { readonly kind: CellKind; readonly style: number },
): CellPlace {
  const look = `" s="${style}"`;
  return {
    kind,
    start: Buffer.from(`<c r="${columnLetters(column)}`),
    style: Buffer.from(look),
    value: Buffer.from(`${look}><v>`),
  };
}

const START_OF_ROW = Buffer.from('<row r="');
const END_OF_NUMBER = Buffer.from('"');
const END_OF_START = Buffer.from(">");
const END_OF_ROW = Buffer.from("</row>");
const END_OF_VALUE = Buffer.from("</v></c>");
const TRUE = Buffer.from(' t="b"><v>1</v></c>');
const FALSE = Buffer.from(' t="b"><v>0</v></c>');
const PLAIN = Buffer.from(' t="inlineStr"><is><t>');
const KEPT = Buffer.from(' t="inlineStr"><is><t xml:space="preserve">');
const END_OF_TEXT = Buffer.from("</t></is></c>");

/** Of a chunk: large ones are compressed with fewer calls of a thread. */
const CHUNK_BYTES = 1 << 19;

/** One chunk is compressed while the next is written. */
const TURNS = 2;

/** Of a row's number. */
const MOST_DIGITS = 7;
/** A cell with the XML around it takes at most so many times the room of one in a text file; texts make room for themselves. */
const CELL_SHARE = 3;

/** Text that stands in XML as it is, has no blank at its ends, and is no escape of a character. */
const PLAIN_TEXT = /^(?! )(?!.*_x)[ !#-%'-;=?-~]*(?<! )$/;

/** Whether a text is the same in XML, and needs nobody told to keep its blanks. */
export function isPlainText(text: string): boolean {
  return PLAIN_TEXT.test(text);
}

/**
 * Writes the rows of a worksheet as the bytes of their XML, straight from numbers: a sheet of half a million customers has
 * millions of cells, and a string for each takes several times as long.
 *
 * What is text in the data stays text, whatever it begins with: it is written as a string, and a formula would be another
 * element. A missing value is no cell at all.
 */
export class CellWriter {
  private readonly bytes = new ByteWriter(CHUNK_BYTES, TURNS);
  private readonly digits = new Uint8Array(MOST_DIGITS);
  private digitCount = 0;

  /** Whether what was written should be taken before the next row. */
  get isFull(): boolean {
    return this.bytes.isFull;
  }

  /** What was written since the last time. It lasts until the next is asked for: the one after that is written into its memory. */
  take(): Uint8Array {
    return this.bytes.take();
  }

  /**
   * Begins a row.
   *
   * @param number the row's, from 1
   * @param cells the most that it can have
   * @param attributes XML after the row's number
   */
  startRow(number: number, cells: number, attributes = ""): void {
    this.setNumber(number);
    this.bytes.startRow((cells + 1) * CELL_SHARE);
    this.copy(START_OF_ROW);
    this.bytes.copy(this.digits, 0, this.digitCount);
    this.copy(END_OF_NUMBER);
    if (attributes !== "") this.bytes.writeText(attributes);
    this.copy(END_OF_START);
  }

  endRow(): void {
    this.copy(END_OF_ROW);
  }

  /** A cell of a value; one that a spreadsheet has no number for is text. */
  cell(place: CellPlace, value: CellValue): void {
    const { kind } = place;
    if (value === null || value === "") return;
    if (typeof value === "string" || kind === "text" || kind === "long") this.text(place, String(value));
    else if (typeof value === "boolean") {
      this.start(place);
      this.copy(value ? TRUE : FALSE);
    } else if (kind === "day" && serialOf(value) === null) this.text(place, dataText("day", value));
    else {
      this.startNumber(place);
      this.writeNumber(kind, value);
      this.copy(END_OF_VALUE);
    }
  }

  /** A cell of a count, a safe whole number. */
  count(place: CellPlace, value: number): void {
    this.startNumber(place);
    this.bytes.writeWhole(value);
    this.copy(END_OF_VALUE);
  }

  /** A cell of money, in whole 1/10,000 of a unit that are safe. */
  money(place: CellPlace, value: number): void {
    this.startNumber(place);
    this.bytes.writeMoney(value);
    this.copy(END_OF_VALUE);
  }

  /** A cell of a day that spreadsheets can count. */
  day(place: CellPlace, day: number): void {
    this.count(place, day + EPOCH_SERIAL);
  }

  /** A cell of text. */
  text(place: CellPlace, text: string): void {
    this.start(place);
    this.copy(isPlainText(text) ? PLAIN : KEPT);
    this.bytes.writeText(xmlText(cut(text)));
    this.copy(END_OF_TEXT);
  }

  /** A cell of text that stands in memory as it does in XML. */
  plainText(place: CellPlace, { arena, from, to }: { arena: Uint8Array; from: number; to: number }): void {
    this.start(place);
    this.copy(PLAIN);
    this.bytes.copy(arena, from, to);
    this.copy(END_OF_TEXT);
  }

  /** A cell whose end, {@link endOfCell}, was made before. */
  made(place: CellPlace, end: Uint8Array): void {
    this.startAt(place);
    this.copy(end);
  }

  private setNumber(number: number): void {
    let [rest, count] = [number, 1];
    for (let power = 10; rest >= power; power *= 10) count += 1;
    this.digitCount = count;
    for (let place = count - 1; place >= 0; place -= 1) {
      this.digits[place] = 0x30 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
  }

  private start(place: CellPlace): void {
    this.startAt(place);
    this.copy(place.style);
  }

  private startNumber(place: CellPlace): void {
    this.startAt(place);
    this.copy(place.value);
  }

  private startAt({ start }: CellPlace): void {
    this.copy(start);
    this.bytes.copy(this.digits, 0, this.digitCount);
  }

  private writeNumber(kind: CellKind, value: number | bigint): void {
    const { bytes } = this;
    if (kind === "day") bytes.writeWhole(serialOf(value) ?? 0);
    else if (typeof value === "number" && kind === "money" && Number.isSafeInteger(value)) bytes.writeMoney(value);
    else if (typeof value === "number" && kind === "count" && Number.isSafeInteger(value)) bytes.writeWhole(value);
    else if (typeof value === "bigint" || kind === "money" || kind === "count" || !bytes.writeShort(value)) {
      bytes.writeText(dataText(columnKind(kind), value));
    }
  }

  private copy(source: Uint8Array): void {
    this.bytes.copy(source, 0, source.length);
  }
}

/** What follows the row's number in a cell with one of a few texts, or with a number that stands as text. */
export function endOfCell({ kind, style, value }: CellPlace, text: string): Uint8Array {
  if (kind !== "text" && kind !== "long") return Buffer.concat([value, Buffer.from(text), END_OF_VALUE]);
  return Buffer.concat([style, isPlainText(text) ? PLAIN : KEPT, Buffer.from(xmlText(cut(text))), END_OF_TEXT]);
}
