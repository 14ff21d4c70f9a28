import { checkDefinitions } from "../analysis/model/check-model.ts";
import { definitionsOf } from "../analysis/model/model.ts";
import { scorePlan } from "../analysis/scores/score-plan.ts";
import { compileScheme } from "../analysis/segments/scheme.ts";
import { command } from "../cli/command.ts";
import type { CliContext } from "../cli/context.ts";
import { customerRule, writtenQuery } from "../cli/order-query.ts";
import { openOutput, refuseFolder } from "../cli/output.ts";
import { dayOfClock } from "../cli/read-exports.ts";
import { UsageError } from "../errors.ts";
import { isWithoutMoney } from "../exports/detect/amounts/without-money.ts";
import { loadScheme } from "../options/companions/load-scheme.ts";
import type { ValuesOf } from "../options/option.ts";
import { outputOption } from "../options/output-options.ts";
import { asOfOption } from "../options/scoring-options.ts";
import { sqlOptions } from "../options/warehouse-options.ts";
import { DIALECTS } from "../warehouse/dialects/index.ts";
import { type ScoreRule, scoreRule } from "../warehouse/score-rule.ts";
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
    throw new UsageError("--dialect is missing: whose SQL?", "for instance --dialect postgres");
  }
  if (isWithoutMoney(options)) {
    throw new UsageError(
      "rfm sql scores money as well, so --amount none cannot be used here",
      "name the column of the amount with --amount; or let rfm score --amount none read an export of the table",
    );
  }
  const asOf = asOfOf(options, context);
  const query = { ...writtenQuery(options, asOf), ...customerRule(options, asOf) };
  refuseAverage(options);
  const { rule, scheme } = await ruleOf(options, context);
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

function refuseAverage({ monetary }: SqlOptions): void {
  if (monetary !== "average") return;
  throw new UsageError(
    "--monetary average cannot be computed in an engine: an average is a fraction, and cut points need whole numbers",
    "use --monetary total; or let rfm score the customers, which takes both",
  );
}

async function ruleOf(
  options: SqlOptions,
  { cwd }: CliContext,
): Promise<{ readonly rule: ScoreRule; readonly scheme: string }> {
  if (options.model !== undefined) return ruleOfModel(options, cwd);
  const { file } = await loadScheme(options.scheme ?? "standard", cwd);
  const scheme = compileScheme(file);
  const plan = scorePlan({ ...options, defaultLevels: scheme.levels });
  return { rule: scoreRule(plan, scheme), scheme: scheme.name };
}

async function ruleOfModel(
  options: SqlOptions,
  cwd: string,
): Promise<{ readonly rule: ScoreRule; readonly scheme: string }> {
  const { readModel } = await import("../options/companions/model-file.ts");
  const { model: path = "" } = options;
  const model = await readModel(path, cwd);
  checkDefinitions(model, definitionsOf({ ...options, asOf: 0 }), path);
  return { rule: scoreRule(model.scales, compileScheme(model.scheme)), scheme: model.scheme.name };
}
