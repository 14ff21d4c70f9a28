import { COMMA, DASH, isDigit, POINT, ZERO } from "./characters";

/** With more whole digits an amount may not be exact in a double. */
const MOST_WHOLE_DIGITS: usize = 11;
const MOST_DECIMALS: usize = 4;

let decimalMark: u32 = POINT;
let groupMark: u32 = COMMA;
let scale: f64 = 0;

/** Says which mark stands before the decimals, and how many parts of an amount a written 1 has: 10,000, or 100 where it is a cent. */
export function setAmounts(mark: u32, partsOfUnit: f64): void {
  decimalMark = mark;
  groupMark = mark === POINT ? COMMA : POINT;
  scale = partsOfUnit;
}

/**
 * The amount in a cell that is written plainly: an optional minus, digits with or without groups of three, up to four
 * decimals. NaN for everything else, and everything wrong, for the tolerant reading of the cell's text to decide.
 */
export function amountOf(start: usize, end: usize): f64 {
  const negative = load<u8>(start) === DASH;
  const first = negative ? start + 1 : start;
  let value: i64 = 0;
  let at = first;
  let group: usize = 0;
  for (; at < end; at += 1) {
    const byte: u32 = load<u8>(at);
    if (isDigit(byte)) {
      value = value * 10 + <i64>(byte - ZERO);
      continue;
    }
    if (byte !== groupMark) break;
    if (group === 0 ? at === first || at - first > 3 || load<u8>(first) === ZERO : at - group !== 4) return NaN;
    group = at;
  }
  if (at === first || at - first > MOST_WHOLE_DIGITS || (group !== 0 && at - group !== 4)) return NaN;
  let parts = scale;
  if (at < end) {
    if (load<u8>(at) !== decimalMark) return NaN;
    const decimals = end - at - 1;
    if (decimals === 0 || decimals > MOST_DECIMALS) return NaN;
    for (at += 1; at < end; at += 1) {
      const byte: u32 = load<u8>(at);
      if (!isDigit(byte)) return NaN;
      value = value * 10 + <i64>(byte - ZERO);
      parts /= 10;
    }
    if (parts < 1) return NaN;
  }
  const amount = <f64>value * parts;
  return negative ? 0 - amount : amount;
}
