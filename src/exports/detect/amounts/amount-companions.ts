import { columnOf } from "../header/named-columns.ts";
import { COLUMN_NAMES } from "../names/column-names.ts";
import { normaliseName } from "../names/name-form.ts";

/** Words that say that a column holds money, and not which. */
const MONEY_WORDS = new Set([
  ...COLUMN_NAMES.amount.filter((name) => !name.includes(" ")),
  ...["total", "price", "amount", "summa", "gesamt", "montant", "totaal"],
]);

const CURRENCY_WORDS = new Set([
  ...COLUMN_NAMES.currency.filter((name) => !name.includes(" ")),
  ...["currencycode", "valuuttakoodi", "valutakod", "wahrungscode"],
]);
const CODE_WORDS = new Set(["code", "iso"]);

/** What `--refunded` takes for a file of which no column says what was refunded. */
const NO_REFUNDED_COLUMN = "none";

/** Whether an option says so. */
export function isNoRefundedColumn(header: readonly string[], option: string | undefined): boolean {
  return option?.trim() === NO_REFUNDED_COLUMN && columnOf(header, [NO_REFUNDED_COLUMN]) === null;
}

const REFUND_WORDS = new Set(COLUMN_NAMES.refunded.filter((name) => !name.includes(" ")));

/** Words of amounts that were converted: a currency column that does not share the word is not theirs. */
const CONVERTED_WORDS = new Set(["converted", "base", "settlement", "presentment", "home"]);

/**
 * The currency column that belongs to an amount column: the one that shares a word with it (`Converted Amount` and
 * `Converted Currency`), or the general one. `null` where the amount was converted and no column says into what.
 *
 * @param general the export's currency column by its name; `null` without one
 */
export function currencyOfAmount(header: readonly string[], amount: number, general: number | null): number | null {
  const own = wordsOf(header[amount] ?? "", [MONEY_WORDS]);
  const found = columnSharing(header, own, [CURRENCY_WORDS, CODE_WORDS], CURRENCY_WORDS);
  if (found !== null) return found;
  return own.some((word) => CONVERTED_WORDS.has(word)) ? null : general;
}

/** The refunded column that belongs to an amount column, in the same way; the general one where none shares a word. */
export function refundedOfAmount(header: readonly string[], amount: number, general: number | null): number | null {
  const own = wordsOf(header[amount] ?? "", [MONEY_WORDS]);
  return columnSharing(header, own, [REFUND_WORDS, MONEY_WORDS], REFUND_WORDS) ?? general;
}

/** The column of a kind whose other words are all words of the amount: that with most of them; `null` where none has any. */
function columnSharing(
  header: readonly string[],
  own: readonly string[],
  ignored: readonly ReadonlySet<string>[],
  kind: ReadonlySet<string>,
): number | null {
  let best: { readonly column: number; readonly words: number } | null = null;
  for (const [column, name] of header.entries()) {
    if (
      !normaliseName(name)
        .split(" ")
        .some((word) => kind.has(word))
    )
      continue;
    const words = wordsOf(name, ignored);
    const isShared = words.length > 0 && words.every((word) => own.includes(word));
    if (isShared && words.length > (best?.words ?? 0)) best = { column, words: words.length };
  }
  return best?.column ?? null;
}

/** The words of a name without those that say of what kind the column is. */
function wordsOf(name: string, ignored: readonly ReadonlySet<string>[]): readonly string[] {
  return normaliseName(name)
    .split(" ")
    .filter((word) => word !== "" && !ignored.some((words) => words.has(word)));
}
