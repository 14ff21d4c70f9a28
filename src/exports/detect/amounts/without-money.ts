/** What `--amount` takes for orders without money. */
export const NO_AMOUNT = "none";

/** Whether money plays no part: orders are counted and dated, and nothing is known of what they are worth. */
export function isWithoutMoney({ amount }: { readonly amount?: string | undefined }): boolean {
  return amount?.trim().toLowerCase() === NO_AMOUNT;
}
