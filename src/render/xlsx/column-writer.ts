import type { KeyCells, TextCells } from "../../csv/writer/data-table.ts";
import { type CellPlace, type CellWriter, endOfCell, placeOf } from "./cell-writer.ts";
import { serialOf } from "./cells.ts";
import { kindAt, longestKey, SHEET_LIMITS, type SheetColumn } from "./sheet.ts";
import { styleOf } from "./styles.ts";

const [BLANK, DELETE, AMPERSAND, LESS, GREATER] = [0x20, 0x7f, 0x26, 0x3c, 0x3e] as const;

/** Writes the cell of a row. */
export type WriteCell = (row: number) => void;

/** What writes the cells of a column, from where they stand in memory where they do. */
export function columnWriter(writer: CellWriter, column: SheetColumn, index: number): WriteCell {
  const { kind, faint, at, cells } = column;
  if (typeof kind === "function" || faint !== undefined) return changingWriter(writer, column, index);
  const place = placeOf(index, { kind, style: styleOf(kind, "plain") });
  if (cells === undefined) return (row) => writer.cell(place, at(row));
  if ("texts" in cells) return textWriter(writer, place, cells);
  if ("keys" in cells) return keyWriter(writer, place, { cells, at });
  return numberWriter(writer, place, cells.values);
}

/** Numbers from where they stand in memory; those of a kind that are all written alike are not looked at one by one. */
function numberWriter(writer: CellWriter, place: CellPlace, values: Int32Array | Float64Array): WriteCell {
  const { kind } = place;
  if (kind === "count" && values instanceof Int32Array) return (row) => writer.count(place, values[row] as number);
  if (kind === "day" && values.every((day) => serialOf(day) !== null)) {
    return (row) => writer.day(place, values[row] as number);
  }
  if (kind === "money" && values.every(Number.isSafeInteger)) {
    return (row) => writer.money(place, values[row] as number);
  }
  return (row) => writer.cell(place, values[row] as number);
}

/** A column whose cells differ in kind or look from row to row. */
function changingWriter(writer: CellWriter, column: SheetColumn, index: number): WriteCell {
  const places = new Map<number, CellPlace>();
  return (row) => {
    const kind = kindAt(column, row);
    const style = styleOf(kind, column.faint?.(row) === true ? "faint" : "plain");
    const place = places.get(style) ?? placeOf(index, { kind, style });
    places.set(style, place);
    writer.cell(place, column.at(row));
  };
}

/** One of a few texts, each made into a cell once. */
function textWriter(writer: CellWriter, place: CellPlace, { texts, codes }: TextCells): WriteCell {
  const ends = Array.from(texts, (text = "") => (text === "" ? null : endOfCell(place, text)));
  return (row) => {
    const end = ends[codes[row] as number] ?? null;
    if (end !== null) writer.made(place, end);
  };
}

/** Keys straight from their bytes, where all stand in XML as they are; as text otherwise. */
function keyWriter(
  writer: CellWriter,
  place: CellPlace,
  { cells, at }: { readonly cells: KeyCells } & Pick<SheetColumn, "at">,
): WriteCell {
  const { codes, keys } = cells;
  const { arena, ends } = keys;
  if (!arePlain(keys)) return (row) => writer.cell(place, at(row));
  const span = { arena, from: 0, to: 0 };
  return (row) => {
    const key = codes[row] as number;
    span.from = key === 0 ? 0 : (ends[key - 1] as number);
    span.to = ends[key] as number;
    writer.plainText(place, span);
  };
}

/** Whether each of the keys stands in XML as it is: none is empty, or too long for a cell, or has a blank or a sign of XML. */
function arePlain({ arena, ends }: KeyCells["keys"]): boolean {
  for (const byte of arena) {
    if (byte <= BLANK || byte >= DELETE || byte === AMPERSAND || byte === LESS || byte === GREATER) return false;
  }
  const text = Buffer.from(arena.buffer, arena.byteOffset, arena.byteLength);
  return !text.includes("_x") && longestKey(ends) <= SHEET_LIMITS.characters && !hasEmptyKey(ends);
}

function hasEmptyKey(ends: Uint32Array): boolean {
  return ends.some((end, index) => end === (index === 0 ? 0 : ends[index - 1]));
}
