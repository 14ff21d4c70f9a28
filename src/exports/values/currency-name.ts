/** Symbols and words that name one currency; others (`$`, `KR`) are kept as written. */
const NAMES: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "₩": "KRW",
  "₺": "TRY",
  "₴": "UAH",
  "₽": "RUB",
};

/** The currencies that go by a symbol or word of several. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  $: "USD,CAD,AUD,NZD,SGD,HKD,MXN,ARS,CLP,COP,BRL".split(","),
  KR: "SEK,NOK,DKK,ISK".split(","),
  "¥": ["JPY", "CNY"],
  ZŁ: ["PLN"],
  ZL: ["PLN"],
};

/** The currency that a code or symbol names, as it is compared. */
export function currencyNamed(text: string): string {
  const code = text.trim().toUpperCase();
  return NAMES[code] ?? code;
}

/**
 * The currency of an amount whose column says one and whose cell another: the cell's, unless its symbol may stand for the
 * column's (`$12` under `Total (CAD)`). Empty where neither says one.
 */
export function currencyOfCell(inCell: string, ofColumn: string): string {
  if (inCell === "" || SHARED[inCell]?.includes(ofColumn) === true) return ofColumn;
  return inCell;
}
