import { scorePlan } from "../../src/analysis/scores/score-plan.ts";
import { compileScheme } from "../../src/analysis/segments/scheme.ts";
import { scoreRule } from "../../src/warehouse/score-rule.ts";
import type { ScriptInput } from "../../src/warehouse/script.ts";

/** Places of a script in which a name or a text of the user stands. */
export const PLACES = 11;

/** A script that holds these names, one in each place. */
export function scriptWith(names: readonly string[]): ScriptInput {
  const [table = "", customer = "", date = "", amount = "", refunded = "", status = "", word = "", column = ""] = names;
  const [value = "", segment = "", into = ""] = names.slice(8);
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const other = { meaning: "", action: "" };
  const scheme = compileScheme({
    name: "own",
    levels: 2,
    segments: [
      { name: segment, recency: [2, 2], ...other },
      { name: "others", otherwise: true, ...other },
    ],
  });
  return {
    query: {
      table: quoted(table),
      columns: { customer, date, amount, refunded, status },
      asOf: 20057,
      statuses: { counts: "these", compared: "as written", statuses: [word] },
      currency: null,
      where: [{ column, values: [`v${value}`] }],
      since: null,
      until: null,
      refunds: "net",
      timeZone: null,
      from: null,
      windowFor: "rfm",
      frequency: "orders",
    },
    rule: scoreRule(scorePlan({ levels: 2 }), scheme),
    scheme: segment,
    into: quoted(into),
    replace: false,
  };
}
