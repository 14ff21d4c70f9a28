import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import { collectWords } from "../cli/option-values.ts";
import type { OutputOptions, ReadingOptions, ScoringOptions } from "../cli/options.ts";
import { addOutputOptions, addReadingOptions, addScoringOptions, EXPORTS_ARGUMENT } from "../cli/options.ts";
import { formatFor, openOutput } from "../cli/output.ts";
import { asOfDay, customerOptions, inputNotes, ledgerAt, readExports } from "../cli/read-exports.ts";
import { finishScoring, prepareScoring, segmentOptions } from "../cli/scoring.ts";
import { resultStyle, showNotes, tableWidth } from "../cli/terminal.ts";
import { keptOfCustomers } from "../core/customers/kept-values.ts";
import { SCORE_COLUMNS } from "../core/output-columns.ts";
import { segmentCustomers } from "../core/segments/segment-customers.ts";
import { UsageError } from "../errors.ts";
import type { DataTable } from "../render/data-table.ts";
import { isDataFormat, renderTable } from "../render/formats.ts";
import { scoringNotes } from "../render/notes.ts";
import { scoreTable } from "../render/tables/score-table.ts";
import { sortRows } from "../render/tables/sort-rows.ts";

interface ScoreCommandOptions extends ReadingOptions, ScoringOptions, OutputOptions {
  readonly sort?: string;
}

const EXAMPLES = `
Examples:
  rfm score exports/ > scores.csv
  rfm score orders.csv --window 12m --keep Country -o scores.csv
  rfm score orders.csv --sort -monetary_value | head -11
  rfm score orders.csv --cut-points r=30,90,180,365 --save-model model.json -o scores.csv`;

const ROWS_ON_A_TERMINAL = 20;

export function registerScore(program: Command, context: CliContext): void {
  const command = program.command("score").summary("score every customer on recency, frequency and monetary value");
  command
    .description("Scores every customer on recency, frequency and monetary value, and names their segment.")
    .argument(...EXPORTS_ARGUMENT);
  addOutputOptions(addScoringOptions(addReadingOptions(command)))
    .option(
      "--keep <columns>",
      "columns of the exports to carry along, separated by commas, as of each customer's newest purchase",
      collectWords,
    )
    .option("--sort <column>", "sort by a column of the result; -column for the largest first (default: customer_id)")
    .addHelpText("after", EXAMPLES)
    .action((exports: string[], options: ScoreCommandOptions) => runScore(exports, options, context));
}

async function runScore(exports: readonly string[], options: ScoreCommandOptions, context: CliContext): Promise<void> {
  checkSort(options.sort, options.keep);
  const onTerminal = options.output === undefined && context.stdout.isTTY === true;
  const format = formatFor(options, onTerminal ? "table" : "csv");
  const output = await openOutput(options.output, context);
  const languages = await languagesFor(options, { isData: isDataFormat(format) });
  const { said, shown: language } = languages;
  const scoring = await prepareScoring(options, context, languages);
  const history = await readExports(exports, options, context);
  const segmented = segmentCustomers(history.orders, segmentOptions(history, scoring));
  const kept = keptOfCustomers(history.orders, { asOf: segmented.customers.asOf, of: "newest purchase" });
  const table = sortRows(scoreTable(segmented, language, { kept }), options.sort);
  const isPreview = onTerminal && options.format === undefined && table.length > ROWS_ON_A_TERMINAL;
  const shown: DataTable = isPreview ? { ...table, length: ROWS_ON_A_TERMINAL } : table;
  await output.write(
    renderTable(shown, format, {
      language,
      width: tableWidth(context.stdout, options),
      style: resultStyle(context, options),
    }),
  );
  const scoringSaid = await finishScoring(history, segmented, { scoring, language: said });
  const ledger = ledgerAt(history, customerOptions(history, options));
  const preview = said.words.scoring.preview(ROWS_ON_A_TERMINAL, table.length);
  const asOf = asOfDay(history, options);
  showNotes(
    [
      ...(isPreview ? [{ level: "note", text: preview } as const] : []),
      ...inputNotes(history, { ledger, asOf }, said),
      ...scoringNotes(segmented, said),
      ...scoringSaid,
    ],
    { context, options, language: said },
  );
}

function checkSort(sort: string | undefined, keep: readonly string[] = []): void {
  const column = sort?.replace(/^-/, "");
  const columns: readonly string[] = [...SCORE_COLUMNS, ...keep];
  if (column === undefined || columns.includes(column)) return;
  throw new UsageError(`--sort ${sort}: there is no such column`, `the columns are ${columns.join(", ")}`);
}
