import type { Catalogue } from "../en/index.ts";
import type { FinnishGrammar } from "./grammar.ts";

/** Words that every command uses. */
export function finnishCommon({ customers, orders, days, cells, segments }: FinnishGrammar): Catalogue["common"] {
  return {
    yes: "kyllä",
    no: "ei",
    none: "ei ole",
    all: "kaikki",
    note: "huomautus",
    warning: "varoitus",
    customers,
    orders,
    days,
    cells,
    segments,
    addressesMasked: (options) => `Sähköpostiosoitteet on tässä lyhennetty (kokonaan: ${options.join(" tai ")}).`,
    notShown: (columns, options, amount) =>
      `Leveys ei riittänyt ${amount === 1 ? "sarakkeelle" : "näille sarakkeille"}: ${columns.join(", ")}${options.length === 0 ? "" : ` (${options.join(" tai ")} näyttää ${amount === 1 ? "sen" : "ne"})`}.`,
  };
}
