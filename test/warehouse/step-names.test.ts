/** No step of a statement (`WITH name AS`) hides a table that the statement reads, whatever the tables are called. */
import { describe, expect, it } from "vitest";
import { DIALECT_NAMES } from "../../src/warehouse/dialects/dialect.ts";
import { DIALECTS } from "../../src/warehouse/dialects/index.ts";
import { PLACES, scriptsWith } from "./script-with.ts";

/** The steps of a statement, and what it reads by a name without a schema. */
function stepsAndTables(statement: string): { readonly steps: readonly string[]; readonly tables: readonly string[] } {
  const found = (pattern: RegExp): readonly string[] =>
    [...statement.matchAll(pattern)].map(([, name = ""]) => name.toLowerCase());
  return { steps: found(/(?:WITH|\),) ["`]([^"`]+)["`] AS \(/g), tables: found(/(?:FROM|JOIN) ["`]([^"`]+)["`]/g) };
}

/** All scripts with one name for the table of the orders and another for the result; the names' other places hold plain ones. */
function statementsWith(dialect: (typeof DIALECT_NAMES)[number], table: string, into: string): readonly string[] {
  const names = Array.from({ length: PLACES }, (_, place) => `column ${place}`);
  names[0] = table;
  names[PLACES - 1] = into;
  return scriptsWith(DIALECTS[dialect], names).split(/;$/m);
}

/** Each step is tried in small letters or in capitals in turn, in the long run in both. */
const IS_LONG = process.env["RFM_LONG_TESTS"] === "1";

/** Names that no step has. */
const PLAIN = { table: "zz_orders", into: "zz_result" };

describe.each(DIALECT_NAMES)("the steps of %s", (name) => {
  const plain = statementsWith(name, PLAIN.table, PLAIN.into).map(stepsAndTables);
  const steps = [...new Set(plain.flatMap((one) => one.steps))];

  it("are found in the scripts, in each by the names that they have", () => {
    expect(steps.length).toBeGreaterThan(15);
    expect(steps).toEqual(expect.arrayContaining(["names", "calendar", "activity", "thresholds", "value_counts"]));
  });

  it.each(["", "_customers", "_cut_points", "_segments", "_periods"])(
    "hide no table of their name, in any letters: of the result “…%s”, and the orders'",
    (suffix) => {
      for (const [at, step] of steps.entries()) {
        const own = step.endsWith(suffix) ? step.slice(0, step.length - suffix.length) : step;
        const letters = [own, own.toUpperCase()].filter((_, which) => IS_LONG || which === at % 2);
        for (const written of letters.filter((text) => text !== "")) {
          for (const [index, statement] of statementsWith(name, written, written).entries()) {
            const read = (plain[index]?.tables ?? [])
              .filter((table) => table.startsWith("zz_"))
              .map((table) => table.replace(/^zz_(?:orders|result)/, () => written.toLowerCase()));
            expect(stepsAndTables(statement).steps.filter((made) => read.includes(made))).toEqual([]);
          }
        }
      }
    },
  );

  it("would hide tables without that", () => {
    const read = plain.flatMap(({ tables }) => tables).filter((table) => table.startsWith("zz_"));
    expect(new Set(read)).toEqual(
      new Set(["zz_orders", "zz_result", "zz_result_customers", "zz_result_cut_points", "zz_result_periods"]),
    );
  });
});
