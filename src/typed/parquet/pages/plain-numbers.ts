import type { ColumnKind } from "../column-kind.ts";
import type { NumberCells, Texts, ValueCells } from "./cells.ts";
import { cellsOfStored, DAY, isExact } from "./stored-value.ts";

/** The kinds of numbers that a page holds one after another. */
export type NumberType = "INT32" | "INT64" | "INT96" | "FLOAT" | "DOUBLE";

/** Bytes of each. */
const NUMBER_BYTES: Readonly<Record<NumberType, number>> = {
  INT32: 4,
  INT64: 8,
  INT96: 12,
  FLOAT: 4,
  DOUBLE: 8,
};

/** Where numbers stand in a page. */
interface PlainPart {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly count: number;
}

const WORD = 2 ** 32;
/** The day 1970-01-01 in the numbering of days that starts in 4713 BC. */
const JULIAN_1970 = 2_440_588;
const [MICROS_PER_DAY, NANOS_PER_MICRO, MICROS_PER_MILLI] = [DAY * 1000, 1000, 1000] as const;
/** 2^32 nanoseconds in whole microseconds, and what remains of them. */
const [WORD_MICROS, WORD_NANOS] = [Math.floor(WORD / NANOS_PER_MICRO), WORD % NANOS_PER_MICRO] as const;

type Words = (view: DataView, at: number) => number;

/**
 * Numbers that lie one after another.
 *
 * @throws RangeError where they end before there are so many
 */
export function plainNumbers(part: PlainPart, type: NumberType, kind: ColumnKind): NumberCells | ValueCells {
  const { bytes, start, count } = part;
  if (start + count * NUMBER_BYTES[type] > bytes.length) throw new RangeError("a page is cut short");
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, count * NUMBER_BYTES[type]);
  if (type === "INT64" && !("unit" in kind) && hasWide(view, kind)) {
    return cellsOfStored(
      BigInt64Array.from({ length: count }, (_, index) => view.getBigInt64(index * 8, true)),
      kind,
    );
  }
  const numbers = new Float64Array(count);
  const size = NUMBER_BYTES[type];
  const read = readerOf(type, kind);
  for (let index = 0; index < count; index += 1) numbers[index] = read(view, index * size);
  scale(numbers, kind);
  return { numbers };
}

/** Whether some whole number of 64 bits is not exact as a `number`; those that are negative stand for others where none can be. */
function hasWide(view: DataView, kind: ColumnKind): boolean {
  for (let at = 0; at < view.byteLength; at += 8) {
    const upper = view.getInt32(at + 4, true);
    if (!isExact(upper * WORD + view.getUint32(at, true), kind) || (upper < 0 && kind.kind === "unsigned")) return true;
  }
  return false;
}

function readerOf(type: NumberType, kind: ColumnKind): Words {
  if (type === "INT32") {
    return kind.kind === "unsigned" ? (view, at) => view.getUint32(at, true) : (view, at) => view.getInt32(at, true);
  }
  if (type === "FLOAT") return (view, at) => view.getFloat32(at, true);
  if (type === "DOUBLE") return (view, at) => view.getFloat64(at, true);
  if (type === "INT96") return microsOfDayAndNanos;
  if ("unit" in kind && kind.unit === "NANOS") return microsOfNanos;
  return (view, at) => view.getInt32(at + 4, true) * WORD + view.getUint32(at, true);
}

/** Nanoseconds as whole microseconds, cut off towards 0; exact up to the year 2255. */
function microsOfNanos(view: DataView, at: number): number {
  const [upper, rest] = [view.getInt32(at + 4, true), view.getUint32(at, true)];
  const nanos = upper * WORD_NANOS + rest;
  const micros = Math.floor(nanos / NANOS_PER_MICRO);
  const total = upper * WORD_MICROS + micros;
  return total < 0 && nanos > micros * NANOS_PER_MICRO ? total + 1 : total;
}

/** A day and the nanoseconds since its midnight, as microseconds since 1970. */
function microsOfDayAndNanos(view: DataView, at: number): number {
  const day = view.getInt32(at + 8, true) - JULIAN_1970;
  return day * MICROS_PER_DAY + microsOfNanos(view, at);
}

/** Brings numbers to what cells hold: milliseconds, and decimals with their point. */
function scale(numbers: Float64Array, kind: ColumnKind): void {
  if (kind.kind === "date") for (let at = 0; at < numbers.length; at += 1) numbers[at] = (numbers[at] as number) * DAY;
  const divisor = divisorOf(kind);
  if (divisor === 1) return;
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = (numbers[at] as number) / divisor;
}

function divisorOf(kind: ColumnKind): number {
  if (kind.kind === "decimal") return 10 ** kind.scale;
  return "unit" in kind && kind.unit !== "MILLIS" ? MICROS_PER_MILLI : 1;
}

/** Decimals that are written as bytes, the highest first, in two's complement. */
export function byteDecimals(texts: Texts, kind: ColumnKind): NumberCells | ValueCells {
  const { bytes, starts, ends } = texts;
  const numbers = new Float64Array(starts.length);
  for (let index = 0; index < starts.length; index += 1) {
    const [start, end] = [starts[index] as number, ends[index] as number];
    let value = start < end ? ((bytes[start] as number) << 24) >> 24 : 0;
    for (let at = start + 1; at < end; at += 1) value = value * 256 + (bytes[at] as number);
    if (!isExact(value, kind)) return cellsOfStored(slicesOf(texts), kind);
    numbers[index] = value;
  }
  scale(numbers, kind);
  return { numbers };
}

/** Each text as bytes of its own. */
export function slicesOf({ bytes, starts, ends }: Texts): readonly Uint8Array[] {
  return Array.from(starts, (start, index) => bytes.subarray(start, ends[index]));
}
