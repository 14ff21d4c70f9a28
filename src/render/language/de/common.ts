import type { Catalogue } from "../en/index.ts";
import type { GermanGrammar } from "./grammar.ts";

/** Words that every command uses. */
export function germanCommon({ customers, orders, days, cells, segments }: GermanGrammar): Catalogue["common"] {
  return {
    yes: "ja",
    no: "nein",
    none: "keine",
    all: "alle",
    note: "Hinweis",
    warning: "Warnung",
    customers,
    orders,
    days,
    cells,
    segments,
    addressesMasked: (options) =>
      `E-Mail-Adressen sind hier gekürzt (${options.join(" oder ")} zeigt sie vollständig).`,
    notShown: (columns, options, amount) =>
      `Ausgeblendet (Terminal zu schmal): ${columns.join(", ")}${options.length === 0 ? "" : ` (${options.join(" oder ")} zeigt ${amount === 1 ? "diese Spalte" : "sie"})`}.`,
  };
}
