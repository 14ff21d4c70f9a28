import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import type { AsOfOptions, OutputOptions, ReadingOptions, RetentionOptions } from "../cli/options.ts";
import {
  addAsOfOption,
  addOutputOptions,
  addReadingOptions,
  addRetentionOptions,
  EXPORTS_ARGUMENT,
} from "../cli/options.ts";
import { formatOfFile, openOutput } from "../cli/output.ts";
import { asOfDay, inputNotes, ledgerAt, readExports } from "../cli/read-exports.ts";
import { resultStyle, showNotes, tableWidth } from "../cli/terminal.ts";
import { retentionByPeriod } from "../core/retention/retention-by-period.ts";
import { renderTable } from "../render/formats.ts";
import { retentionNotes } from "../render/notes.ts";
import { retentionSentence } from "../render/report/blocks.ts";
import { retentionTable } from "../render/tables/retention-table.ts";
import { wrapText } from "../render/wrap.ts";

interface RetentionCommandOptions extends ReadingOptions, AsOfOptions, RetentionOptions, OutputOptions {}

const EXAMPLES = `
Examples:
  rfm retention exports/
  rfm retention orders.csv --period quarter
  rfm retention orders.csv --covers 2011-01-01..2011-03-31 -o retention.csv`;

export function registerRetention(program: Command, context: CliContext): void {
  const command = program.command("retention").summary("how many of each period's customers bought again in the next");
  command
    .description(
      "Follows customers from period to period: kept, lost, new, back again. Rates are blank where they cannot be known.",
    )
    .argument(...EXPORTS_ARGUMENT);
  addOutputOptions(addRetentionOptions(addAsOfOption(addReadingOptions(command))))
    .addHelpText("after", EXAMPLES)
    .action((exports: string[], options: RetentionCommandOptions) => runRetention(exports, options, context));
}

async function runRetention(
  exports: readonly string[],
  options: RetentionCommandOptions,
  context: CliContext,
): Promise<void> {
  const format = options.format ?? (options.output === undefined ? "table" : formatOfFile(options.output));
  const output = await openOutput(options.output, context);
  const history = await readExports(exports, options, context);
  const asOf = asOfDay(history, options);
  const retention = retentionByPeriod(history.orders, { asOf, period: options.period, covers: options.covers });
  const table = renderTable(retentionTable(retention), format, {
    width: tableWidth(context.stdout, options),
    style: resultStyle(context, options),
  });
  const forPeople = format === "table" || format === "md";
  await output.write(
    forPeople
      ? [...table, `\n${wrapText(retentionSentence({ retention }), tableWidth(context.stdout, options))}\n`]
      : table,
  );
  const ledger = ledgerAt(history, { asOf });
  showNotes([...inputNotes(history, ledger, asOf), ...retentionNotes(retention, asOf)], context, options);
}
