import { asBuffer } from "../../files/as-buffer.ts";
import { CELL, type CellBounds } from "../../kernel/cells.ts";
import { numberText } from "../cell-text.ts";
import type { CellType } from "../typed-table.ts";
import type { FlatValue, FlatValues } from "./flat-record.ts";
import { parseRecord } from "./parse-record.ts";

/** The text of a cell that the kernel found in a line of JSON. */
export function jsonCellText(bytes: Uint8Array, { start, end, kind }: CellBounds): string {
  const written = asBuffer(bytes).toString("utf8", start, end);
  if (kind === CELL.escaped) return JSON.parse(`"${written}"`) as string;
  return kind === CELL.written ? numberText(Number(written)) : written;
}

const [MINUS, ZERO, DIGITS] = [0x2d, 0x30, 10] as const;

/** The type of such a cell: only numbers begin with a digit or a minus and have no quotes. */
export function jsonCellType(bytes: Uint8Array, { start, end, kind }: CellBounds): CellType {
  if (kind === CELL.written) return "number";
  if (kind !== CELL.unquoted || start === end) return "text";
  const first = bytes[start] as number;
  return first === MINUS || (first - ZERO) >>> 0 < DIGITS ? "number" : "text";
}

/** The text of a value, as a cell. */
export function valueText(value: FlatValue | undefined): string {
  if (value?.kind === "text" || value?.kind === "written number") return value.text;
  return value?.kind === "number" ? numberText(value.number) : "";
}

/** The type of a value, as a cell. */
export function valueType(value: FlatValue | undefined): CellType {
  return value?.kind === "number" || value?.kind === "written number" ? "number" : "text";
}

/** The values of a line; `null` where it is no flat record. */
export function flatLine(line: string): FlatValues | null {
  try {
    const record = parseRecord(line);
    if (record === null || record.lists.size > 0) return null;
    return [...record.values.values()].some(({ kind }) => kind === "nested") ? null : record.values;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
