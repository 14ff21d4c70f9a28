import { command } from "../cli/command.ts";
import type { CliContext } from "../cli/context.ts";
import { engineRule } from "../cli/engine-rule.ts";
import { customerRule, writtenQuery } from "../cli/order-query.ts";
import { openOutput, refuseFolder } from "../cli/output.ts";
import { dayOfClock } from "../cli/read-exports.ts";
import { UsageError } from "../errors.ts";
import { isWithoutMoney } from "../exports/detect/amounts/without-money.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOption } from "../options/output-options.ts";
import { asOfOption } from "../options/scoring-options.ts";
import { sqlOptions } from "../options/warehouse-options.ts";
import { DIALECTS } from "../warehouse/dialects/index.ts";
import { scoreScript } from "../warehouse/script.ts";

const EXAMPLES = `
Examples:
  rfm sql --dialect postgres --table shop.orders --customer customer_id --date ordered_at --amount total --as-of 2024-11-30
  rfm sql --dialect bigquery --table shop.orders --customer customer_id --date ordered_at --amount total --status status --include-status paid,shipped --window 12m --as-of 2024-11-30 -o rfm.sql`;

const consumes = [...sqlOptions, asOfOption, outputOption] as const;
type SqlOptions = ValuesOf<typeof consumes>;

export const sql = command({
  name: "sql",
  description:
    "Writes the statements that score the customers of a table inside a database or warehouse, with the numbers of rfm score.",
  argument: null,
  consumes,
  help: EXAMPLES,
  run: async ({ options, context }) => {
    await refuseFolder(options.output, context);
    const script = await sqlScript(options, context);
    const output = await openOutput(options.output, context);
    await output.write([script]);
  },
});

async function sqlScript(options: SqlOptions, context: CliContext): Promise<string> {
  if (options.dialect === undefined) {
    throw new UsageError("--dialect is missing", "for instance --dialect postgres");
  }
  if (isWithoutMoney(options)) {
    throw new UsageError(
      "rfm sql scores money as well, so --amount none cannot be used here",
      "name the column of the amount with --amount; or let rfm score --amount none read an export of the table",
    );
  }
  const asOf = asOfOf(options, context);
  const query = { ...writtenQuery(options, asOf), ...customerRule(options, asOf) };
  const { rule, scheme } = await engineRule(options, context);
  const { into = "rfm_scores", replace = false } = options;
  return scoreScript(DIALECTS[options.dialect], { query, rule, scheme, into, replace });
}

/** A text cannot know the newest day in the data. */
function asOfOf({ asOf }: SqlOptions, context: CliContext): number {
  if (asOf !== undefined) return asOf === "today" ? dayOfClock(context.clock()) : asOf;
  throw new UsageError(
    "--as-of is missing: rfm sql does not look at the table, so it cannot know the newest day",
    "add --as-of 2024-11-30, or --as-of today",
  );
}
