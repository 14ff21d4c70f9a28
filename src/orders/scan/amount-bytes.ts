import { AMOUNT_SCALE } from "../../core/money/amount.ts";
import type { DecimalMark } from "../values/decimals.ts";

const [ZERO, DASH, POINT, COMMA] = [0x30, 0x2d, 0x2e, 0x2c] as const;

/** With more whole digits an amount may not be exact in a double. */
const MOST_WHOLE_DIGITS = 11;

/** What turns a number of so many decimals into an amount. */
const SCALES = [
  AMOUNT_SCALE,
  AMOUNT_SCALE / 10,
  AMOUNT_SCALE / 100,
  AMOUNT_SCALE / 1000,
  AMOUNT_SCALE / 10_000,
] as const;

/**
 * The amount in a cell that is written plainly, in 1/10,000 of a unit: an optional minus, digits with or without groups of
 * three, up to four decimals. NaN for everything else, and everything wrong, for the tolerant reading of the cell's text
 * to decide.
 */
export function amountOfBytes(bytes: Uint8Array, start: number, end: number, mark: DecimalMark): number {
  const [decimalMark, groupMark] = mark === "." ? [POINT, COMMA] : [COMMA, POINT];
  const negative = bytes[start] === DASH;
  const first = negative ? start + 1 : start;
  let value = 0;
  let at = first;
  let groupFrom = -1;
  for (; at < end; at += 1) {
    const byte = bytes[at] as number;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      continue;
    }
    if (byte !== groupMark) break;
    if (groupFrom < 0 ? at === first || at - first > 3 || bytes[first] === ZERO : at - groupFrom !== 4)
      return Number.NaN;
    groupFrom = at;
  }
  if (at === first || at - first > MOST_WHOLE_DIGITS || (groupFrom >= 0 && at - groupFrom !== 4)) return Number.NaN;
  let decimals = 0;
  if (at < end) {
    if (bytes[at] !== decimalMark) return Number.NaN;
    decimals = end - at - 1;
    if (decimals === 0 || decimals > 4) return Number.NaN;
    for (at += 1; at < end; at += 1) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9) return Number.NaN;
      value = value * 10 + digit;
    }
  }
  const amount = value * (SCALES[decimals] as number);
  return negative ? 0 - amount : amount;
}
