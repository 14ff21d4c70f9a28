import { asBuffer } from "../../files/as-buffer.ts";
import type { FieldScanner } from "../../kernel/field-scanner.ts";

/** The selected record as it is written: a line, or of a list an element, without the comma behind it. */
export function scannedText(fields: FieldScanner, isList: boolean): string {
  const text = asBuffer(fields.bytes).toString("utf8", fields.recordStart, fields.recordEnd);
  return isList ? text.replace(/,\s*$/, "") : text;
}
