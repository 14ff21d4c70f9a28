import type { Understanding } from "../../../orders/understanding.ts";
import type { Language } from "../../language/language.ts";
import type { Answer } from "./answer.ts";

/** How tables that belong together hang together: each with its key, and the rows on either side without a partner. */
export function tableAnswers({ joined }: Understanding, { words: { inspect } }: Language): readonly Answer[] {
  if (joined === null) return [];
  // Names the files in a column that narrow terminals show, too.
  const named = (files: readonly string[], what: string, evidence: string): Answer => ({
    files: files.join(", "),
    topic: inspect.topics.tables,
    understood: `${files.join(", ")}: ${what}`,
    evidence,
    option: "--join",
  });
  return [
    named(joined.orders, inspect.ordersTable, ""),
    ...joined.tables.map((table): Answer => {
      const { role, key, ordersKey, files, agreement, ownCustomer } = table;
      const evidence = [
        inspect.partners(table),
        ...(ownCustomer === null ? [] : [inspect.ownCustomer(ownCustomer)]),
        ...(agreement === null ? [] : [inspect.amountsAgree(agreement.agreeing, agreement.orders)]),
      ].join("; ");
      return named(
        files,
        inspect.joinedBy(
          inspect.parts[role === "refunds" && agreement !== null ? "knownRefunds" : role],
          key,
          ordersKey,
        ),
        evidence,
      );
    }),
  ];
}
