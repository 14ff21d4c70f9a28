import type { Understanding } from "../../../orders/understanding.ts";
import type { Language } from "../../language/language.ts";
import type { Answer } from "./answer.ts";

/** How tables that belong together hang together: each with its key, and the rows on either side without a partner. */
export function tableAnswers({ joined }: Understanding, { words: { inspect } }: Language): readonly Answer[] {
  if (joined === null) return [];
  const topic = inspect.topics.tables;
  return [
    { files: joined.orders.join(", "), topic, understood: inspect.ordersTable, evidence: "", option: "--join" },
    ...joined.tables.map((table): Answer => {
      const { role, key, ordersKey, files, agreement, ownCustomer } = table;
      const evidence = [
        inspect.partners(table),
        ...(ownCustomer === null ? [] : [inspect.ownCustomer(ownCustomer)]),
        ...(agreement === null ? [] : [inspect.amountsAgree(agreement.agreeing, agreement.orders)]),
      ].join("; ");
      return {
        files: files.join(", "),
        topic,
        understood: inspect.joinedBy(inspect.parts[role], key, ordersKey),
        evidence,
        option: "--join",
      };
    }),
  ];
}
