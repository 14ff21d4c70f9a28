import { adjacentCurrency } from "../../exports/values/decimals.ts";
import { LONGEST_CURRENCY } from "../../kernel/field-scanner.ts";

/** What stands around amounts with a currency, and a text that has it. */
export interface CurrencyBeside {
  readonly before: Uint8Array;
  readonly behind: Uint8Array;
}

/** Letters, blanks and signs of currencies around digits. */
const AROUND = /^([\p{Sc}\p{L} \u00a0\u202f]*)-?[\d.,]*\d([\p{Sc}\p{L} \u00a0\u202f]*)$/u;

/** The currency around an amount that is written plainly otherwise, such as `$12.50` or `12,50 €`; `null` for any other text. */
export function currencyBeside(text: string): CurrencyBeside | null {
  const found = AROUND.exec(text);
  if (found === null || adjacentCurrency(text) === "") return null;
  const [before, behind] = [Buffer.from(found[1] ?? ""), Buffer.from(found[2] ?? "")];
  return before.length > LONGEST_CURRENCY || behind.length > LONGEST_CURRENCY ? null : { before, behind };
}
