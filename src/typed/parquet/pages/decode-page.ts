import type { ColumnKind } from "../column-kind.ts";
import type { Cells, EntryCells, NumberCells, TextCells, Texts, ValueCells } from "./cells.ts";
import { byteDecimals, type NumberType, plainNumbers, slicesOf } from "./plain-numbers.ts";
import { fixedTexts, plainTexts } from "./plain-texts.ts";
import { type PackedPart, unpackRuns } from "./run-lengths.ts";
import { cellsOfStored } from "./stored-value.ts";

/** How the values of a column are stored. */
export interface StoredAs {
  readonly type: NumberType | "BYTE_ARRAY" | "FIXED_LEN_BYTE_ARRAY";
  /** Bytes of each, where all have as many. */
  readonly length: number;
  readonly kind: ColumnKind;
}

/** The values of a dictionary page, or of a page without nulls. */
export type Values = NumberCells | ValueCells | TextCells;

/** Values that lie one after another. */
export function plainValues(bytes: Uint8Array, start: number, count: number, { type, length, kind }: StoredAs): Values {
  if (type !== "BYTE_ARRAY" && type !== "FIXED_LEN_BYTE_ARRAY")
    return plainNumbers({ bytes, start, count }, type, kind);
  const texts = type === "BYTE_ARRAY" ? plainTexts(bytes, start, count) : fixedTexts(bytes, start, count, length);
  if (kind.kind === "text") return { texts };
  return kind.kind === "decimal" ? byteDecimals(texts, kind) : cellsOfStored(slicesOf(texts), kind);
}

/** Values that are numbers of those of a dictionary, which stand behind a byte that says of how many bits they are. */
export function dictionaryValues({ bytes, start, end }: PackedPart, count: number, dictionary: Values): Cells {
  const entries = new Int32Array(count);
  const width = count === 0 ? 0 : (bytes[start] ?? Number.NaN);
  if (width !== 0) unpackRuns({ bytes, start: start + 1, end }, width, entries);
  const size = sizeOf(dictionary);
  for (let index = 0; index < count; index += 1) {
    const entry = entries[index] as number;
    if (entry >= size || entry < 0) throw new RangeError("a value is not in the dictionary");
  }
  if ("texts" in dictionary) return { dictionary: dictionary.texts, entries };
  if ("values" in dictionary) return { values: Array.from(entries, (entry) => dictionary.values[entry] ?? null) };
  const numbers = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    numbers[index] = dictionary.numbers[entries[index] as number] as number;
  }
  return { numbers };
}

function sizeOf(values: Values): number {
  if ("numbers" in values) return values.numbers.length;
  return "texts" in values ? values.texts.starts.length : values.values.length;
}

/** How many cells are filled, by their levels: 1 for a value, 0 for none. */
export function countFilled(levels: Int32Array): number {
  let filled = 0;
  for (const level of levels) filled += level;
  return filled;
}

/** The cells of a page whose levels say which are blank, from the values of the others. */
export function withBlanks(cells: Cells, levels: Int32Array): Cells {
  if ("numbers" in cells) {
    const numbers = new Float64Array(levels.length).fill(Number.NaN);
    return { numbers: spread(cells.numbers, levels, numbers) };
  }
  if ("entries" in cells) {
    const entries = spread(cells.entries, levels, new Int32Array(levels.length).fill(-1));
    return { ...cells, entries } satisfies EntryCells;
  }
  if ("texts" in cells) return { texts: spreadTexts(cells.texts, levels) };
  let next = 0;
  return { values: Array.from(levels, (level) => (level === 1 ? (cells.values[next++] ?? null) : null)) };
}

function spreadTexts({ bytes, starts, ends }: Texts, levels: Int32Array): Texts {
  return {
    bytes,
    starts: spread(starts, levels, new Uint32Array(levels.length)),
    ends: spread(ends, levels, new Uint32Array(levels.length)),
  };
}

function spread<Numbers extends Float64Array | Int32Array | Uint32Array>(
  values: Numbers,
  levels: Int32Array,
  into: Numbers,
): Numbers {
  for (let index = 0, next = 0; index < levels.length; index += 1) {
    if (levels[index] !== 1) continue;
    into[index] = values[next] as number;
    next += 1;
  }
  return into;
}
