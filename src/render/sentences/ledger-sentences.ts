import type { Ledger, LedgerLine } from "../../analysis/ledger/ledger.ts";
import type { Language } from "../language/language.ts";

/** A ledger line in words: `59,976 without a customer (586,339.55)`; of refunds, how many they are as well. */
export function reasonText({ reason, rows, entries, money }: LedgerLine, { words }: Language): string {
  const { line, reasons, onRefunds } = words.ledger;
  const isOfRefunds = reason === "refund ignored" || reason === "no purchase";
  return line(rows, isOfRefunds ? onRefunds(entries, reason) : reasons[reason], money);
}

/** A summary of what the ledger set aside, largest first. */
export function setAsideText(ledger: Ledger, language: Language): string {
  return ledger.setAside
    .toSorted((a, b) => b.rows - a.rows)
    .map((line) => reasonText(line, language))
    .join(", ");
}
