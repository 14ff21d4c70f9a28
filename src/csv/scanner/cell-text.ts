import { asBuffer } from "../../files/as-buffer.ts";
import { CELL, type CellBounds } from "../../kernel/cells.ts";
import { decodeOneByte } from "../decode.ts";
import type { Encoding } from "../detect/encoding.ts";

const QUOTE = 0x22;

/** The text of a cell whose bounds and kind the field scanner found. */
export function cellText(bytes: Uint8Array, { start, end, kind }: CellBounds, encoding: Encoding): string {
  if (kind === CELL.unquoted || kind === CELL.quoted) return textOf(bytes, start, end, encoding);
  if (kind === CELL.escaped) return textOf(bytes, start, end, encoding).replaceAll('""', '"');
  const close = closingQuote(bytes, start + 1);
  const inside = textOf(bytes, start + 1, close, encoding).replaceAll('""', '"');
  const after = textOf(bytes, close + 1, end, encoding);
  return bytes[close + 1] === 0 ? `${inside}${after}` : `"${inside}"${after}`; // before a NUL, csv-parse drops the quotes
}

/** Where the first quote stands that is not doubled. */
function closingQuote(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(QUOTE, at);
    if (bytes[at + 1] !== QUOTE) return at;
    at += 2;
  }
}

function textOf(bytes: Uint8Array, start: number, end: number, encoding: Encoding): string {
  const all = asBuffer(bytes);
  return encoding === "utf-8" ? all.toString("utf8", start, end) : decodeOneByte(all.subarray(start, end), encoding);
}
