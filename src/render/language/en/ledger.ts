import type { SetAsideReason } from "../../../orders/ledger/entries.ts";
import type { EnglishGrammar } from "./grammar.ts";

/** What became of the rows. */
export function englishLedger({ count, money, plural }: EnglishGrammar) {
  return {
    /** What each reason means, after a number of rows. */
    reasons: {
      "blank line": "blank",
      "total row": "with totals of the export",
      "no partner": "without a partner in the table of orders",
      "counted elsewhere": "whose amount is counted in another table",
      "wrong number of fields": "with the wrong number of fields",
      "unreadable date": "with an unreadable date",
      "unreadable amount": "with an unreadable amount",
      "unreadable number of orders": "with an unreadable number of orders",
      "no amount": "without an amount",
      "never ordered": "of customers who never ordered",
      "same customer": "repeating a customer",
      "test order": "on test orders",
      status: "with a status that does not count",
      filtered: "filtered out",
      "excluded line": "on lines that --exclude-lines leaves out",
      "other currency": "in another currency, or in none",
      duplicate: "repeated in another file",
      "two customers": "on orders with two customers",
      "refund ignored": "on refunds that --refunds ignore leaves out",
      "after as-of": "after the as-of date",
      "before window": "before the window",
      "no customer": "without a customer",
      "zero amount": "on orders worth 0",
      "no purchase": "on refunds to customers without a purchase",
    } satisfies Readonly<Record<SetAsideReason, string>> as Readonly<Record<SetAsideReason, string>>,
    /** Each reason by itself, as a table names it. */
    names: {
      "blank line": "blank line",
      "total row": "total row",
      "no partner": "no partner",
      "counted elsewhere": "counted elsewhere",
      "wrong number of fields": "wrong number of fields",
      "unreadable date": "unreadable date",
      "unreadable amount": "unreadable amount",
      "unreadable number of orders": "unreadable number of orders",
      "no amount": "no amount",
      "never ordered": "never ordered",
      "same customer": "same customer again",
      "test order": "test order",
      status: "status",
      filtered: "filtered",
      "excluded line": "excluded line",
      "other currency": "other currency",
      duplicate: "duplicate",
      "two customers": "two customers",
      "refund ignored": "refund ignored",
      "after as-of": "after as-of",
      "before window": "before window",
      "no customer": "no customer",
      "zero amount": "zero amount",
      "no purchase": "no purchase",
    } satisfies Readonly<Record<SetAsideReason, string>> as Readonly<Record<SetAsideReason, string>>,
    /** After a number of rows: how many refunds they are of, and why those do not count. */
    onRefunds: (refunds: number, reason: "refund ignored" | "no purchase") =>
      reason === "refund ignored"
        ? `on ${plural(refunds, "refund")} that --refunds ignore leaves out`
        : `on ${plural(refunds, "refund")} to customers without a purchase`,
    /** `59,976 without a customer (586,339.55)`. */
    line: (amount: number, reason: string, worth: bigint) =>
      `${count(amount)} ${reason}${worth === 0n ? "" : ` (${money(worth)})`}`,
    read: "read",
    used: "used",
    columns: { rows_are: "rows", rows: "number", money: "money", first_file: "first in", first_line: "line" },
  };
}
