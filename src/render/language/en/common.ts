import type { EnglishGrammar, Names } from "./grammar.ts";

/** Words that every command uses. */
export function englishCommon({ plural, customers, orders, days }: EnglishGrammar) {
  return {
    yes: "yes",
    no: "no",
    none: "none",
    all: "all",
    note: "note",
    warning: "warning",
    customers,
    orders,
    days,
    cells: (amount: number) => plural(amount, "cell"),
    segments: (amount: number) => plural(amount, "segment"),
    addressesMasked: (options: Names) =>
      `E-mail addresses are shortened here (${options.join(" or ")} shows them in full).`,
    notShown: (columns: Names, options: Names, amount: number) =>
      `Hidden (terminal too narrow): ${columns.join(", ")}${options.length === 0 ? "" : ` (${options.join(" or ")} shows ${amount === 1 ? "it" : "them"})`}.`,
  };
}
