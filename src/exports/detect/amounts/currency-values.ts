import { looksLikeDates, looksLikeMoney } from "../header/column-values.ts";
import { type HeaderSample, valuesOf } from "../header/header-sample.ts";
import { knownName } from "../names/known-names.ts";

/** Currencies that exports name (ISO 4217). Other words in capitals, as of countries and sizes, are none. */
const CODES: ReadonlySet<string> = new Set(
  (
    "EUR,USD,GBP,CHF,SEK,NOK,DKK,ISK,PLN,CZK,HUF,RON,BGN,RSD,UAH,RUB,JPY,CNY,HKD,SGD,AUD,NZD,CAD,MXN,BRL,ARS,CLP,COP,ZAR," +
    "INR,IDR,MYR,THB,PHP,VND,KRW,TWD,ILS,AED,SAR,EGP,KES,NGN"
  ).split(","),
);

/** Whether a column that is called a currency holds none: `Valuta` is the day of value of a bank's rows, too. */
export function isNoCurrency(values: readonly string[]): boolean {
  return looksLikeDates(values) || looksLikeMoney(values);
}

/** The columns of no known name whose filled cells are all codes of currencies. */
export function columnsOfCurrencies(sample: HeaderSample): readonly number[] {
  return sample.header.flatMap((name, column) => {
    if (knownName(name) !== null) return [];
    const filled = valuesOf(sample, column).filter((value) => value.trim() !== "");
    return filled.length > 0 && filled.every((value) => CODES.has(value.trim())) ? [column] : [];
  });
}
