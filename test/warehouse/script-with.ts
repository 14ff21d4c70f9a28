import { scorePlan } from "../../src/analysis/scores/score-plan.ts";
import { compileScheme } from "../../src/analysis/segments/scheme.ts";
import type { Dialect } from "../../src/warehouse/dialects/dialect.ts";
import { scoreRule } from "../../src/warehouse/score-rule.ts";
import { periodScript, type ScriptInput, scoreScript } from "../../src/warehouse/script.ts";
import { calendarOf } from "../../src/warehouse/statements/calendar.ts";

/** Places of a script in which a name or a text of the user stands. */
export const PLACES = 11;

/** Every script that there is, with these names in it, one in each place. */
export function scriptsWith(dialect: Dialect, names: readonly string[]): string {
  const { query, into, scheme, ...scores } = scriptWith(names);
  const covers = { from: 19500, to: 20000 };
  const periods = {
    query,
    into,
    replace: false,
    kind: "year",
    calendar: calendarOf({ ...query, kind: "year", covers }),
  } as const;
  return [
    scoreScript(dialect, { query, into, scheme, ...scores, segments: [scheme, "others"] }),
    periodScript(dialect, { ...periods, cohorts: null }),
    periodScript(dialect, { ...periods, cohorts: "on-or-after" }),
  ].join("\n");
}

function scriptWith(names: readonly string[]): ScriptInput {
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
