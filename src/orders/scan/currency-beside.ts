import { adjacentCurrency } from "../../exports/values/decimals.ts";
import { LONGEST_CURRENCY } from "../../kernel/field-scanner.ts";

/** The bytes that stand around amounts with a currency. */
export interface CurrencyBeside {
  readonly before: Uint8Array;
  readonly behind: Uint8Array;
}

/** Letters, blanks and signs of currencies around digits and their marks; behind them points, too, as in `kr.`. */
const AROUND =
  /^([\p{Sc}\p{L} \u00a0\u202f\u2009]*)[-\u2212\u2013]?(?:\d[\d.,'\u2019 \u00a0\u202f\u2009]*)?\d(?:[.,]-)?((?:[\p{Sc}\p{L} \u00a0\u202f\u2009][\p{L}. \u00a0\u202f\u2009\p{Sc}]*)?)$/u;
const OTHER_BLANKS = /[\u00a0\u202f\u2009]/g;

/**
 * The currency around an amount that is written plainly otherwise, such as `$12.50` or `12,50 €`; `null` for any other text. Of text in
 * UTF-8, all blanks are those of a keyboard, as the kernel takes them.
 *
 * @param bytes the cell's, where each is a character; `null` for UTF-8
 */
export function currencyBeside(text: string, bytes: Uint8Array | null): CurrencyBeside | null {
  const found = AROUND.exec(text);
  if (found === null || adjacentCurrency(text) === "") return null;
  const [, first = "", last = ""] = found;
  const [before, behind] =
    bytes === null
      ? [first, last].map((part) => Buffer.from(part.replaceAll(OTHER_BLANKS, " ")))
      : [bytes.slice(0, first.length), bytes.slice(bytes.length - last.length)];
  if (before === undefined || behind === undefined || (bytes !== null && bytes.length !== text.length)) return null;
  return before.length > LONGEST_CURRENCY || behind.length > LONGEST_CURRENCY ? null : { before, behind };
}
