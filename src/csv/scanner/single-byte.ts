import { decodeOneByte } from "../decode.ts";
import { type Encoding, isScannedEncoding } from "../detect/encoding.ts";

/** The byte that a delimiter is in an encoding; `null` where it is not one byte. */
export function singleByte(delimiter: string, encoding: Encoding): number | null {
  if (delimiter.length !== 1) return null;
  const code = delimiter.charCodeAt(0);
  if (code < 0x80) return code;
  if (encoding === "utf-8" || !isScannedEncoding(encoding)) return null;
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    if (decodeOneByte(Buffer.of(byte), encoding) === delimiter) return byte;
  }
  return null;
}
