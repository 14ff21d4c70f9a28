import { isAscii } from "node:buffer";
import { formatDay } from "../../basics/calendar/days.ts";
import type { KeyBytes } from "../keys/key-bytes.ts";
import { ByteWriter } from "./byte-writer.ts";
import {
  type CellValue,
  type ColumnKind,
  type DataColumn,
  type DataTable,
  dataColumns,
  dataText,
  type KeyCells,
  type TextCells,
} from "./data-table.ts";

const [QUOTE, LINE_FEED, CARRIAGE_RETURN] = [0x22, 0x0a, 0x0d] as const;

/** Keys lie anywhere in memory: so many are looked at before they are written, so that one need not wait for another. */
const TOGETHER = 64;
const MOST_DAYS = 40_000;

const LINE_END_OR_QUOTE = /["\r\n]/;

/** Writes the cell of a row. */
type WriteCell = (row: number) => void;

/**
 * The rows of a large table as delimited text in UTF-8, the same bytes as the writer for ordinary tables makes, without an
 * object a row: cells are written into the chunk by their kind, and those that stand in memory without a string or a call.
 * About four times as fast.
 */
export function* delimitedBytes(table: DataTable, delimiter: string): Generator<Uint8Array> {
  const writer = new ByteWriter();
  const cells = new CellWriters(writer, delimiter);
  const columns = dataColumns(table).map((column) => cells.writerOf(column));
  for (let row = 0; row < table.length; ) {
    row = writeRows(row, table.length, { writer, columns, delimiter: delimiter.charCodeAt(0) });
    yield writer.take();
  }
}

/** Writes rows until the chunk is full; returns the next one. Not in the generator, which would be slower. */
function writeRows(
  from: number,
  to: number,
  { writer, columns, delimiter }: { writer: ByteWriter; columns: readonly WriteCell[]; delimiter: number },
): number {
  let row = from;
  for (; row < to && !writer.isFull; row += 1) {
    writer.startRow(columns.length);
    for (let index = 0; index < columns.length; index += 1) {
      if (index > 0) writer.writeByte(delimiter);
      (columns[index] as WriteCell)(row);
    }
    writer.writeByte(LINE_FEED);
  }
  return row;
}

/** Makes what writes the cells of a column. */
class CellWriters {
  private readonly writer: ByteWriter;
  private readonly delimiter: string;
  /** The bytes that text must not have if it is to stand without quotes. */
  private readonly special: readonly [number, number, number, number];
  private readonly days = new Map<number, Uint8Array>();
  /** Of no meaning: what was only read would not be read at all. */
  private seen = 0;

  constructor(writer: ByteWriter, delimiter: string) {
    this.writer = writer;
    this.delimiter = delimiter;
    this.special = [QUOTE, LINE_FEED, CARRIAGE_RETURN, delimiter.charCodeAt(0)];
  }

  writerOf({ kind, at, cells }: DataColumn): WriteCell {
    const { writer } = this;
    if (cells === undefined) return (row) => this.write(kind, at(row));
    if ("texts" in cells) return this.textWriter(cells);
    if ("keys" in cells) return this.keyWriter(cells, at);
    const { values } = cells;
    if (kind === "day") return this.dayWriter(values);
    if (kind === "count" && values instanceof Int32Array) return (row) => writer.writeWhole(values[row] as number);
    if (kind === "money" && values instanceof Float64Array) return (row) => this.writeMoney(values[row] as number);
    return (row) => this.write(kind, values[row] as number);
  }

  private write(kind: ColumnKind, value: CellValue): void {
    if (value === null) return;
    if (typeof value === "string") this.writeText(value);
    else if (kind === "day" && typeof value === "number") this.writeDay(value);
    else if (kind === "count" && isWhole(value)) this.writer.writeWhole(value);
    else if (kind === "money" && typeof value === "number") this.writeMoney(value);
    else if (kind !== "quotient" || typeof value !== "number" || !this.writer.writeShort(value)) {
      this.writeText(dataText(kind, value));
    }
  }

  private writeMoney(value: number): void {
    if (Number.isSafeInteger(value)) this.writer.writeMoney(value);
    else this.writeText(dataText("money", value));
  }

  /** Text in letters of one byte as it is; what needs quotes, or has other letters, a little slower. */
  private writeText(text: string): void {
    if (!this.writer.writeUnquoted(text, this.special)) this.writer.writeText(this.quoted(text));
  }

  private quoted(text: string): string {
    const needsQuotes = LINE_END_OR_QUOTE.test(text) || text.includes(this.delimiter);
    return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
  }

  /** A few texts, each made into bytes once. */
  private textWriter({ texts, codes }: TextCells): WriteCell {
    const { writer } = this;
    const { arena, ends } = bytesOf(Array.from(texts, (text = "") => this.quoted(text)));
    return (row) => {
      const code = codes[row] as number;
      writer.copy(arena, code === 0 ? 0 : (ends[code - 1] as number), ends[code] as number);
    };
  }

  /** Keys straight from their bytes, where none needs quotes; as text otherwise. */
  private keyWriter({ keys, codes }: KeyCells, at: DataColumn["at"]): WriteCell {
    const { writer } = this;
    const { arena, ends } = keys;
    const needsNoQuotes = isAscii(arena) && !this.special.some((byte) => arena.includes(byte));
    if (!needsNoQuotes) return (row) => this.write("text", at(row));
    const lookAt = (from: number): void => {
      const end = Math.min(codes.length, from + TOGETHER);
      let seen = 0;
      for (let row = from; row < end; row += 1) seen |= arena[(ends[codes[row] as number] as number) - 1] as number;
      this.seen |= seen;
    };
    return (row) => {
      if (row % TOGETHER === 0) lookAt(row);
      const key = codes[row] as number;
      writer.copy(arena, key === 0 ? 0 : (ends[key - 1] as number), ends[key] as number);
    };
  }

  /** Days that lie within a century or so are found by their distance from the first. */
  private dayWriter(days: Int32Array | Float64Array): WriteCell {
    const { writer } = this;
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < days.length; row += 1) {
      const day = days[row] as number;
      if (day < first) first = day;
      if (day > last) last = day;
    }
    if (!(last - first < MOST_DAYS)) return (row) => this.writeDay(days[row] as number);
    const { arena, ends } = bytesOf(Array.from({ length: last - first + 1 }, (_, offset) => formatDay(first + offset)));
    return (row) => {
      const offset = (days[row] as number) - first;
      writer.copy(arena, offset === 0 ? 0 : (ends[offset - 1] as number), ends[offset] as number);
    };
  }

  private writeDay(day: number): void {
    let text = this.days.get(day);
    if (text === undefined) {
      text = Buffer.from(formatDay(day));
      this.days.set(day, text);
    }
    this.writer.copy(text, 0, text.length);
  }
}

function isWhole(value: CellValue): value is number {
  return Number.isSafeInteger(value);
}

function bytesOf(texts: readonly string[]): KeyBytes {
  const parts = texts.map((text) => Buffer.from(text));
  const ends = new Uint32Array(parts.length);
  let end = 0;
  for (const [index, { length }] of parts.entries()) {
    end += length;
    ends[index] = end;
  }
  return { arena: Buffer.concat(parts), ends };
}
