/** A currency as it stands behind an amount, ` EUR`; empty where the exports name none. */
export function currencyText({ currency }: { readonly currency: string }): string {
  return currency === "" ? "" : ` ${currency}`;
}
