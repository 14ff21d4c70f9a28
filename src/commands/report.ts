import type { Command } from "commander";
import type { CliContext } from "../cli/context.ts";
import { languageFor } from "../cli/language.ts";
import { parseTopOption } from "../cli/option-values.ts";
import type { OutputOptions, ReadingOptions, RetentionOptions, ScoringOptions } from "../cli/options.ts";
import {
  addOutputOptions,
  addReadingOptions,
  addRetentionOptions,
  addScoringOptions,
  EXPORTS_ARGUMENT,
} from "../cli/options.ts";
import { formatOfFile, openOutput } from "../cli/output.ts";
import { packageVersion } from "../cli/package-version.ts";
import { customerOptions, ledgerAt, readExports } from "../cli/read-exports.ts";
import { finishScoring, prepareScoring, segmentOptions } from "../cli/scoring.ts";
import { resultStyle, showNotes, tableWidth } from "../cli/terminal.ts";
import { formatDay } from "../core/calendar/days.ts";
import { definitionsOf } from "../core/model/model.ts";
import { reportOn } from "../core/report/report.ts";
import { UsageError } from "../errors.ts";
import { asOfNotes, readingNotes, scoringNotes } from "../render/notes.ts";
import { type ReportInput, reportBlocks } from "../render/report/blocks.ts";
import { renderJsonReport } from "../render/report/json-report.ts";
import { renderMarkdownReport } from "../render/report/markdown-report.ts";
import { renderTextReport } from "../render/report/text-report.ts";
import { retentionNotes } from "../render/retention/period-notes.ts";

interface ReportCommandOptions extends ReadingOptions, ScoringOptions, RetentionOptions, OutputOptions {
  readonly top?: number;
  readonly showCustomers?: boolean;
}

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
  addRetentionOptions(addScoringOptions(addReadingOptions(command)))
    .optionsGroup("Report:")
    .option("--top <n>", "how many of the customers who spent most to name, 0 to 1000 (default: 10)", parseTopOption)
    .option("--show-customers", "show e-mail addresses among their ids in full (default: a…@example.com)");
  addOutputOptions(command, REPORT_FORMATS)
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
  const language = await languageFor(options);
  const scoring = await prepareScoring(options, context);
  const history = await readExports(exports, { ...options, hashFiles: format !== "table" }, context);
  const at = customerOptions(history, options);
  const report = reportOn(history.orders, {
    ...segmentOptions(history, scoring),
    period: options.period,
    covers: options.covers,
    top: options.top,
  });
  const scoringSaid = await finishScoring(history, report.segmented, scoring);
  const input: ReportInput = {
    language,
    report,
    ledger: ledgerAt(history, at),
    understanding: history.understanding,
    notes: [
      ...asOfNotes(at.asOf, history.orders.lastDay),
      ...readingNotes(history.understanding, history.rejects, history.rows),
      ...scoringNotes(report.segmented),
      ...scoringSaid,
      ...retentionNotes(report.retention, at.asOf),
    ],
    asOfGiven: options.asOf !== undefined,
    definitions: definitionsOf({ ...options, asOf: at.asOf }),
    version: await packageVersion(),
    showCustomers: options.showCustomers === true,
  };
  const title = `Customer report: ${exports.join(", ")}, as of ${formatDay(at.asOf)}`;
  if (format === "json") await output.write([renderJsonReport(input)]);
  else if (format === "md") await output.write(renderMarkdownReport(title, reportBlocks(input)));
  else {
    const look = { width: tableWidth(context.stdout, options), style: resultStyle(context, options) };
    await output.write(renderTextReport(title, reportBlocks(input), look));
  }
  showNotes(
    options.output === undefined ? [] : [{ level: "note", text: `the report is in ${options.output}` }],
    context,
    options,
  );
}

function reportFormat(options: OutputOptions): (typeof REPORT_FORMATS)[number] {
  const wanted = options.format ?? (options.output === undefined ? "table" : formatOfFile(options.output));
  const format = REPORT_FORMATS.find((known) => known === wanted);
  if (format !== undefined) return format;
  throw new UsageError(
    `a report cannot be written as ${wanted}`,
    "end the file's name in .md, .txt or .json; rfm score and rfm segments write CSV",
  );
}
