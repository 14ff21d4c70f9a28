import { compareCodeUnits } from "../../core/compare.ts";
import { reasonCode } from "../../core/ledger/entries.ts";
import { formatAmount } from "../../core/money/amount.ts";
import { ExactSum } from "../../core/money/exact-sum.ts";
import { plural } from "../../core/words.ts";
import { InputError } from "../../errors.ts";
import type { RowColumns } from "../read/row-table.ts";

const FILTERED = reasonCode("filtered");

/**
 * Makes sure that all money is of one currency: sets aside the rows of others where one was asked for, and refuses a
 * mixture otherwise.
 *
 * @returns the currency's code or symbol as written; empty where the exports name none
 * @throws InputError when there are several and none was asked for, or the one asked for does not occur
 */
export function keepCurrency(rows: RowColumns, currencies: readonly string[], wanted: string | undefined): string {
  const codes = currenciesMet(rows, currencies.length);
  const isMet = (currency: string): boolean => codes.some((code) => currencies[code] === currency);
  if (wanted !== undefined) {
    const keep = wanted;
    if (codes.length > 0 && !isMet(keep)) {
      throw new InputError(`no row is in ${keep}; the exports have ${listed(tallies(rows, currencies, codes))}`, {
        hint: "pass --currency with one of these",
      });
    }
    for (let row = 0; row < rows.length; row += 1) {
      const own = currencies[rows.currency[row] as number];
      if (rows.reason[row] === 0 && own !== "" && own !== keep) rows.reason[row] = FILTERED;
    }
    return keep;
  }
  if (codes.length > 1) {
    const met = tallies(rows, currencies, codes);
    throw new InputError(`the exports mix currencies, which cannot be added up: ${listed(met)}`, {
      hint: `pass --currency ${met[0]?.currency ?? ""} to keep one, and --rates FILE as well to convert the others`,
    });
  }
  return currencies[codes[0] ?? -1] ?? "";
}

/** The currencies, but for the blank one, that some row has whose amount counts; not looked for once all are found. */
function currenciesMet({ length, currency, reason, amount }: RowColumns, currencies: number): readonly number[] {
  const met = new Set<number>();
  for (let row = 0; row < length && met.size + 1 < currencies; row += 1) {
    const code = currency[row] as number;
    if (code !== 0 && reason[row] === 0 && !Number.isNaN(amount[row])) met.add(code);
  }
  return [...met];
}

/** The rows and the money of a currency. */
interface CurrencyTally {
  readonly currency: string;
  readonly rows: number;
  readonly money: bigint;
}

/** Those with most rows first. */
function tallies(rows: RowColumns, currencies: readonly string[], codes: readonly number[]): readonly CurrencyTally[] {
  return codes
    .map((code) => ({ currency: currencies[code] ?? "", ...tallyOf(rows, code) }))
    .sort((a, b) => b.rows - a.rows || compareCodeUnits(a.currency, b.currency));
}

function tallyOf({ length, currency, reason, amount }: RowColumns, code: number): { rows: number; money: bigint } {
  const sum = new ExactSum();
  let rows = 0;
  for (let row = 0; row < length; row += 1) {
    if (currency[row] !== code || reason[row] !== 0 || Number.isNaN(amount[row])) continue;
    rows += 1;
    sum.add(amount[row] as number);
  }
  return { rows, money: sum.value };
}

function listed(met: readonly CurrencyTally[]): string {
  return met
    .map(({ currency, rows, money }) => `${currency} (${plural(rows, "row")}, ${formatAmount(money)})`)
    .join(", ");
}
