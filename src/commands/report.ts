import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languagesFor } from "../cli/language.ts";
import type { OutputOptions, ReadingOptions, RetentionOptions, ScoringOptions } from "../cli/options.ts";
import {
  addOutputOptions,
  addReadingOptions,
  addRetentionOptions,
  addScoringOptions,
  EXPORTS_ARGUMENT,
} from "../cli/options.ts";
import { formatFor, openOutput } from "../cli/output.ts";
import { customerOptions, ledgerAt, readExports } from "../cli/read-exports.ts";
import { finishScoring, prepareScoring, segmentOptions } from "../cli/scoring.ts";
import { resultStyle, showNotes, tableWidth } from "../cli/terminal.ts";
import { reportOn } from "../core/report/report.ts";
import { UsageError } from "../errors.ts";
import { note } from "../render/note.ts";
import { asOfNotes, readingNotes, scoringNotes } from "../render/notes.ts";
import { type ReportInput, reportBlocks } from "../render/report/blocks.ts";
import { renderJsonReport } from "../render/report/json-report.ts";
import { renderMarkdownReport } from "../render/report/markdown-report.ts";
import { renderTextReport } from "../render/report/text-report.ts";
import { retentionNotes } from "../render/retention/period-notes.ts";

interface ReportCommandOptions extends ReadingOptions, ScoringOptions, RetentionOptions, OutputOptions {}

const REPORT_FORMATS = ["table", "md", "json"] as const;

const EXAMPLES = `
Examples:
  rfm report exports/
  rfm report orders.csv --window 12m -o report.md
  rfm report orders.csv --as-of 2011-04-30 --width 120`;

export function registerReport(program: Command, context: CliContext): void {
  const command = program.command("report").summary("all of it for people: segments, retention, what to do");
  command
    .description(
      "Puts everything into one report for people: what was read, the headline figures, segments, retention, and what to do.",
    )
    .argument(...EXPORTS_ARGUMENT);
  addOutputOptions(addRetentionOptions(addScoringOptions(addReadingOptions(command))), REPORT_FORMATS)
    .addHelpText("after", EXAMPLES)
    .action((exports: string[], options: ReportCommandOptions) => runReport(exports, options, context));
}

async function runReport(
  exports: readonly string[],
  options: ReportCommandOptions,
  context: CliContext,
): Promise<void> {
  const format = reportFormat(options);
  const output = await openOutput(options.output, context);
  const languages = await languagesFor(options, { isData: format === "json" });
  const { said, shown: language } = languages;
  const scoring = await prepareScoring(options, context, languages);
  const history = await readExports(exports, options, context);
  const at = customerOptions(history, options);
  const report = reportOn(history.orders, {
    ...segmentOptions(history, scoring),
    period: options.period,
    covers: options.covers,
  });
  const scoringSaid = await finishScoring(history, report.segmented, { scoring, language });
  const input: ReportInput = {
    language,
    report,
    ledger: ledgerAt(history, at),
    understanding: history.understanding,
    notes: [
      ...asOfNotes(at.asOf, history.orders.lastDay, language),
      ...readingNotes(history, language),
      ...scoringNotes(report.segmented, language),
      ...scoringSaid,
      ...retentionNotes(report.retention, at.asOf, language),
    ],
    asOfGiven: options.asOf !== undefined,
  };
  const title = language.words.report.title(exports.join(", "), at.asOf);
  if (format === "json") await output.write([renderJsonReport(input)]);
  else if (format === "md") await output.write(renderMarkdownReport(title, reportBlocks(input), language));
  else {
    const look = { language, width: tableWidth(context.stdout, options), style: resultStyle(context, options) };
    await output.write(renderTextReport(title, reportBlocks(input), look));
  }
  showNotes(options.output === undefined ? [] : [note(said.words.report.written(options.output))], {
    context,
    options,
    language: said,
  });
}

function reportFormat(options: OutputOptions): (typeof REPORT_FORMATS)[number] {
  const wanted = formatFor(options, "table");
  const format = REPORT_FORMATS.find((known) => known === wanted);
  if (format !== undefined) return format;
  throw new UsageError(
    `a report cannot be written as ${wanted}`,
    "end the file's name in .md, .txt or .json; rfm score and rfm segments write CSV",
  );
}
