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
  const counts = countRows(rows, currencies.length);
  const met = currencies
    .map((currency, code) => ({ currency, code, rows: counts[code] as number }))
    .filter((one) => one.rows > 0 && one.currency !== "")
    .sort((a, b) => b.rows - a.rows || compareCodeUnits(a.currency, b.currency));
  const list = (): string =>
    met
      .map(({ currency, code, rows: count }) => `${currency} (${plural(count, "row")}, ${moneyIn(rows, code)})`)
      .join(", ");
  if (wanted !== undefined) {
    const keep = wanted;
    if (met.length > 0 && !met.some((one) => one.currency === keep)) {
      throw new InputError(`no row is in ${keep}; the exports have ${list()}`, {
        hint: "pass --currency with one of these",
      });
    }
    for (let row = 0; row < rows.length; row += 1) {
      const own = currencies[rows.currency[row] as number];
      if (rows.reason[row] === 0 && own !== "" && own !== keep) rows.reason[row] = FILTERED;
    }
    return keep;
  }
  if (met.length > 1) {
    throw new InputError(`the exports mix currencies, which cannot be added up: ${list()}`, {
      hint: `pass --currency ${met[0]?.currency ?? ""} to keep one, and --rates FILE as well to convert the others`,
    });
  }
  return met[0]?.currency ?? "";
}

/** How many rows with an amount that counts are of each currency. */
function countRows({ length, currency, reason, amount }: RowColumns, currencies: number): Float64Array {
  const counts = new Float64Array(currencies);
  if (currencies < 2) return counts; // none but the blank one
  for (let row = 0; row < length; row += 1) {
    if (reason[row] !== 0 || Number.isNaN(amount[row])) continue;
    const code = currency[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

function moneyIn({ length, currency, reason, amount }: RowColumns, code: number): string {
  const sum = new ExactSum();
  for (let row = 0; row < length; row += 1) {
    if (currency[row] === code && reason[row] === 0) sum.add(amount[row] || 0);
  }
  return formatAmount(sum.value);
}
