import { InputError } from "../../../errors.ts";
import type { ExchangeRates } from "../../../exports/companions/exchange-rates.ts";
import { type Decimal, toAmount } from "../../../exports/values/decimals.ts";
import type { RowColumns } from "../../rows/row-columns.ts";

/**
 * Converts every row's money into one currency, each amount exactly and rounded once to 1/10,000.
 *
 * @throws InputError when a currency of the exports has no rate
 */
export function convertCurrency(
  rows: RowColumns,
  currencies: readonly string[],
  { rates, target }: { rates: ExchangeRates; target: string },
): void {
  const rateOf = currencies.map((currency) =>
    currency === target || currency === "" ? null : (rates.get(currency) ?? undefined),
  );
  for (let row = 0; row < rows.length; row += 1) {
    const code = rows.currency[row] as number;
    const rate = rateOf[code];
    if (rate === null) continue;
    if (rate === undefined) {
      throw new InputError(`--rates has no rate for ${currencies[code]}, which the exports have`, {
        hint: `add a line ${currencies[code]},RATE with the units of ${target} per 1 ${currencies[code]}`,
      });
    }
    for (const column of [rows.amount, rows.refunded, rows.margin])
      column[row] = converted(column[row] as number, rate);
  }
}

function converted(amount: number, rate: Decimal): number {
  if (Number.isNaN(amount) || amount === 0) return amount;
  return toAmount({ mantissa: BigInt(amount) * rate.mantissa, scale: rate.scale + 4 })?.amount ?? Number.NaN;
}
