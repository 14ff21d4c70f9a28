import type { ColumnKind, TimeUnit } from "../column-kind.ts";
import type { ValueCells } from "./cells.ts";

export const DAY = 86_400_000;
const UNSIGNED_32 = 2 ** 32;
const UNSIGNED_64 = 2n ** 64n;
const BYTE = 256n;

/** A `number` tells all decimals apart whose digits make a whole number below this; others stay whole numbers, as `bigint`. */
const EXACT_DECIMALS = 10 ** 15;

/** Whether a whole number, and what it stands for, is exact as a `number`. */
export function isExact(whole: number, { kind }: ColumnKind): boolean {
  return kind === "decimal" ? Math.abs(whole) < EXACT_DECIMALS : Number.isSafeInteger(whole);
}

type Value = ValueCells["values"][number];

/** Values as they are stored, of any kind, as cells. */
export function cellsOfStored(stored: ArrayLike<unknown>, kind: ColumnKind): ValueCells {
  return { values: Array.from(stored, (value) => storedValue(value, kind)) };
}

/** A value as it is stored, of any kind: numbers, `bigint`, bytes, or nothing. */
function storedValue(stored: unknown, kind: ColumnKind): Value {
  if (typeof stored === "bigint") return ofWhole(stored, kind);
  if (typeof stored === "number") return ofNumber(stored, kind);
  if (typeof stored === "boolean" || typeof stored === "string") return stored;
  if (!(stored instanceof Uint8Array)) return null;
  if (kind.kind === "decimal") return ofWhole(signedOf(stored), kind);
  if (kind.kind === "half") return halfOf(stored);
  return kind.kind === "uuid" ? uuidOf(stored) : utf8Text(stored, 0, stored.length);
}

function ofNumber(stored: number, kind: ColumnKind): Value {
  if (kind.kind === "date") return stored * DAY;
  if (kind.kind === "unsigned" && stored < 0) return stored + UNSIGNED_32;
  if (kind.kind === "decimal") return stored / 10 ** kind.scale;
  return "unit" in kind ? ofWhole(BigInt(stored), kind) : stored;
}

function ofWhole(stored: bigint, kind: ColumnKind): Value {
  if ("unit" in kind) return inMilliseconds(stored, kind.unit);
  const whole = kind.kind === "unsigned" && stored < 0n ? stored + UNSIGNED_64 : stored;
  const number = Number(whole);
  if (!isExact(number, kind)) return whole;
  return kind.kind === "decimal" ? number / 10 ** kind.scale : number;
}

function inMilliseconds(stored: bigint, unit: TimeUnit): number {
  if (unit === "MILLIS") return Number(stored);
  return Number(unit === "MICROS" ? stored : stored / 1000n) / 1000;
}

/** Bytes with the highest first, in two's complement. */
function signedOf(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = value * BYTE + BigInt(byte);
  return (bytes[0] ?? 0) < 0x80 ? value : value - BYTE ** BigInt(bytes.length);
}

/** A number of 16 bits (IEEE 754): 5 of its exponent, 10 of its fraction. */
function halfOf([low = 0, high = 0]: Uint8Array): number {
  const sign = high < 0x80 ? 1 : -1;
  const exponent = (high >>> 2) & 0x1f;
  const fraction = (((high & 3) << 8) | low) / 1024;
  if (exponent === 0) return sign * 2 ** -14 * fraction;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * 2 ** (exponent - 15) * (1 + fraction);
}

const [BOM, BOM_BYTES] = [[0xef, 0xbb, 0xbf], 3] as const;

/** The text in `bytes[start … end)`, without the mark of byte order that it may begin with. */
export function utf8Text(bytes: Uint8Array, start: number, end: number): string {
  const hasMark =
    bytes[start] === BOM[0] && start + BOM_BYTES <= end && BOM.every((byte, at) => bytes[start + at] === byte);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.toString("utf8", hasMark ? start + BOM_BYTES : start, end);
}

const UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

function uuidOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex").replace(UUID, "$1-$2-$3-$4-$5");
}

/** A whole number with a point before its last `scale` digits. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  return `${unscaled < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
