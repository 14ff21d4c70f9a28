import { command } from "../cli/command.ts";
import type { CliContext } from "../cli/context.ts";
import { engineRule } from "../cli/engine-rule.ts";
import { writtenQuery } from "../cli/order-query.ts";
import { openOutput, refuseFolder } from "../cli/output.ts";
import { dayOfClock } from "../cli/read-exports.ts";
import { UsageError } from "../errors.ts";
import { isWithoutMoney } from "../exports/detect/amounts/without-money.ts";
import { type AnyOption, attributeOf, flagOf, type OptionValues, type ValuesOf } from "../options/option.ts";
import { outputOption } from "../options/output-options.ts";
import { cohortKindOption, retentionOptions } from "../options/retention-options.ts";
import { asOfOption, sqlScoringOptions } from "../options/scoring-options.ts";
import { sqlOptions } from "../options/warehouse-options.ts";
import type { Dialect } from "../warehouse/dialects/dialect.ts";
import { DIALECTS } from "../warehouse/dialects/index.ts";
import { customerRule } from "../warehouse/read/table-request.ts";
import { periodScript, scoreScript } from "../warehouse/script.ts";
import { calendarOf } from "../warehouse/statements/calendar.ts";

const EXAMPLES = `
Examples:
  rfm sql --dialect postgres --table shop.orders --customer customer_id --date ordered_at --amount total --as-of 2024-11-30
  rfm sql segments --dialect bigquery --table shop.orders --customer customer_id --date ordered_at --amount total --status status --include-status paid,shipped --window 12m --as-of 2024-11-30 -o rfm.sql
  rfm sql retention --dialect duckdb --table orders --customer customer_id --date ordered_at --amount total --period quarter --covers 2022-01-01..2024-11-30 --as-of 2024-11-30`;

/** What a script can be asked for. */
const RESULTS = ["scores", "segments", "retention", "cohorts"] as const;
type SqlResult = (typeof RESULTS)[number];

const consumes = [...sqlOptions, asOfOption, outputOption] as const;
type SqlOptions = ValuesOf<typeof consumes>;

export const sql = command({
  name: "sql",
  description:
    "Writes the statements that score the customers of a table inside a database or warehouse, or follow them from period to period, with the numbers of rfm score, segments, retention and cohorts.",
  argument: ["[result]", "what the statements compute (default: scores)", RESULTS],
  consumes,
  help: EXAMPLES,
  run: async ({ exports: [result = "scores"], options, context }) => {
    await refuseFolder(options.output, context);
    const script = await sqlScript(result as SqlResult, options, context); // one of the choices of the argument
    const output = await openOutput(options.output, context);
    await output.write([script]);
  },
});

async function sqlScript(result: SqlResult, options: SqlOptions, context: CliContext): Promise<string> {
  if (options.dialect === undefined) {
    throw new UsageError("--dialect is missing", "for instance --dialect postgres");
  }
  if (isWithoutMoney(options)) {
    throw new UsageError(
      "rfm sql needs money, so --amount none cannot be used here",
      "name the column of the amount with --amount; or let rfm score --amount none read an export of the table",
    );
  }
  refuseIdle(result, options);
  const request = { dialect: DIALECTS[options.dialect], options, asOf: asOfOf(options, context) };
  return result === "scores" || result === "segments" ? scoresOf(result, request, context) : periodsOf(result, request);
}

interface ScriptRequest {
  readonly dialect: Dialect;
  readonly options: SqlOptions;
  readonly asOf: number;
}

async function scoresOf(
  result: "scores" | "segments",
  { dialect, options, asOf }: ScriptRequest,
  context: CliContext,
): Promise<string> {
  const query = { ...writtenQuery(options, asOf), ...customerRule(options, asOf) };
  const { rule, scheme, segments } = await engineRule(options, context);
  const { into = "rfm_scores", replace = false } = options;
  return scoreScript(dialect, {
    query,
    rule,
    scheme,
    into,
    replace,
    ...(result === "segments" ? { segments } : {}),
  });
}

function periodsOf(result: "retention" | "cohorts", { dialect, options, asOf }: ScriptRequest): string {
  const { covers, period: kind = "month", kind: counted = "on", into = `rfm_${result}`, replace = false } = options;
  const query = writtenQuery(options, asOf);
  if (covers === undefined) {
    throw new UsageError(
      "--covers is missing: rfm sql does not look at the table, so it cannot know which days it holds",
      "for instance --covers 2022-01-01..2024-11-30: the first and the last day of which every order is there",
    );
  }
  if (covers.from > asOf) {
    throw new UsageError("--covers begins after the as-of date: no period is left", "name an earlier first day");
  }
  const calendar = calendarOf({ asOf, kind, covers });
  return periodScript(dialect, {
    query,
    kind,
    calendar,
    cohorts: result === "cohorts" ? counted : null,
    into,
    replace,
  });
}

/** The options that say something about some results only. */
const OF_RESULTS: readonly (readonly [options: readonly AnyOption[], results: readonly SqlResult[]])[] = [
  [sqlScoringOptions, ["scores", "segments"]],
  [retentionOptions, ["retention", "cohorts"]],
  [[cohortKindOption], ["cohorts"]],
];

function refuseIdle(result: SqlResult, options: OptionValues): void {
  for (const [some, results] of OF_RESULTS) {
    const flags = some.filter((one) => options[attributeOf(one)] !== undefined).map(flagOf);
    if (flags.length === 0 || results.includes(result)) continue;
    throw new UsageError(
      `${flags.join(", ")} cannot be used with rfm sql ${result}`,
      `${flags.length === 1 ? "it is" : "they are"} for rfm sql ${results.join(" and ")}; leave ${flags.length === 1 ? "it" : "them"} out`,
    );
  }
}

/** A text cannot know the newest day in the data. */
function asOfOf({ asOf }: SqlOptions, context: CliContext): number {
  if (asOf !== undefined) return asOf === "today" ? dayOfClock(context.clock()) : asOf;
  throw new UsageError(
    "--as-of is missing: rfm sql does not look at the table, so it cannot know the newest day",
    "add --as-of 2024-11-30, or --as-of today",
  );
}
