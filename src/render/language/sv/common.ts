import type { Catalogue } from "../en/index.ts";
import type { SwedishGrammar } from "./grammar.ts";

/** Words that every command uses. */
export function swedishCommon({ customers, orders, days, cells, segments }: SwedishGrammar): Catalogue["common"] {
  return {
    yes: "ja",
    no: "nej",
    none: "inga",
    all: "alla",
    note: "obs",
    warning: "varning",
    customers,
    orders,
    days,
    cells,
    segments,
    addressesMasked: (options) =>
      `E-postadresser är förkortade här (${options.join(" eller ")} visar dem i sin helhet).`,
    notShown: (columns, options, amount) =>
      `Dolt (terminalen är för smal): ${columns.join(", ")}${options.length === 0 ? "" : ` (${options.join(" eller ")} visar ${amount === 1 ? "kolumnen" : "dem"})`}.`,
  };
}
