import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import type { OutputOptions, ReadingOptions, ScoringOptions } from "../cli/options.ts";
import { addOutputOptions, addReadingOptions, addScoringOptions, EXPORTS_ARGUMENT } from "../cli/options.ts";
import { formatFor, openOutput } from "../cli/output.ts";
import { asOfDay, customerOptions, inputNotes, ledgerAt, readExports } from "../cli/read-exports.ts";
import { finishScoring, prepareScoring, segmentOptions } from "../cli/scoring.ts";
import { resultStyle, showNotes, tableWidth } from "../cli/terminal.ts";
import { segmentCustomers } from "../core/segments/segment-customers.ts";
import { summariseSegments } from "../core/segments/summarise-segments.ts";
import { isDataFormat, renderTable } from "../render/formats.ts";
import { scoringNotes } from "../render/notes.ts";
import { segmentTable } from "../render/tables/segment-table.ts";

interface SegmentsOptions extends ReadingOptions, ScoringOptions, OutputOptions {}

const EXAMPLES = `
Examples:
  rfm segments exports/
  rfm segments orders.csv --window 12m --format md
  rfm segments orders.csv --scheme seg-map -o segments.csv
  rfm segments orders.csv --method ntile`;

export function registerSegments(program: Command, context: CliContext): void {
  const command = program.command("segments").summary("each segment's customers, orders and revenue");
  command
    .description("Counts each segment's customers, orders and revenue, with medians and what to do.")
    .argument(...EXPORTS_ARGUMENT);
  addOutputOptions(addScoringOptions(addReadingOptions(command)))
    .addHelpText("after", EXAMPLES)
    .action((exports: string[], options: SegmentsOptions) => runSegments(exports, options, context));
}

async function runSegments(exports: readonly string[], options: SegmentsOptions, context: CliContext): Promise<void> {
  const format = formatFor(options, "table");
  const output = await openOutput(options.output, context);
  const languages = await languagesFor(options, { isData: isDataFormat(format) });
  const { said, shown } = languages;
  const scoring = await prepareScoring(options, context, languages);
  const history = await readExports(exports, options, context);
  const segmented = segmentCustomers(history.orders, segmentOptions(history, scoring));
  await output.write(
    renderTable(segmentTable(summariseSegments(segmented), shown), format, {
      language: shown,
      width: tableWidth(context.stdout, options),
      style: resultStyle(context, options),
    }),
  );
  const scoringSaid = await finishScoring(history, segmented, { scoring, language: said });
  const ledger = ledgerAt(history, customerOptions(history, options));
  const asOf = asOfDay(history, options);
  const notes = [...inputNotes(history, { ledger, asOf }, said), ...scoringNotes(segmented, said), ...scoringSaid];
  showNotes(notes, { context, options, language: said });
}
